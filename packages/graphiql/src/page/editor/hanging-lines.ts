import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** A line too long for its editor goes on below its own beginning, a step further in, and not at the margin. */
export function hangingLines(): Extension {
  return [marks, look];
}

/** Columns that what is wrapped stands further in. */
const STEP = 2;

/** Deeper lines hang as these do: on a narrow screen there must be room left. */
const DEEPEST = 28;

const CLASSES = Array.from({ length: DEEPEST + 1 }, (_, columns) => `cm-hang-${columns}`);

const LINES = CLASSES.map((name) => Decoration.line({ class: name }));

const look = EditorView.theme(
  Object.fromEntries(
    CLASSES.map((name, columns) => [
      `.${name}`,
      { textIndent: `-${columns + STEP}ch`, paddingLeft: `calc(${columns + STEP}ch + 6px)` },
    ]),
  ),
);

const marks = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;

    constructor(view: EditorView) {
      this.marks = marksOf(view);
    }

    update({ view, docChanged, viewportChanged }: ViewUpdate): void {
      if (docChanged || viewportChanged) this.marks = marksOf(view);
    }
  },
  { decorations: (plugin) => plugin.marks },
);

/** Only lines that are in view: an answer can have a hundred thousand. */
function marksOf({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
      const mark = LINES[Math.min(line.text.search(/\S|$/), DEEPEST)];
      if (mark !== undefined) builder.add(line.from, line.from, mark);
      if (line.to >= to || line.number === state.doc.lines) break;
    }
  }
  return builder.finish();
}
