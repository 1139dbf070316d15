import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface CodeEditorProps {
  /** Says which text is shown: another id is another text, with its own undo history and cursor. */
  readonly id: string;
  readonly text: string;
  /** Told what the reader writes, with the place of the cursor. */
  readonly onWrite?: (text: string, cursor: number) => void;
  /** Told where the cursor went. */
  readonly onCursor?: (cursor: number) => void;
  /** What kind of editor it is. Taken once: what changes later is told to the view. */
  readonly extensions: readonly Extension[];
  /** Given the view once it is there. */
  readonly onView?: (view: EditorView) => void;
}

/** CodeMirror in the page, changed together with the page: what is written next goes where it seems to. What the reader writes goes out; a text that comes from elsewhere is put in with as small a change as does. */
export function CodeEditor(props: CodeEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    if (parent.current === null) return;
    editor.current = new Editor(parent.current, () => latest.current);
    return () => editor.current?.view.destroy();
  }, []);
  useLayoutEffect(() => editor.current?.show(props.id, props.text), [props.id, props.text]);

  return <div class="code" ref={parent} />;
}

class Editor {
  readonly view: EditorView;
  private readonly states = new Map<string, EditorState>();
  private readonly props: () => CodeEditorProps;
  private id: string;

  constructor(parent: Element, props: () => CodeEditorProps) {
    this.props = props;
    this.id = props().id;
    this.view = new EditorView({ parent, state: this.newState(props().text) });
    props().onView?.(this.view);
  }

  show(id: string, text: string): void {
    if (id !== this.id) {
      this.states.set(this.id, this.view.state);
      this.view.setState(this.states.get(id) ?? this.newState(text));
      this.id = id;
      this.props().onView?.(this.view);
    }
    const shown = this.view.state.doc.toString();
    if (shown !== text) this.view.dispatch({ changes: difference(shown, text) });
  }

  private newState(doc: string): EditorState {
    const tell = EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
      const { onWrite, onCursor } = this.props();
      if (docChanged) onWrite?.(state.doc.toString(), state.selection.main.head);
      else if (selectionSet) onCursor?.(state.selection.main.head);
    });
    return EditorState.create({ doc, extensions: [this.props().extensions, tell] });
  }
}

/** The one change that makes a text into another: what both begin and end with stays, and the cursor with it. */
function difference(from: string, to: string): { readonly from: number; readonly to: number; readonly insert: string } {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let tail = 0;
  const most = Math.min(from.length, to.length) - start;
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { from: start, to: from.length - tail, insert: to.slice(start, to.length - tail) };
}
