import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { connectionsOf } from './connections.js';
import { compileWithRelay } from './relay-project.js';

it('has connections that Relay pages through, every one of them', async () => {
  const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  const connections = connectionsOf(schema);
  const { said, fragments } = await compileWithRelay(connections);
  expect(said).toBe('');
  // A Snapshot has no id to be found again by: its lists are paged by their query.
  expect(fragments).toBe(connections.filter(({ type }) => type !== 'Snapshot').length);
}, 60_000);
