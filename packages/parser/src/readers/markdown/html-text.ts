const elements = new Set(
  `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2
  h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter
  nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select
  slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr
  track tt u ul var video wbr`.split(/\s+/),
);

/**
 * What a tag inside of Markdown is: `break` for `<br>`, `markup` where it is a comment or a known element, and `words`
 * for what only looks like a tag, such as `Chest<T>`.
 */
export function htmlTextKind(source: string): 'break' | 'markup' | 'words' {
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(source)?.[1];
  if (name === undefined) return 'markup';
  // A capital alone is the name of a type.
  const isElement = elements.has(name) || (name.length > 1 && elements.has(name.toLowerCase()));
  if (!isElement) return 'words';
  return name.toLowerCase() === 'br' ? 'break' : 'markup';
}
