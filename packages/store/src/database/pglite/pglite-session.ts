import { writeFileSync } from 'node:fs';
import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { Result, Statement } from '../backend.js';
import type { StatementRole } from '../database.js';
import { PreparedNames } from '../prepared-names.js';
import { Housekeeping } from './housekeeping.js';
import type { Reply, Request } from './message.js';
import { type BackendMessage, resultOf } from './wire-result.js';

const { serialize } = protocol;

const NOTHING: Result = { columns: [], rows: [], command: '', count: null };

/** The one connection inside the worker: its role and its prepared statements. */
export class PgliteSession {
  readonly #pg: PGlite;
  readonly #housekeeping: Housekeeping;
  readonly #prepared = new PreparedNames();
  #role: StatementRole = 'owner';

  constructor(pg: PGlite) {
    this.#pg = pg;
    this.#housekeeping = new Housekeeping(pg);
  }

  /** Does what is asked; a failure is an answer too. */
  async answer(request: Request): Promise<Reply> {
    const { id } = request;
    try {
      return { kind: 'done', id, result: await this.#perform(request) };
    } catch (error) {
      if (error instanceof messages.DatabaseError) return refused(id, error);
      return { kind: 'crashed', id, message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Tidies up, where there is something to; to be called when an answer has been given. */
  async rest(): Promise<void> {
    if (this.#role !== 'owner' || this.#pg.closed) return;
    // What cannot be tidied now, on a full disk say, is tried again after some more writes.
    await this.#housekeeping.tidy().catch(() => {});
  }

  async #perform(request: Request): Promise<Result> {
    switch (request.kind) {
      case 'run':
        await this.#takeRole(request.role);
        return this.#run(request.statement);
      case 'dump':
        writeFileSync(request.file, Buffer.from(await (await this.#pg.dumpDataDir('none')).arrayBuffer()));
        return NOTHING;
      case 'close':
        await this.#pg.close();
        return NOTHING;
    }
  }

  async #takeRole(role: StatementRole): Promise<void> {
    if (role === this.#role) return;
    await this.#run({ sql: role === 'reader' ? 'set role broadsheet_reader' : 'reset role', values: [] });
    this.#role = role;
  }

  /** All messages of a statement at once: each is a trip into the engine. */
  async #run({ sql, values, name = '' }: Statement): Promise<Result> {
    if (name !== '') await this.#prepare(sql, name);
    const answer = await this.#send([
      ...(name === '' ? [serialize.parse({ text: sql })] : []),
      serialize.bind({ statement: name, values: [...values] }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
    ]);
    const result = resultOf(answer);
    this.#housekeeping.note(result.command);
    return result;
  }

  /** Apart from the rest, so that a statement that fails later still counts as prepared. */
  async #prepare(sql: string, name: string): Promise<void> {
    const { parses, closes } = this.#prepared.use(name);
    if (!parses) return;
    const closing = closes === undefined ? [] : [serialize.close({ type: 'S', name: closes })];
    try {
      await this.#send([...closing, serialize.parse({ text: sql, name })]);
    } catch (error) {
      this.#prepared.doubt(name);
      throw error;
    }
  }

  /** @throws {Error} when the answer does not end as it must: the engine swallows its own overflows and goes on with what is left. */
  async #send(parts: readonly Uint8Array[]): Promise<readonly BackendMessage[]> {
    const answer = await this.#pg.execProtocolStream(Buffer.concat([...parts, serialize.sync()]), { syncToFs: false });
    if (answer.at(-1)?.name !== 'readyForQuery') throw new Error('the engine gave no complete answer');
    return answer;
  }
}

function refused(id: number, error: InstanceType<typeof messages.DatabaseError>): Reply {
  const { message, code = 'XX000', detail, hint, schema, table, column, constraint, position } = error;
  return { kind: 'refused', id, error: { message, code, detail, hint, schema, table, column, constraint, position } };
}
