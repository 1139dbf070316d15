import { type GraphQLObjectType, getNamedType } from 'graphql';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { literalParam } from '../arguments/param.js';
import type { Compilation, Parts, Place, SelectedField } from '../compile/compilation.js';
import { columnList, jsonObject } from '../compile/json.js';
import { compileObject, compileSelections, objectTypeNamed } from '../compile/object.js';
import { collectSelections, type Selection } from '../compile/selection.js';
import { noRow } from '../source/row.js';
import type { KeysetSource, PartSource } from '../source/source.js';
import { directPage } from './direct-page.js';
import { KeysetList } from './keyset-list.js';
import { listTag } from './list-tag.js';
import { numberedPage } from './numbered-page.js';
import { ofOwner } from './of-owner.js';
import { type Page, readPage } from './page.js';
import type { PageForm, PageInput } from './page-form.js';
import { pageInfoPart } from './page-info.js';

/** A page of a list, as a connection object that holds what is selected of it and computes nothing else. */
export function compileKeyset(
  compilation: Compilation,
  field: SelectedField,
  source: KeysetSource,
  place: Place,
): RawBuilder<unknown> {
  const type = objectTypeNamed(compilation, field.type.name);
  const list = new KeysetList(compilation, field, nodeTypeOf(type), source, place);
  const tag = source.cursors === null ? listTag(field, list.order, place.scope.key) : literalParam(source.cursors);
  const owner = source.within?.({ row: place.row }) ?? null;
  const page = readPage(compilation, field, source.limits, list.order, tag, owner !== null);
  const selections = collectSelections(
    compilation,
    type,
    field.nodes.map((node) => node.selectionSet),
  );
  const form = pageForm(compilation, selections, { list, page, tag, owner });
  const parts = connectionParts(compilation, list, page, form, place);
  const below: Place = { row: noRow(type.name), scope: place.scope, path: field.path, parts };
  const connection = form.connection(columnList(compileSelections(compilation, type, selections, below)));
  return owner === null ? connection : ofOwner(compilation, field, { owner, page }, connection);
}

/** The leanest form that serves what is selected. */
function pageForm(compilation: Compilation, selections: readonly Selection[], input: PageInput): PageForm {
  const { isForward } = input.page;
  const named = (...names: string[]) => selections.filter(({ node }) => names.includes(node.name.value));
  const asked = namesWithin(compilation, named('pageInfo'));
  const peeks = asked.has(isForward ? 'hasNextPage' : 'hasPreviousPage');
  const numbers = peeks || asked.has('startCursor') || asked.has('endCursor') || !isForward;
  if (!numbers && named('edges', 'nodes').length < 2) return directPage(input);
  return numberedPage(input, compilation.alias('p'), { peeks, numbers });
}

function namesWithin(compilation: Compilation, pageInfos: readonly Selection[]): ReadonlySet<string> {
  const type = objectTypeNamed(compilation, 'PageInfo');
  const sets = pageInfos.flatMap(({ nodes }) => nodes.map((node) => node.selectionSet));
  return new Set(collectSelections(compilation, type, sets).map(({ node }) => node.name.value));
}

function connectionParts(compilation: Compilation, list: KeysetList, page: Page, form: PageForm, place: Place): Parts {
  const object = (field: SelectedField, below: Partial<Place>): Expression<unknown> =>
    compileObject(compilation, objectTypeNamed(compilation, field.type.name), field, {
      row: form.row,
      scope: place.scope,
      path: field.path,
      ...below,
    });
  const parts: Parts = {
    overList: () => list,
    part(name: PartSource['part'], field) {
      switch (name) {
        case 'nodes':
          return form.list(object(field, {}));
        case 'edges':
          return form.list(object(field, { parts }));
        case 'cursor':
          return form.cursor();
        case 'node':
          return jsonObject(sql`select ${object(field, {})}`);
        case 'pageInfo':
          return jsonObject(sql`select ${object(field, { parts })}`);
        case 'totalCount':
          return totalCount(list);
        default:
          return pageInfoPart(name, list, page, form);
      }
    },
  };
  return parts;
}

/** A cheaper total may turn out, at the call, not to be known. */
function totalCount(list: KeysetList): Expression<unknown> {
  const counted = list.select(sql`count(*)`);
  return list.cheapTotal ? sql`coalesce(${list.cheapTotal}, ${counted})` : counted;
}

function nodeTypeOf(connection: GraphQLObjectType): string {
  const nodes = connection.getFields()['nodes'];
  return nodes ? getNamedType(nodes.type).name : connection.name;
}
