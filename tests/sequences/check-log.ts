import { type Database, parseId } from '@broadsheet/store';
import { readNodes } from './nodes.js';
import type { Row, Snapshot } from './snapshot.js';

interface Log {
  readonly head: number;
  readonly changes: readonly Row[];
  readonly entries: readonly Row[];
  readonly gone: readonly Row[];
}

/** Reads the whole change log and the tombstones. */
export async function readLog(database: Database): Promise<Log> {
  const list = (from: string) => `(select coalesce(json_agg(t), '[]') from ${from} t)`;
  const json = await database.text(
    `select json_build_object('head', (select seq from editorial.log_head),
      'changes', ${list('(select * from published.change order by seq)')},
      'entries', ${list('(select * from published.change_entry order by seq, ordinal)')}, 'gone', ${list('published.gone')})`,
    [],
    { as: 'owner' },
  );
  const log: Log = JSON.parse(json ?? '{}');
  return log;
}

/** The log's numbers follow each other, its instants too, and its head is its last change. */
export function wrongLog({ head, changes }: Log): string[] {
  const found: string[] = [];
  if (head !== changes.length) found.push(`the head is ${head} of ${changes.length} changes`);
  for (const [index, { seq, at }] of changes.entries()) {
    if (seq !== index + 1) found.push(`change ${index + 1} has the number ${String(seq)}`);
    const before = changes[index - 1];
    if (before !== undefined && String(before['at']) >= String(at))
      found.push(`change ${String(seq)} is no later than the one before`);
  }
  return found;
}

/**
 * The entries of a change are the nodes that came and went, and those whose reading changed; a node may be said to be changed where only the
 * rows that it is read from did.
 */
export function wrongEntries({ entries }: Log, seq: number, before: Snapshot, after: Snapshot): string[] {
  const told = new Map(entries.filter((entry) => entry['seq'] === seq).map((entry) => [String(entry['id']), entry]));
  const [was, is] = [readNodes(before), readNodes(after)];
  const found: string[] = [];
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [a, b, action] = [was.get(id), is.get(id), told.get(id)?.['action']];
    if (a === undefined || b === undefined) {
      const wanted = a === undefined ? 'CREATED' : 'DELETED';
      if (action !== wanted) found.push(`${id} is ${wanted}, and told as ${String(action)}`);
    } else if (a.reading !== b.reading && action !== 'UPDATED')
      found.push(`${id} is UPDATED, and told as ${String(action)}`);
    else if (a.rows === b.rows && action !== undefined) found.push(`${id} is the same, and told as ${String(action)}`);
  }
  for (const [id, entry] of told) {
    if (!was.has(id) && !is.has(id)) found.push(`${id} is told and never was`);
    if (parseId(id)?.type !== entry['type']) found.push(`${id} is told as a ${String(entry['type'])}`);
  }
  return found.slice(0, 6).map((line) => `change ${seq}: ${line}`);
}

/** There is a tombstone for every node that was and is not, and for no other; it tells the last change that took it. */
export function wrongTombstones({ entries, changes, gone }: Log, published: Snapshot): string[] {
  const last = new Map(entries.map((entry) => [String(entry['id']), entry]));
  const present = readNodes(published);
  const buried = new Map(gone.map((row) => [String(row['id']), row]));
  const found: string[] = [];
  for (const [id, { action, seq, type, replaced_by }] of last) {
    const stone = buried.get(id);
    if ((action === 'DELETED') === present.has(id)) found.push(`${id}: the log's last word is ${String(action)}`);
    if ((action === 'DELETED') !== (stone !== undefined))
      found.push(`${id}: ${String(action)}, tombstone ${stone === undefined ? 'none' : 'there'}`);
    const reason = changes.find((change) => change['seq'] === seq)?.['kind'];
    const wanted = JSON.stringify([seq, type, reason, replaced_by]);
    const is =
      stone === undefined
        ? wanted
        : JSON.stringify([stone['seq'], stone['type'], stone['reason'], stone['replaced_by']]);
    if (is !== wanted) found.push(`${id}: tombstone ${is}, log ${wanted}`);
  }
  for (const id of buried.keys()) if (!last.has(id)) found.push(`${id}: a tombstone of what never was`);
  return found.slice(0, 4);
}
