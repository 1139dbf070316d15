import { messages, type PGlite } from '@electric-sql/pglite';
import type { Result, ResultColumn } from '../backend.js';

/** A message of the server's side of the protocol. */
export type BackendMessage = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];

/**
 * The result in the messages with which a statement is answered.
 *
 * @throws {Error} when the command did not complete
 */
export function resultOf(answer: readonly BackendMessage[]): Result {
  const columns: ResultColumn[] = [];
  const rows: (string | null)[][] = [];
  let tag: string | undefined;
  for (const message of answer) {
    if (message instanceof messages.RowDescriptionMessage) columns.push(...message.fields.map(columnOf));
    else if (message instanceof messages.DataRowMessage) rows.push(message.fields);
    else if (message instanceof messages.CommandCompleteMessage) tag = message.text;
  }
  if (tag === undefined) throw new Error('the engine did not complete the command');
  return { columns, rows, ...readTag(tag) };
}

function columnOf({ name, dataTypeID }: { name: string; dataTypeID: number }): ResultColumn {
  return { name, type: dataTypeID };
}

/** `INSERT 0 5` counts 5, `SELECT 2` counts 2, `BEGIN` nothing. */
function readTag(tag: string): { command: string; count: number | null } {
  const words = tag.split(' ');
  const count = Number(words.at(-1));
  return { command: words[0] ?? '', count: Number.isInteger(count) ? count : null };
}
