import { setTimeout as sleep } from 'node:timers/promises';
import { onDatabase } from '../newsroom.js';
import { seededRandom } from '../sequences/random.js';
import { CopyKeeper, hashOf, NODES } from './copy-keeper.js';
import { neverRead } from './never-reads.js';
import { type ServedRoom, serveRoom } from './served-room.js';
import type { SharedDatabase } from './shared-database.js';
import { writeChanges } from './write-changes.js';

/** How much is to happen. */
export interface Trial {
  readonly followers: number;
  readonly changes: number;
  /** How often the connection that listens is ended. */
  readonly kills: number;
  /** Subscribers that never read. */
  readonly deaf: number;
  readonly seed: number;
}

/** What came of it. */
export interface TrialFindings {
  readonly changes: number;
  /** Disconnections of followers. */
  readonly cuts: number;
  readonly kills: number;
  /** Changes that a follower was not told of, and that it was told of twice or out of order, over all. */
  readonly lost: number;
  readonly twice: number;
  /** Hashes of the copies that followers kept, and of the graph. */
  readonly hashes: ReadonlySet<string>;
  readonly deletions: number;
  /** Subscriptions that the server still holds once the deaf were given their time. */
  readonly held: number;
  readonly masked: readonly unknown[];
  readonly memoryMB: number;
}

/** Milliseconds after which who does not read is told so, and cut off. */
const STALL_MS = 1_000;

/** Followers are cut off at random, the listening connection is ended, others never read, and all the while another process writes. */
export async function followAndLose(
  { served, writer, killListener }: SharedDatabase,
  { followers, changes, kills, deaf, seed }: Trial,
  say: (line: string) => void = () => {},
): Promise<TrialFindings> {
  const random = seededRandom(seed);
  const room = await serveRoom(onDatabase(served, { live: { stallMs: STALL_MS } }));
  const keepers = Array.from(
    { length: followers },
    (_, index) => new CopyKeeper(room.url, seededRandom(seed + 1 + index)),
  );
  const running = keepers.map((keeper) => keeper.run());
  const endDeaf = neverRead(room.url, deaf);
  const memory = process.memoryUsage().rss;
  let killed = 0;
  try {
    await writeChanges(writer, changes, random, async (made) => {
      for (const keeper of keepers) keeper.maybeCut(5);
      if (made % Math.ceil(changes / (kills + 1)) === 0) killed += await killListener();
      if (made % 10 === 0) say(`${made} of ${changes} changes, ${killed} kills`);
    });
    const cursors = await logCursors(room);
    for (let turn = 0; turn < 200 && keepers.some((keeper) => keeper.cursors.length < cursors.length); turn += 1)
      await sleep(50);
    const expected = await readNodes(
      room,
      keepers.flatMap(({ copy }) => [...copy.keys()]),
    );
    const memoryMB = Math.round((process.memoryUsage().rss - memory) / 1e6);
    await sleep(deaf > 0 ? STALL_MS * 2.5 : 0);
    return {
      changes: cursors.length,
      cuts: keepers.reduce((sum, keeper) => sum + keeper.cuts, 0),
      kills: killed,
      lost: keepers.reduce(
        (sum, keeper) => sum + cursors.filter((cursor) => !keeper.cursors.includes(cursor)).length,
        0,
      ),
      twice: keepers.filter((keeper) => keeper.cursors.join() !== cursors.join()).length,
      hashes: new Set([hashOf(expected), ...keepers.map(({ hash }) => hash)]),
      deletions: await countDeletions(room),
      held: room.app.live.followers - followers,
      masked: room.masked,
      memoryMB,
    };
  } finally {
    endDeaf();
    for (const keeper of keepers) keeper.end();
    await Promise.all(running);
    await room.closeServer();
  }
}

async function logCursors(room: ServedRoom): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | null = null; ; ) {
    const { changes }: Page = JSON.parse(
      JSON.stringify(
        await room.data(
          'query ($after: String) { changes(first: 100, after: $after) { nodes { cursor } pageInfo { endCursor hasNextPage } } }',
          { after },
        ),
      ),
    );
    cursors.push(...changes.nodes.map(({ cursor }) => cursor));
    if (!changes.pageInfo.hasNextPage) return cursors;
    after = changes.pageInfo.endCursor;
  }
}

interface Page {
  readonly changes: {
    readonly nodes: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

/** Every node that is public, as the copies hold it. */
async function readNodes(room: ServedRoom, known: readonly string[]): Promise<Map<string, string>> {
  const json = await room.database.text("select coalesce(json_agg(distinct id), '[]') from published.change_entry", []);
  const all: string[] = JSON.parse(json ?? '[]');
  const ids = [...new Set([...all, ...known])];
  const nodes = new Map<string, string>();
  for (let start = 0; start < ids.length; start += 100) {
    const some = ids.slice(start, start + 100);
    const { data } = await room.ask(NODES, { ids: some });
    const answer: { nodes: ({ id: string } | null)[] } = JSON.parse(JSON.stringify(data));
    for (const [index, node] of answer.nodes.entries()) {
      if (node !== null && node.id === some[index]) nodes.set(node.id, JSON.stringify(node));
    }
  }
  return nodes;
}

async function countDeletions(room: ServedRoom): Promise<number> {
  return Number(await room.database.text("select count(*) from published.change_entry where action = 'DELETED'", []));
}
