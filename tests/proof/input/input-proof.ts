import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPublication } from '@broadsheet/store';
import { countRows } from '@broadsheet/store/testing';
import { writeBadDocuments } from '../../cli/bad-documents.js';
import { jsonLines } from '../../cli/command.js';
import { countRows as countRowsOf } from '../../cli/count-rows.js';
import { type CommandDatabaseKind, commandDatabases } from '../../cli/databases.js';
import { runInside } from '../../cli/inside.js';
import { badPlaces } from '../../input/bad-places.js';
import { BAD_TEXTS } from '../../input/bad-texts.js';
import { attemptOnFullDisk } from '../../input/full-disk.js';
import { ingestOver, type Refusal } from '../../input/refusals.js';
import { DATABASES, openNewsroom } from '../../newsroom.js';
import type { Proof } from '../proof.js';

/** One bad input and what came of it. */
interface Line {
  readonly input: string;
  readonly refusal: Refusal;
  /** What is not as it must be; undefined where all is. */
  readonly wrong: string | undefined;
}

/** The table of bad inputs, as a reader meets them. */
export const inputProof: Proof = {
  name: 'input',
  claim:
    'Each bad input gets one clear line with a stable code that says the place and the fix, and no row of any table changes.',
  async run(say) {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-input-'));
    try {
      const lines: Line[] = [];
      for (const kind of commandDatabases()) lines.push(...(await giveFiles(kind, folder, say)));
      lines.push(...(await giveTexts(say)), ...(await givePlaces(folder, say)), ...(await fillDisks(folder, say)));
      const wrong = lines.filter((line) => line.wrong !== undefined);
      const figures = lines.map(({ input, refusal, wrong: what }) => {
        return [
          input,
          `${refusal.code}: ${withoutFolders(refusal.message)}${what === undefined ? '' : ` **${what}**`}`,
        ] as const;
      });
      return {
        holds: wrong.length === 0,
        figures: [['bad inputs', lines.length], ['of these not as they must be', wrong.length], ...figures],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Say = (line: string) => void;

async function giveFiles(kind: CommandDatabaseKind, parent: string, say: Say): Promise<Line[]> {
  say(`files, on ${kind.name}`);
  const folder = join(parent, kind.name.replaceAll(' ', '-'));
  await mkdir(folder);
  const place = await kind.make();
  try {
    const files = await writeBadDocuments(folder);
    const before = JSON.stringify(await countRowsOf(place));
    const paths = files.map(({ file }) => join(folder, file));
    const { out } = await runInside(['ingest', ...paths, '--publication', 'quay', '--json', ...place.flags]);
    const same = JSON.stringify(await countRowsOf(place)) === before;
    const told = jsonLines(out);
    return files.map(({ file, ...wanted }, index) => {
      return lineOf(`${kind.name}, file: ${file}`, Object(told[index]?.['error']), wanted, same);
    });
  } finally {
    await place.remove();
  }
}

async function giveTexts(say: Say): Promise<Line[]> {
  const lines: Line[] = [];
  for (const kind of DATABASES) {
    say(`documents through the mutation, on ${kind.kind}`);
    const room = await openNewsroom(kind);
    await addPublication(room.database, { slug: 'harbour', title: 'Harbour Weekly' });
    for (const text of BAD_TEXTS) {
      const before = JSON.stringify(await countRows(room.database));
      const { errors } = await ingestOver(room, text.given);
      const same = JSON.stringify(await countRows(room.database)) === before;
      const name = kind.kind === 'pglite' ? 'the embedded database' : 'PostgreSQL';
      lines.push(lineOf(`${name}, mutation: ${text.input}`, errors[0] ?? NOTHING, text, same));
    }
    await room.close();
  }
  return lines;
}

async function givePlaces(parent: string, say: Say): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [index, place] of badPlaces(adminUrl()).entries()) {
    say(place.input);
    const folder = join(parent, `place-${index}`);
    await mkdir(folder);
    const { refusal, before, after } = await place.attempt(folder);
    lines.push(lineOf(place.input, refusal, place, JSON.stringify(before) === JSON.stringify(after)));
  }
  return lines;
}

async function fillDisks(folder: string, say: Say): Promise<Line[]> {
  const lines: Line[] = [];
  for (const kind of commandDatabases()) {
    say(`a full disk under ${kind.name}`);
    const attempt = await attemptOnFullDisk(kind, adminUrl(), folder);
    if (attempt === undefined) continue;
    const { refusal, before, after, afterwards } = attempt;
    const same = JSON.stringify(before) === JSON.stringify(after) && afterwards === 'CREATED';
    lines.push(
      lineOf(`a full disk under ${kind.name}`, refusal, { code: 'DATABASE_FULL', message: /Make room/ }, same),
    );
  }
  return lines;
}

const NOTHING: Refusal = { code: 'NOTHING', message: '' };

function lineOf(
  input: string,
  refusal: Refusal,
  wanted: { readonly code: string; readonly message: RegExp },
  same: boolean,
): Line {
  const { code = NOTHING.code, message = '' } = refusal;
  const isTold = code === wanted.code && wanted.message.test(message) && !message.includes('\n');
  return {
    input,
    refusal: { code, message },
    wrong: !isTold ? 'not what must be said' : same ? undefined : 'rows changed',
  };
}

/** Folders of one run say nothing to a reader. */
function withoutFolders(message: string): string {
  return message.replaceAll(/\/tmp\/[^/\s]+\//g, '…/').slice(0, 500);
}

function adminUrl(): string | undefined {
  return process.env['BROADSHEET_TEST_DATABASE_URL'] || undefined;
}
