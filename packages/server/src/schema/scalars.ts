import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { builder } from './builder.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

builder.scalarType('Date', {
  description: 'Calendar date, ISO 8601: 2025-12-17.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  ...parsing('Date', isDay, 'a day that exists, as in 2025-12-17'),
  serialize: (value) => value,
});

builder.scalarType('DateTime', {
  description: 'Instant, RFC 3339, UTC.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  ...parsing('DateTime', isInstant, 'an instant with its zone, as in 2025-12-17T08:00:00Z'),
  serialize: (value) => value,
});

builder.scalarType('URL', {
  description: 'Absolute URL.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  ...parsing('URL', isAddress, 'an absolute http or https address'),
  serialize: (value) => value,
});

/** A DateTime in the form in which instants are stored, which sorts as text. What is beyond microseconds is cut, what is beyond the years 1 to 9999 is their end. */
export function storedInstant(text: string): string {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  const instant = new Date(text.replace(/\.\d+/, ''));
  const year = instant.getUTCFullYear();
  if (year < 1) return '0001-01-01T00:00:00.000000Z';
  if (year > 9999) return '9999-12-31T23:59:59.999999Z';
  return `${instant.toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`;
}

/** How a scalar reads a variable, and a literal, whose place its error has. */
function parsing(name: string, fits: (text: string) => boolean, wanted: string) {
  const parse = (value: unknown, node?: ValueNode): string => {
    if (typeof value === 'string' && fits(value)) return value;
    throw new GraphQLError(`${name} takes ${wanted}.`, { nodes: node ?? null, extensions: { code: 'BAD_USER_INPUT' } });
  };
  return {
    parseValue: (value: unknown) => parse(value),
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  };
}

function isDay(text: string): boolean {
  if (!DAY.test(text) || text.startsWith('0000')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
