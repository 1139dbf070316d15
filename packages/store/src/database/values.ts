import { parseArray } from './array-literal.js';
import type { Result } from './backend.js';
import { readInstant } from './instant.js';
import { StoreError } from './store-error.js';

type Read = (text: string) => unknown;

const readJson: Read = (text) => JSON.parse(text);
const readBytes: Read = (text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'));

/** Types by oid, each with the oid of its array; a type that is not here is given as text, date among them. */
const TYPES: readonly (readonly [oid: number, array: number, read: Read])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, readBytes], // bytea
  [19, 1003, String], // name
  [20, 1016, readCount], // int8
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [25, 1009, String], // text
  [26, 1028, Number], // oid
  [114, 199, readJson], // json
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1042, 1014, String], // bpchar
  [1043, 1015, String], // varchar
  [1082, 1182, String], // date
  [1184, 1185, readInstant], // timestamptz
  [1700, 1231, readCount], // numeric
  [2950, 2951, String], // uuid
  [3802, 3807, readJson], // jsonb
];

const READERS = new Map<number, Read>(
  TYPES.flatMap(([oid, array, read]): [number, Read][] => [
    [oid, read],
    [array, (text) => parseArray(text, read)],
  ]),
);

/**
 * The rows of a result as objects, their values read by type as `Database` says.
 *
 * @throws {StoreError} VALUE_OUT_OF_RANGE for a number past 2^53.
 */
export function readRows({ columns, rows }: Result): Record<string, unknown>[] {
  const fields = columns.map(({ name, type }) => ({ name, read: READERS.get(type) ?? String }));
  return rows.map((row) => {
    const object: Record<string, unknown> = {};
    for (const [index, { name, read }] of fields.entries()) {
      const text = row[index] ?? null;
      object[name] = text === null ? null : read(text);
    }
    return object;
  });
}

function readCount(text: string): number {
  const value = Number(text);
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER || !Number.isFinite(value)) return value;
  throw new StoreError(
    'VALUE_OUT_OF_RANGE',
    `The database gave the number ${text}, which a JavaScript number cannot hold exactly. Cast it to text in the statement.`,
    { value: text },
  );
}
