import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  print,
} from 'graphql';
import { useEffect, useRef } from 'preact/hooks';
import type { DocsPlace } from '../panes/docs-pane.js';
import { TypeLink } from './type-link.js';

interface Going {
  readonly onGo: (place: DocsPlace) => void;
}

interface TypePageProps extends Going {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLNamedType;
  /** A field to bring into view. */
  readonly field: string | undefined;
}

/** All about one type. */
export function TypePage({ schema, type, field, onGo }: TypePageProps) {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const inputs = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const kin = [
    { heading: 'Is a', types: isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [] },
    { heading: 'Is one of', types: isAbstractType(type) ? schema.getPossibleTypes(type) : [] },
  ];
  return (
    <>
      <p class="about">{type.description}</p>
      {kin.map(
        ({ heading, types }) => types.length > 0 && <Kin key={heading} heading={heading} types={types} onGo={onGo} />,
      )}
      {fields.length + inputs.length > 0 && <h3>Fields</h3>}
      <ul class="fields">
        {fields.map((each) => (
          <FieldEntry key={each.name} field={each} isShown={each.name === field} onGo={onGo} />
        ))}
        {inputs.map((each) => (
          <li key={each.name}>
            <Input input={each} onGo={onGo} />
          </li>
        ))}
      </ul>
      {isEnumType(type) && <Values type={type} />}
    </>
  );
}

function Kin({
  heading,
  types,
  onGo,
}: Going & { readonly heading: string; readonly types: readonly GraphQLNamedType[] }) {
  return (
    <p class="kin">
      {heading}{' '}
      {types.map((each, index) => (
        <span key={each.name}>
          {index > 0 && ', '}
          <TypeLink type={each} onGo={onGo} />
        </span>
      ))}
    </p>
  );
}

interface FieldEntryProps extends Going {
  readonly field: GraphQLField<unknown, unknown>;
  readonly isShown: boolean;
}

function FieldEntry({ field, isShown, onGo }: FieldEntryProps) {
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) entry.current?.scrollIntoView({ block: 'center' });
  }, [isShown]);
  return (
    <li ref={entry} class={isShown ? 'shown' : ''}>
      <code>
        <b>{field.name}</b>: <TypeLink type={field.type} onGo={onGo} />
      </code>
      <p>{field.description}</p>
      <Deprecation reason={field.deprecationReason} />
      {field.args.length > 0 && (
        <details open={isShown}>
          <summary>
            {field.args.length} {field.args.length === 1 ? 'argument' : 'arguments'}
          </summary>
          <ul class="fields">
            {field.args.map((each) => (
              <li key={each.name}>
                <Input input={each} onGo={onGo} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Input({ input, onGo }: Going & { readonly input: GraphQLArgument | GraphQLInputField }) {
  const initial = input.defaultValue === undefined ? undefined : astFromValue(input.defaultValue, input.type);
  return (
    <>
      <code>
        <b>{input.name}</b>: <TypeLink type={input.type} onGo={onGo} />
        {initial && ` = ${print(initial)}`}
      </code>
      <p>{input.description}</p>
      <Deprecation reason={input.deprecationReason} />
    </>
  );
}

function Values({ type }: { readonly type: Extract<GraphQLNamedType, { getValues(): unknown }> }) {
  return (
    <>
      <h3>Values</h3>
      <ul class="fields">
        {type.getValues().map(({ name, description, deprecationReason }) => (
          <li key={name}>
            <code>
              <b>{name}</b>
            </code>
            <p>{description}</p>
            <Deprecation reason={deprecationReason} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Deprecation({ reason }: { readonly reason: string | null | undefined }) {
  return reason ? <p class="deprecated">Deprecated: {reason}</p> : null;
}
