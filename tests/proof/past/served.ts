import { jsonLines, type Running, start } from '../../cli/command.js';
import { statOf } from '../../postgres/process-stat.js';
import { ServerWatch } from '../ingest/server-use.js';

/** CPU milliseconds that were used up to now. */
export interface Use {
  readonly server_ms: number;
  readonly database_ms: number;
}

/** The product as `serve` starts it, on a database, and what it and the database use. */
export class Served {
  readonly #running: Running;
  readonly #address: string;
  readonly #watch: ServerWatch;

  private constructor(running: Running, address: string, watch: ServerWatch) {
    this.#running = running;
    this.#address = address;
    this.#watch = watch;
  }

  static async start(url: string): Promise<Served> {
    const running = start(['serve', '--port', '0', '--json', '--database', url]);
    const address = String(jsonLines(await running.line(/address/))[0]?.['address']);
    const watch = new ServerWatch(url);
    await watch.open();
    return new Served(running, address, watch);
  }

  /** Asks an operation and reads the answer whole; throws where it has errors. */
  async ask(query: string, variables: object): Promise<void> {
    const answer = await fetch(`${this.#address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await answer.text();
    if (answer.status !== 200 || text.includes('"errors"')) throw new Error(`${answer.status} ${text.slice(0, 400)}`);
  }

  async use(): Promise<Use> {
    const [stat, { sessions_ms }] = await Promise.all([statOf(this.#running.child.pid ?? 0), this.#watch.use()]);
    return { server_ms: stat?.ms ?? 0, database_ms: sessions_ms };
  }

  async stop(): Promise<void> {
    await this.#watch.close();
    this.#running.child.kill('SIGTERM');
    await this.#running.ended;
  }
}
