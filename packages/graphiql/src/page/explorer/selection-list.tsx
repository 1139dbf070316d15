import {
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type InlineFragmentNode,
  isAbstractType,
  isUnionType,
  Kind,
} from 'graphql';
import { newSelection } from '../document/default-selection.js';
import { addSelection, type Holder, removeSelection, selectedField } from '../document/edit-selection.js';
import type { Edit } from './edit.js';
import { FieldRow } from './field-row.js';

/** What a list of fields needs. */
export interface SelectionListProps {
  readonly edit: Edit;
  readonly type: GraphQLCompositeType;
  /** From the definition down to the node whose selection this is; empty for one that is not there yet. */
  readonly path: readonly Holder[];
  /** Takes the first selection, where the path is empty. */
  readonly onFirst?: (lines: string) => void;
}

/** The fields of a type, and for an interface or a union the types that it may be. */
export function SelectionList({ edit, type, path, onFirst }: SelectionListProps) {
  const holder = path.at(-1);
  const add = (lines: string) => {
    if (holder !== undefined) edit.onEdit(addSelection(edit.text, holder, lines));
    else onFirst?.(lines);
  };
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const selections = holder?.selectionSet?.selections ?? [];
  const spreads = selections.filter((node) => node.kind === Kind.FRAGMENT_SPREAD);
  const possible = isAbstractType(type) ? edit.schema.getPossibleTypes(type) : [];
  return (
    <ul>
      {spreads.map((spread) => (
        <SpreadRow key={spread.name.value} edit={edit} path={path} spread={spread} />
      ))}
      {fields.map((field) => {
        const node = selectedField(holder?.selectionSet, field.name);
        return <FieldRow key={field.name} edit={edit} field={field} path={path} node={node} onAdd={add} />;
      })}
      {possible.map((each) => {
        const node = selections.find(
          (candidate) => candidate.kind === Kind.INLINE_FRAGMENT && candidate.typeCondition?.name.value === each.name,
        );
        const fragment = node?.kind === Kind.INLINE_FRAGMENT ? node : undefined;
        return <TypeRow key={each.name} edit={edit} type={each} path={path} node={fragment} onAdd={add} />;
      })}
    </ul>
  );
}

interface SpreadRowProps {
  readonly edit: Edit;
  readonly path: readonly Holder[];
  readonly spread: FragmentSpreadNode;
}

function SpreadRow({ edit, path, spread }: SpreadRowProps) {
  return (
    <li>
      <label class="row">
        <input type="checkbox" checked onChange={() => edit.onEdit(removeSelection(edit.text, [...path, spread]))} />
        ...{spread.name.value}
      </label>
    </li>
  );
}

interface TypeRowProps {
  readonly edit: Edit;
  readonly type: GraphQLCompositeType;
  readonly path: readonly Holder[];
  readonly node: InlineFragmentNode | undefined;
  readonly onAdd: (lines: string) => void;
}

function TypeRow({ edit, type, path, node, onAdd }: TypeRowProps) {
  const toggle = () => {
    if (node === undefined) onAdd(`... on ${type.name}${newSelection(type)}`);
    else edit.onEdit(removeSelection(edit.text, [...path, node]));
  };
  return (
    <li>
      <label class="row" title={type.description ?? undefined}>
        <input type="checkbox" checked={node !== undefined} onChange={toggle} />
        ... on {type.name}
      </label>
      {node && <SelectionList edit={edit} type={type} path={[...path, node]} />}
    </li>
  );
}
