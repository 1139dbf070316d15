import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from the page's style sheet, so that light and dark are changed in one place. */
const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--code-keyword)' },
  { tag: tags.propertyName, color: 'var(--code-field)' },
  { tag: tags.attributeName, color: 'var(--code-argument)' },
  { tag: [tags.string, tags.special(tags.name)], color: 'var(--code-string)' },
  { tag: [tags.integer, tags.float, tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.variableName, tags.modifier], color: 'var(--code-variable)' },
  { tag: tags.atom, color: 'var(--code-type)' },
  { tag: tags.lineComment, color: 'var(--soft)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--line)', border: '1px solid var(--rule)', color: 'var(--soft)' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', border: '1px solid var(--rule)' },
  '.cm-tooltip': { borderRadius: '6px', boxShadow: '0 4px 16px rgb(0 0 0 / 18%)' },
  '.cm-tooltip-autocomplete > ul': { borderRadius: '6px' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionInfo': { padding: '6px 10px', maxWidth: '26rem', fontFamily: 'var(--sans)' },
  // The editor's own underline is an image within the style sheet, which the page's policy does not let in.
  '.cm-lintRange': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad) 1px' },
  '.cm-diagnostic': { fontFamily: 'var(--sans)', maxWidth: '34rem', padding: '6px 10px', marginLeft: '0' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-panel.cm-search': { padding: '6px 10px' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink)' },
  '.cm-panels input, .cm-panels button, .cm-panels label': { fontFamily: 'var(--sans)', fontSize: '13px' },
  '.cm-textfield, .cm-button': {
    background: 'var(--panel)',
    border: '1px solid var(--rule)',
    borderRadius: '6px',
    color: 'var(--ink)',
  },
});

/** How every editor of the page looks. */
export const theme = [look, syntaxHighlighting(highlight)];
