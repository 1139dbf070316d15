import { type DefinitionNode, type GraphQLSchema, isCompositeType, Kind } from 'graphql';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { addOperation } from '../document/edit-selection.js';
import { parseDocument } from '../document/operations.js';
import type { Edit } from './edit.js';
import { SelectionList } from './selection-list.js';

interface ExplorerPaneProps {
  readonly schema: GraphQLSchema;
  readonly text: string;
  readonly onEdit: (text: string) => void;
}

/** Builds a query by clicking: the fields of the schema, those in the query ticked. What is written beside them stays as it is. */
export function ExplorerPane({ schema, text, onEdit }: ExplorerPaneProps) {
  const document = useMemo(() => parseDocument(text), [text]);
  const isEmpty = text.replace(/#.*/g, '').trim() === '';
  const edit = { schema, text, onEdit };
  return (
    <section class="pane explorer" aria-label="Explorer">
      <div class="pane-head">
        <h2>Explorer</h2>
      </div>
      {document === undefined && !isEmpty && (
        <p class="hint">The query has a mistake. Once it is mended, its fields show here again.</p>
      )}
      {document?.definitions.map((definition) => (
        <Definition key={nameOf(definition)} edit={edit} definition={definition} />
      ))}
      {(document !== undefined || isEmpty) && <NewOperations edit={edit} isEmpty={isEmpty} />}
    </section>
  );
}

function nameOf(definition: DefinitionNode): string {
  return `${definition.kind} ${'name' in definition ? definition.name?.value : ''}`;
}

/** An operation or a fragment, as it is written. */
function Definition({ edit, definition }: { readonly edit: Edit; readonly definition: DefinitionNode }) {
  if (definition.kind === Kind.OPERATION_DEFINITION) {
    const type = edit.schema.getRootType(definition.operation);
    return (
      <Foldable word={definition.operation} rest={definition.name?.value}>
        {type && <SelectionList edit={edit} type={type} path={[definition]} />}
      </Foldable>
    );
  }
  if (definition.kind !== Kind.FRAGMENT_DEFINITION) return null;
  const type = edit.schema.getType(definition.typeCondition.name.value);
  return (
    <Foldable word="fragment" rest={`${definition.name.value} on ${definition.typeCondition.name.value}`}>
      {isCompositeType(type) && <SelectionList edit={edit} type={type} path={[definition]} />}
    </Foldable>
  );
}

interface FoldableProps {
  readonly word: string;
  readonly rest: string | undefined;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

function Foldable({ word, rest, isOpen = true, children }: FoldableProps) {
  return (
    <details class="definition" open={isOpen}>
      <summary>
        <span class="word">{word}</span> {rest}
      </summary>
      {children}
    </details>
  );
}

/** The root types, to begin another operation from with the first field that is ticked. */
function NewOperations({ edit, isEmpty }: { readonly edit: Edit; readonly isEmpty: boolean }) {
  const roots = { query: edit.schema.getQueryType(), mutation: edit.schema.getMutationType() };
  return (['query', 'mutation'] as const).map((word) => {
    const type = roots[word];
    if (!type) return null;
    const begin = (lines: string) => edit.onEdit(addOperation(edit.text, word, lines));
    return (
      <Foldable key={word} word={`new ${word}`} rest="" isOpen={isEmpty && word === 'query'}>
        <SelectionList edit={edit} type={type} path={[]} onFirst={begin} />
      </Foldable>
    );
  });
}
