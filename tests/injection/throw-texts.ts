import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { type Newsroom, TOKEN } from '../newsroom.js';
import { stringArguments } from './string-arguments.js';

/** What was found of texts in arguments. */
export interface Thrown {
  readonly places: number;
  readonly texts: number;
  /** Answers that tell of SQL, that failed, or that took as long as a text has asked the database to sleep. */
  readonly wrong: readonly string[];
}

const SCHEMA = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

/** What no answer may hold: a code of PostgreSQL, or words of its messages. */
const TELLS =
  /SQLSTATE|syntax error at|unterminated|invalid input syntax|pg_catalog|relation "|column "|malformed|operator does not exist|\b(?:22|42|25|XX)[0-9A-Z]{3}\b/;

/** Longer than anything that is asked here takes, shorter than what the texts have a database sleep for. */
const ASLEEP_MS = 2_800;

/** Puts texts into every argument that takes one, with all rights, and looks at the answers. */
export async function throwTexts(
  room: Newsroom,
  texts: readonly string[],
  say: (line: string) => void = () => {},
): Promise<Thrown> {
  const places = stringArguments(SCHEMA, await someIds(room));
  const wrong: string[] = [];
  for (const [index, place] of places.entries()) {
    say(`${index + 1} of ${places.length}, ${place.name}`);
    for (const text of texts) {
      const before = performance.now();
      const answer = await room.ask(place.query, place.variables(text), { token: TOKEN });
      const took = performance.now() - before;
      const told = JSON.stringify(answer).replaceAll(JSON.stringify(text).slice(1, -1), '');
      const isWrong = TELLS.test(told) || told.includes('"INTERNAL"') || took > ASLEEP_MS;
      if (isWrong)
        wrong.push(`${place.name} with ${JSON.stringify(text)}: ${told.slice(0, 200)} in ${Math.round(took)} ms`);
    }
  }
  return { places: places.length, texts: texts.length, wrong };
}

/** An id of each type that has any. */
async function someIds({ database }: Newsroom): Promise<ReadonlyMap<string, string>> {
  const types = [
    'Publication',
    'Issue',
    'Section',
    'Item',
    'Source',
    'Keyword',
    'Contributor',
    'Rubric',
    'Event',
    'Series',
    'Revision',
  ];
  const rows = types.map(
    (type) => `(select '${type}' as type, id from published.${type.toLowerCase()} order by id limit 1)`,
  );
  const json = await database.text(
    `select coalesce(json_agg(json_build_array(type, id)), '[]') from (${rows.join(' union all ')}) n`,
    [],
    { as: 'owner' },
  );
  const found: [string, string][] = JSON.parse(json ?? '[]');
  return new Map(found);
}
