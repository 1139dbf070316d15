import { Client } from 'pg';
import { childrenOf, statOf } from '../../postgres/process-stat.js';

/** What a PostgreSQL server has used up to now. */
export interface ServerUse {
  /** CPU milliseconds of the sessions that are there now, this measuring one left out. */
  readonly sessions_ms: number;
  /** CPU milliseconds of the server's other processes: writers of files and of the log. */
  readonly others_ms: number;
  readonly wal_bytes: number;
  /** Milliseconds that it waited for the disk to take the log, and how often. */
  readonly sync_ms: number;
  readonly syncs: number;
  /** Statements that it was sent; undefined where pg_stat_statements is not there. */
  readonly statements: number | undefined;
}

/** Watches a server that runs on this machine, through a session of its own. */
export class ServerWatch {
  readonly #client: Client;

  constructor(url: string) {
    this.#client = new Client({ connectionString: url });
  }

  /** Connects. */
  async open(): Promise<void> {
    await this.#client.connect();
    await this.#client.query('create extension if not exists pg_stat_statements').catch(() => {});
  }

  async use(): Promise<ServerUse> {
    const { rows } = await this.#client.query<Row>(`
      select pg_backend_pid() as own,
        array(select pid from pg_stat_activity where backend_type = 'client backend') as sessions,
        pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as wal_bytes, wal_sync::float8 as syncs, wal_sync_time as sync_ms
      from pg_stat_wal`);
    const [row] = rows;
    if (row === undefined) throw new Error('pg_stat_wal is empty.');
    const { own, sessions, wal_bytes, syncs, sync_ms } = row;
    const cpu = await cpuOfServer(own);
    const sum = (wanted: (pid: number) => boolean): number =>
      [...cpu].filter(([pid]) => wanted(pid)).reduce((ms, [, more]) => ms + more, 0);
    return {
      sessions_ms: sum((pid) => pid !== own && sessions.includes(pid)),
      others_ms: sum((pid) => !sessions.includes(pid)),
      wal_bytes,
      syncs,
      sync_ms,
      statements: await this.#statements(),
    };
  }

  /** The statements that took longest, for whoever looks for where the time goes. */
  async dearest(count: number): Promise<string[]> {
    const { rows } = await this.#client.query<{ line: string }>(
      `select format('%s ms (run + plan) in %s calls: %s', round(total_exec_time::numeric) || ' + ' || round(total_plan_time::numeric), calls,
          regexp_replace(left(query, 4000), '\\s+', ' ', 'g')) as line
       from pg_stat_statements order by total_exec_time + total_plan_time desc limit $1`,
      [count],
    );
    return rows.map(({ line }) => line);
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #statements(): Promise<number | undefined> {
    const answer = await this.#client
      .query<{ calls: number }>(
        `select coalesce(sum(calls), 0)::float8 as calls from pg_stat_statements where query !~ 'pg_stat_|FOR KEY SHARE OF x'`,
      )
      .catch(() => undefined);
    return answer?.rows[0]?.calls;
  }
}

interface Row {
  readonly own: number;
  readonly sessions: readonly number[];
  readonly wal_bytes: number;
  readonly syncs: number;
  readonly sync_ms: number;
}

/** CPU milliseconds by process, of all that the parent of one session started. */
async function cpuOfServer(session: number): Promise<Map<number, number>> {
  const server = await statOf(session);
  const children = server === undefined ? [] : await childrenOf(server.parent);
  return new Map(children.map(({ pid, ms }) => [pid, ms]));
}
