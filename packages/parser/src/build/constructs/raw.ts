import type { DiagnosticCode } from '../../diagnostic-codes.js';
import type { LineKind } from '../../layout.js';
import { rawLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/** What no other construct takes: kept as it is, with a diagnostic. */
export const raw: Construct = ({ line, previous, tree, log }) => {
  const { code, message } = reasonOf(line.kind);
  log.noteRaw(code, message, line, previous);
  tree.add(rawLeaf(line));
  return true;
};

function reasonOf(kind: LineKind): { code: DiagnosticCode; message: string } {
  switch (kind) {
    case 'keyword':
      return { code: 'STRAY_KEYWORD_LINE', message: 'A keyword line under no item; put a title line above it.' };
    case 'source':
      return { code: 'STRAY_SOURCE_LINE', message: 'A source line under no item; put a title line above the text.' };
    case 'continued':
    case 'toBeContinued':
      return {
        code: 'STRAY_MARK',
        message: 'A continuation mark under no item; put it below the title of its article.',
      };
    default:
      return {
        code: 'UNREAD_LINES',
        message: 'The layout does not explain these lines; they are kept, and no reading is made of them.',
      };
  }
}
