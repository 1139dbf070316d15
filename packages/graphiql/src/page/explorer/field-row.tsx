import { type FieldNode, type GraphQLField, getNamedType, isCompositeType } from 'graphql';
import { useState } from 'preact/hooks';
import { newField } from '../document/default-selection.js';
import { setArgument } from '../document/edit-argument.js';
import { type Holder, removeSelection } from '../document/edit-selection.js';
import type { Edit } from './edit.js';
import { SelectionList } from './selection-list.js';
import { ValueRow } from './value-row.js';

interface FieldRowProps {
  readonly edit: Edit;
  readonly field: GraphQLField<unknown, unknown>;
  readonly path: readonly Holder[];
  /** The field in the query; undefined where it is not in it. */
  readonly node: FieldNode | undefined;
  readonly onAdd: (lines: string) => void;
}

/** A field with its tick; in the query, with its arguments and what is below it. */
export function FieldRow({ edit, field, path, node, onAdd }: FieldRowProps) {
  const [isOpen, setOpen] = useState(true);
  const type = getNamedType(field.type);
  const inner = isCompositeType(type) ? type : undefined;
  const hasMore = node !== undefined && (inner !== undefined || field.args.length > 0);
  const toggle = () => {
    if (node === undefined) onAdd(newField(field));
    else edit.onEdit(removeSelection(edit.text, [...path, node]));
  };
  return (
    <li>
      <div class="row">
        <label title={field.description ?? undefined} class={inner ? 'composite' : ''}>
          <input type="checkbox" checked={node !== undefined} onChange={toggle} />
          {node?.alias && <span class="alias">{node.alias.value}: </span>}
          {field.name}
        </label>
        {hasMore && (
          <button
            type="button"
            class="plain fold"
            aria-expanded={isOpen}
            aria-label={`What is in ${field.name}`}
            onClick={() => setOpen(!isOpen)}
          />
        )}
      </div>
      {hasMore && isOpen && node && (
        <>
          <Arguments edit={edit} field={field} node={node} />
          {inner && <SelectionList edit={edit} type={inner} path={[...path, node]} />}
        </>
      )}
    </li>
  );
}

interface ArgumentsProps {
  readonly edit: Edit;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

function Arguments({ edit, field, node }: ArgumentsProps) {
  if (field.args.length === 0) return null;
  return (
    <ul class="arguments">
      {field.args.map((input) => (
        <ValueRow
          key={input.name}
          input={input}
          value={node.arguments?.find(({ name }) => name.value === input.name)?.value}
          onValue={(value) => edit.onEdit(setArgument(edit.text, node, input.name, value))}
        />
      ))}
    </ul>
  );
}
