import { followAndLose } from '../../live/follow-and-lose.js';
import { manyFollowers } from '../../live/many-followers.js';
import { serveRoom } from '../../live/served-room.js';
import { openSharedDatabase } from '../../live/shared-database.js';
import { onDatabase } from '../../newsroom.js';
import type { Proof } from '../proof.js';

const TRIAL = { followers: 4, changes: 1_000, kills: 10, deaf: 20, seed: 9 } as const;
const MANY = 2_000;
const WITHIN_MS = 2_000;

export const sdkLiveProof: Proof = {
  name: 'sdk-live',
  claim: `Four followers, cut off at random over ${TRIAL.changes} changes that another process makes, with the listening connection ended ${TRIAL.kills} times and ${TRIAL.deaf} subscribers that never read, lose nothing, hear nothing twice and end with the graph's own hash; ${MANY} subscribers of one process hear of a change within ${WITHIN_MS / 1000} s.`,
  async run(say) {
    const shared = await openSharedDatabase();
    if (shared === undefined) return { holds: false, figures: [['PostgreSQL', 'not run: no server']] };
    try {
      const { hashes, masked, ...found } = await followAndLose(shared, TRIAL, say);
      say(`${MANY} subscribers`);
      const room = await serveRoom(onDatabase(shared.served));
      const many = await manyFollowers(room, shared.writer, MANY).finally(() => room.closeServer());
      return {
        holds:
          found.lost + found.twice + found.held + masked.length === 0 &&
          hashes.size === 1 &&
          found.kills >= TRIAL.kills &&
          many.heard === MANY &&
          many.fromCommitMs <= WITHIN_MS,
        figures: [
          ['changes in the log', found.changes],
          ['deletions among their entries', found.deletions],
          ['followers cut off, times in all', found.cuts],
          ['listening connection ended, times', found.kills],
          ['changes lost, over all followers', found.lost],
          ['followers told of a change twice or out of order', found.twice],
          ['hashes of the copies and of the graph', [...hashes].join(', ')],
          ['subscriptions held of those that never read', found.held],
          ['errors of the server', masked.length],
          ['memory the process grew by, MB', found.memoryMB],
          ['subscribers of one process that heard of a change', `${many.heard} of ${MANY}`],
          ['from the commit to the last of them, ms', many.fromCommitMs],
          ['from the call that publishes to the last of them, ms', many.fromCallMs],
          ['statements run for it', many.statements],
        ],
      };
    } finally {
      await shared.close();
    }
  },
};
