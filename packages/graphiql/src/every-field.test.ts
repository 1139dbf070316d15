import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { newField } from './page/document/default-selection.js';

const SCHEMA = new URL('../../../schema/schema.graphql', import.meta.url);

it('every field of every type can be ticked in the explorer, and the query is valid', () => {
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  for (const type of types.filter(({ name }) => !name.startsWith('__'))) {
    for (const field of Object.values(type.getFields())) {
      const document = parse(`{ __typename } fragment F on ${type.name} { ${newField(field)} }`);
      const faults = validate(schema, document).filter(({ message }) => !message.includes('is never used'));
      expect(faults).toEqual([]);
    }
  }
});
