import { type RawBuilder, sql } from 'kysely';
import { embeddedRow } from '../source/row.js';
import type { EmbedSource } from '../source/source.js';
import type { Compilation, Place, SelectedField } from './compilation.js';
import { jsonObject } from './json.js';
import { compileObject, objectTypeNamed } from './object.js';

/** An object over columns of the same row, null where `present` says that it is not there. */
export function compileEmbed(
  compilation: Compilation,
  field: SelectedField,
  source: EmbedSource,
  place: Place,
): RawBuilder<unknown> {
  const type = objectTypeNamed(compilation, field.type.name);
  const row = embeddedRow(place.row, source.prefix, source.columns);
  const columns = compileObject(compilation, type, field, { ...place, row, path: field.path });
  const object = jsonObject(sql`select ${columns}`);
  return source.present ? sql`case when ${source.present({ row: place.row })} then ${object} end` : object;
}
