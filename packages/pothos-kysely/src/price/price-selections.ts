import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { collectSelections, type Selection, type SelectionContext } from '../compile/selection.js';
import { sourceOf } from '../source/field-source.js';
import type { Source } from '../source/source.js';
import { lookupRows, pageRows } from './field-rows.js';
import { greatest, product, sum, type Term } from './term.js';

/** What a list without pages counts as: how many it holds is not known before it is read. */
export const PLAIN_LIST = 10;

/** What a value over a whole list counts as, a total for one: every row of the list may have to be looked at. */
export const WHOLE_LIST = 10;

/** Prices the selections of one operation, each of a type and its selection sets once. */
export class Pricing {
  private readonly selecting: SelectionContext;
  private readonly known = new Map<string, Term>();
  private readonly numbers = new Map<SelectionSetNode, number>();

  constructor(selecting: SelectionContext) {
    this.selecting = selecting;
  }

  /** The most that the selections on an object of a type hold; of an abstract type, that of the dearest concrete one. */
  below(type: GraphQLNamedType, sets: readonly (SelectionSetNode | undefined)[], page: Term = 1): Term {
    if (isAbstractType(type)) {
      return greatest(this.selecting.schema.getPossibleTypes(type).map((one) => this.below(one, sets, page)));
    }
    if (!isObjectType(type)) return 0;
    // Below a connection the page's size belongs to one place, and nothing is remembered.
    if (page !== 1) return this.selections(type, sets, page);
    const key = `${type.name} ${sets.map((set) => this.numberOf(set)).join(' ')}`;
    const term = this.known.get(key) ?? this.selections(type, sets, page);
    this.known.set(key, term);
    return term;
  }

  private selections(type: GraphQLObjectType, sets: readonly (SelectionSetNode | undefined)[], page: Term): Term {
    return sum(
      collectSelections(this.selecting, type, sets).map((selection) => {
        const field = type.getFields()[selection.node.name.value];
        return field === undefined ? 0 : this.field(field, selection, page);
      }),
    );
  }

  private field(field: GraphQLField<unknown, unknown>, { node, nodes }: Selection, page: Term): Term {
    const type = getNamedType(field.type);
    const sets = nodes.map(({ selectionSet }) => selectionSet);
    const source = sourceOf(field)?.source;
    if (source?.kind === 'keyset') return this.below(type, sets, pageRows(field, node, source.limits));
    if (source?.kind === 'part') return this.part(source.part, type, sets, page);
    if (source?.kind === 'overList') return sum([WHOLE_LIST, this.below(type, sets)]);
    if (!isObjectType(type) && !isAbstractType(type)) return 0;
    const rows = source?.kind === 'lookup' ? lookupRows(field, node, source) : isList(field.type) ? PLAIN_LIST : 1;
    return product(rows, sum([isPartOfRow(source) ? 0 : 1, this.below(type, sets)]));
  }

  private part(
    part: string,
    type: GraphQLNamedType,
    sets: readonly (SelectionSetNode | undefined)[],
    page: Term,
  ): Term {
    if (part === 'totalCount') return WHOLE_LIST;
    const below = this.below(type, sets);
    return part === 'nodes' || part === 'edges' ? product(page, sum([1, below])) : below;
  }

  private numberOf(set: SelectionSetNode | undefined): number {
    if (set === undefined) return 0;
    const number = this.numbers.get(set) ?? this.numbers.size + 1;
    this.numbers.set(set, number);
    return number;
  }
}

/** An object over its parent's row, or a state that is entered, is no row of its own. */
function isPartOfRow(source: Source | undefined): boolean {
  return source?.kind === 'embed' || source?.kind === 'enter';
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}
