import { type RawBuilder, sql } from 'kysely';
import { EngineError } from '../run/engine-error.js';
import { noRow } from '../source/row.js';
import type { EnterSource } from '../source/source.js';
import type { Compilation, Entrance, Place, SelectedField } from './compilation.js';
import { jsonObject, promised } from './json.js';
import { compileObject, objectTypeNamed } from './object.js';
import { readScope } from './read-scope.js';

/** An object without a row, everything below which is read in the scope that was entered. */
export function compileEnter(
  compilation: Compilation,
  field: SelectedField,
  source: EnterSource,
  place: Place,
): RawBuilder<unknown> {
  const entrance = entranceOf(compilation, field, place);
  if (entrance.kind !== 'scope' || entrance.scope === null) return promised(compilation, field, sql`null::json`);
  const type = objectTypeNamed(compilation, field.type.name);
  const scope = readScope(compilation, entrance.scope);
  const below: Place = { row: noRow(type.name), scope, path: field.path };
  const object = compileObject(compilation, type, field, below);
  const from = source.from?.({ args: field.args, scope });
  return jsonObject(from ? sql`select ${object} from ${from}` : sql`select ${object}`);
}

/** What was decided for a root field before compiling. Throws NOT_A_ROOT_FIELD for any other. */
export function entranceOf(compilation: Compilation, field: SelectedField, place: Place): Entrance {
  const entrance = place.path.length === 0 ? compilation.entrances.get(field.responseKey) : undefined;
  if (entrance) return entrance;
  throw new EngineError(
    'NOT_A_ROOT_FIELD',
    `${field.parentType.name}.${field.field.name}: t.enter and t.lookup stand on Query alone.`,
  );
}
