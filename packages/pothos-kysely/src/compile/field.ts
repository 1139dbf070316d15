import { getArgumentValues, locatedError } from 'graphql';
import { type Expression, sql } from 'kysely';
import { compileKeyset } from '../keyset/keyset.js';
import { sourceOf } from '../source/field-source.js';
import type { CheckFunction, Source } from '../source/source.js';
import type { Compilation, Place, SelectedField } from './compilation.js';
import { compileComputed } from './computed.js';
import { compileEmbed } from './embed.js';
import { compileEnter } from './enter.js';
import { compileLookup } from './lookup.js';
import { compilePolymorphic } from './polymorphic.js';
import { compileMany, compileOne } from './relation.js';

/** The value of a field; undefined for one that a plain resolver answers. */
export function compileField(
  compilation: Compilation,
  field: SelectedField,
  place: Place,
): Expression<unknown> | undefined {
  const held = sourceOf(field.field);
  if (!held) {
    compilation.isWhole = false;
    return undefined;
  }
  if (held.check && !isEntrance(held.source)) addCheck(compilation, field, held.check);
  try {
    return compileSource(compilation, field, held.source, place);
  } catch (error) {
    // A source function may refuse what it is asked for: it is told where, as any field's error is.
    throw locatedError(error, field.nodes, field.path);
  }
}

function compileSource(
  compilation: Compilation,
  field: SelectedField,
  source: Source,
  place: Place,
): Expression<unknown> {
  switch (source.kind) {
    case 'column':
      return place.row.ref(source.name);
    case 'expr':
      return source.sql({ row: place.row, args: field.args, scope: place.scope });
    case 'computed':
      return compileComputed(compilation, source, place);
    case 'embed':
      return compileEmbed(compilation, field, source, place);
    case 'one':
      return compileOne(compilation, field, source, place);
    case 'many':
      return compileMany(compilation, field, source, place);
    case 'keyset':
      return compileKeyset(compilation, field, source, place);
    case 'enter':
      return compileEnter(compilation, field, source, place);
    case 'lookup':
      return compileLookup(compilation, field, source, place);
    case 'polymorphic':
      return compilePolymorphic(compilation, field, source, place);
    case 'part':
      return place.parts?.part(source.part, field) ?? sql`null`;
    case 'overList':
      return place.parts
        ? source.sql({ list: place.parts.overList(field), args: field.args, scope: place.scope })
        : sql`null`;
    default:
      return unknownSource(source);
  }
}

/** The guards of these run before compiling, see findEntrances. */
function isEntrance(source: Source): boolean {
  return source.kind === 'enter' || source.kind === 'lookup';
}

function addCheck({ checks }: Compilation, { field, nodes, path }: SelectedField, check: CheckFunction): void {
  checks.push({
    nodes,
    path,
    verify({ variables, context }) {
      for (const node of nodes.slice(0, 1)) check({ args: getArgumentValues(field, node, variables), context });
    },
  });
}

function unknownSource(source: never): never {
  throw new TypeError(`No such source: ${JSON.stringify(source)}`);
}
