import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
} from 'graphql';
import { useState } from 'preact/hooks';
import { placeholder } from '../document/default-selection.js';
import { valueFrom, withObjectField } from '../document/edit-argument.js';
import { inputText, valueOfInput } from './value-text.js';

interface ValueRowProps {
  readonly input: GraphQLArgument | GraphQLInputField;
  /** The value in the query; undefined where it is not given. */
  readonly value: ValueNode | undefined;
  /** Told the value to put there; undefined to take it away. */
  readonly onValue: (value: ValueNode | undefined) => void;
}

/** An argument, or a field of an input object, with its tick and, once it is given, its value. */
export function ValueRow({ input, value, onValue }: ValueRowProps) {
  const { name, type, description } = input;
  const bare = isNonNullType(type) ? type.ofType : type;
  const toggle = () => onValue(value === undefined ? valueFrom(placeholder(type)) : undefined);
  return (
    <li class={value ? 'given' : ''}>
      <div class="row">
        <label title={description ?? undefined}>
          <input type="checkbox" checked={value !== undefined} onChange={toggle} />
          {name}
          {isNonNullType(type) && input.defaultValue === undefined && <span class="must">*</span>}
        </label>
        {value && <ValueInput name={name} type={bare} value={value} onValue={onValue} />}
      </div>
      {value && isInputObjectType(bare) && value.kind !== Kind.VARIABLE && (
        <ul class="arguments">
          {Object.values(bare.getFields()).map((field) => (
            <ValueRow
              key={field.name}
              input={field}
              value={fieldOf(value, field.name)}
              onValue={(inner) => onValue(withObjectField(value, field.name, inner) ?? valueFrom('{}'))}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function fieldOf(value: ValueNode, name: string): ValueNode | undefined {
  return value.kind === Kind.OBJECT ? value.fields.find((field) => field.name.value === name)?.value : undefined;
}

interface ValueInputProps {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly value: ValueNode;
  readonly onValue: (value: ValueNode) => void;
}

function ValueInput({ name, type, value, onValue }: ValueInputProps) {
  if (value.kind === Kind.VARIABLE) return <code>${value.name.value}</code>;
  const choices = isEnumType(type)
    ? type.getValues().map((each) => each.name)
    : type.toString() === 'Boolean'
      ? ['true', 'false']
      : [];
  if (choices.length > 0) return <ChoiceInput name={name} choices={choices} value={value} onValue={onValue} />;
  return isInputObjectType(type) ? null : <TextInput name={name} type={type} value={value} onValue={onValue} />;
}

type ChoiceInputProps = Omit<ValueInputProps, 'type'> & { readonly choices: readonly string[] };

function ChoiceInput({ name, choices, value, onValue }: ChoiceInputProps) {
  const choose = (source: string) => {
    const chosen = valueFrom(source);
    if (chosen !== undefined) onValue(chosen);
  };
  return (
    <select aria-label={name} value={inputText(value)} onChange={(event) => choose(event.currentTarget.value)}>
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}

/** What is being written need not be a value yet; the query changes once it is. */
function TextInput({ name, type, value, onValue }: ValueInputProps) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const write = (text: string) => {
    setDraft(text);
    const written = valueOfInput(type, text);
    if (written !== undefined) onValue(written);
  };
  const isWrong = draft !== undefined && valueOfInput(type, draft) === undefined;
  return (
    <input
      aria-label={name}
      aria-invalid={isWrong}
      placeholder={isListType(type) ? 'a, b' : type.toString()}
      value={draft ?? inputText(value)}
      onInput={(event) => write(event.currentTarget.value)}
      onBlur={() => setDraft(undefined)}
    />
  );
}
