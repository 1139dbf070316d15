import { type Nested, printArray } from './array-literal.js';
import { assertBindable } from './bindable.js';
import { StoreError } from './store-error.js';

/** Values of one statement: the protocol counts them in 16 bits, and counts on from 0 without a word. */
export const MAX_PARAMETERS = 65_535;

/** UTF-16 units of one value; a document is at most 5 MB, and its tree some ten times that. */
export const MAX_PARAMETER_LENGTH = 128 * 1024 * 1024;

/**
 * A value as JSON, for a parameter of type json or jsonb; arrays and single values too.
 *
 * @throws {StoreError} as assertBindable does, because a database sees these only after it has parsed the JSON.
 */
export function jsonParameter(value: unknown): string {
  assertBindable(value);
  return JSON.stringify(value ?? null);
}

/**
 * Gives values their form in SQL, the same for both databases.
 *
 * @throws {StoreError} NUL_CHARACTER, LONE_SURROGATE, PARAMETER_TOO_DEEP, PARAMETER_TOO_LARGE, PARAMETER_UNSUPPORTED, naming the parameter.
 */
export function encodeParameters(parameters: readonly unknown[]): (string | null)[] {
  if (parameters.length > MAX_PARAMETERS) {
    throw new StoreError(
      'PARAMETER_TOO_LARGE',
      `A statement has ${parameters.length} parameters, and at most ${MAX_PARAMETERS} are possible. Pass arrays or JSON.`,
      { count: parameters.length, max: MAX_PARAMETERS },
    );
  }
  return parameters.map((value, index) =>
    isPlainText(value) ? value : assertSize(encode(value, `parameter $${index + 1}`), index + 1),
  );
}

/** Most values are texts with nothing amiss. */
function isPlainText(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= MAX_PARAMETER_LENGTH && value.isWellFormed() && !value.includes('\0')
  );
}

function encode(value: unknown, place: string): string | null {
  assertBindable(value, place);
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return printArray(value.map((part, index) => encodeElement(part, `${place}[${index}]`)));
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return isPlainObject(value) ? JSON.stringify(value) : encodeScalar(value, place);
}

function encodeElement(value: unknown, place: string): Nested<string | null> {
  if (Array.isArray(value)) return value.map((part, index) => encodeElement(part, `${place}[${index}]`));
  if (value === null || value === undefined) return null;
  return isPlainObject(value) ? JSON.stringify(value) : encodeScalar(value, place);
}

function encodeScalar(value: unknown, place: string): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      throw new StoreError(
        'PARAMETER_UNSUPPORTED',
        `A ${value instanceof Date ? 'Date' : typeof value} was given as ${place}. Pass text: instants and days are text in the store.`,
        { place },
      );
  }
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function assertSize(value: string | null, ordinal: number): string | null {
  if (value === null || value.length <= MAX_PARAMETER_LENGTH) return value;
  throw new StoreError(
    'PARAMETER_TOO_LARGE',
    `Parameter $${ordinal} has ${value.length} characters, and at most ${MAX_PARAMETER_LENGTH} are possible. Send it in parts.`,
    { length: value.length, max: MAX_PARAMETER_LENGTH },
  );
}
