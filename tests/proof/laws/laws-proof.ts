import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { connectionsOf } from '../../laws/connections.js';
import { holdLaws } from '../../laws/hold-laws.js';
import { compileWithRelay } from '../../laws/relay-project.js';
import { DATABASES, openNewsroom } from '../../newsroom.js';
import { ingestSample } from '../../sample.js';
import type { Figure, Proof } from '../proof.js';

const EXTENT = { owners: 8, sizes: 3, foreign: 12, tampered: 1_000 } as const;

/** What every connection of the schema promises, looked at in the sample, in its past and in its preview. */
export const lawsProof: Proof = {
  name: 'laws',
  claim:
    'Every connection of the schema in every order: pages from the start, from the end and one large page are one and the same, each node is found again by its id, cursors of other lists and tampered ones are refused, and relay-compiler compiles a pagination fragment on each.',
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    for (const kind of DATABASES) {
      const room = await openNewsroom(kind);
      await ingestSample(room);
      const seed = 66;
      const held = await holdLaws(room, { seed, ...EXTENT }, (line) => say(`${kind.kind}: ${line}`));
      holds &&= held.broken.length === 0 && room.masked.length === 0;
      figures.push(
        [`${kind.kind}: connections and orders (seed ${seed})`, held.connections],
        [`${kind.kind}: lists`, held.lists],
        [`${kind.kind}: pages asked for`, held.pages],
        [`${kind.kind}: cursors of other lists, all refused`, held.foreign],
        [`${kind.kind}: tampered cursors, all refused`, held.tampered],
        [`${kind.kind}: without anything in the sample`, held.empty.join(', ') || 'none'],
        [`${kind.kind}: laws broken`, held.broken.length === 0 ? 0 : `${held.broken.length}: ${held.broken[0]}`],
        [`${kind.kind}: errors that were masked`, room.masked.length],
      );
      await room.close();
    }
    say('relay-compiler');
    const connections = connectionsOf(
      buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8')),
    );
    const { fragments, said } = await compileWithRelay(connections);
    figures.push(
      ['pagination fragments and queries given to relay-compiler', connections.length],
      ['refetchable fragments that it made', fragments],
    );
    return { holds: holds && said === '', figures };
  },
};
