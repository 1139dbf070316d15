import { type RawBuilder, sql } from 'kysely';
import type { ComputedSource } from '../source/source.js';
import type { Compilation, Place } from './compilation.js';
import { columnList, jsonObject } from './json.js';

/** The columns that JavaScript computes over, as an object. */
export function compileComputed(compilation: Compilation, source: ComputedSource, { row }: Place): RawBuilder<unknown> {
  compilation.isWhole = false;
  return jsonObject(sql`select ${columnList(source.columns.map((key) => ({ key, value: row.ref(key) })))}`);
}
