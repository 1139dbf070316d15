const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Elements that begin and end a line. */
export const blockElements = names(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table
  tbody tfoot thead tr ul`,
);

/** Elements without an end tag. */
export const voidElements = names('area base br col embed hr img input link meta source track wbr');

/** Elements whose content is not read on the page, or is no text of it. */
export const hiddenElements = names(
  `audio button canvas datalist head iframe map math noembed noframes noscript object script select style svg template
  textarea title video xmp`,
);

/** Elements that by their meaning stand around what a page is about. */
export const surroundingElements = names('aside footer form nav');

/** The same, told by an attribute `role`. */
export const surroundingRoles = names('banner complementary contentinfo form navigation search');

/** Which open element a start tag closes first, and which ones it does not look beyond. */
export const impliedEnds: ReadonlyMap<
  string,
  { readonly closes: ReadonlySet<string>; readonly within: ReadonlySet<string> }
> = new Map([
  ['li', { closes: names('li'), within: names('ul ol menu dir') }],
  ['dt', { closes: names('dt dd'), within: names('dl') }],
  ['dd', { closes: names('dt dd'), within: names('dl') }],
  ['tr', { closes: names('tr'), within: names('table') }],
  ['td', { closes: names('td th'), within: names('tr table') }],
  ['th', { closes: names('td th'), within: names('tr table') }],
]);
