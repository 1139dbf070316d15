import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { graphql } from 'cm6-graphql';
import { hangingLines } from './hanging-lines.js';
import { theme } from './theme.js';

/** What every editor is made with. */
export interface EditorOptions {
  /** What a screen reader calls it. */
  readonly label: string;
  /** Lets the editor's style sheets through the page's policy. */
  readonly nonce: string;
  readonly onRun: () => void;
}

/** For operations: completion, checks and, with Ctrl or Cmd and a click, documentation come from the schema once it is told. */
export function queryEditor(options: EditorOptions, onShowInDocs: (type: string, field?: string) => void): Extension[] {
  const show = (field?: string, type?: string, parent?: string) => {
    const name = (parent ?? type)?.replace(/[[\]!]/g, '');
    if (name !== undefined) onShowInDocs(name, parent === undefined ? undefined : field);
  };
  return [...writable(options), lineNumbers(), foldGutter(), graphql(undefined, { onShowInDocs: show })];
}

/** For the text of a JSON object. */
export function jsonEditor(options: EditorOptions, example: string): Extension[] {
  const check = jsonParseLinter();
  const checkUnlessEmpty = linter((view) => (view.state.doc.toString().trim() === '' ? [] : check(view)));
  return [...writable(options), json(), checkUnlessEmpty, placeholder(example)];
}

/** For an answer: it can be searched, folded and copied. */
export function resultViewer({ label, nonce }: Omit<EditorOptions, 'onRun'>): Extension[] {
  return [
    ...common(label, nonce),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-readonly': 'true' }),
    json(),
    foldGutter(),
    keymap.of([...searchKeymap, ...foldKeymap]),
  ];
}

function writable({ label, nonce, onRun }: EditorOptions): Extension[] {
  const run = () => {
    onRun();
    return true;
  };
  return [
    ...common(label, nonce),
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run, preventDefault: true }])),
    history(),
    drawSelection(),
    indentOnInput(),
    closeBrackets(),
    autocompletion(),
    highlightActiveLine(),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
    ]),
  ];
}

function common(label: string, nonce: string): Extension[] {
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    search({ top: true }),
    highlightSelectionMatches(),
    bracketMatching(),
    EditorView.lineWrapping,
    hangingLines(),
    theme,
  ];
}
