import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestDatabase } from './test-database.js';

const execute = promisify(execFile);

/**
 * A PostgreSQL database, reached through the psql command, so that this package needs no driver. PREPARE infers the
 * types of parameters as the extended protocol does; values are given as literals of unknown type, as drivers give them.
 */
export function openPsql(url: string): TestDatabase {
  const ask = async (script: string) => {
    const args = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', script];
    const { stdout } = await execute('psql', args, {
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, PGOPTIONS: '-c client_min_messages=error' },
    });
    return stdout.replace(/\n$/, '');
  };
  return {
    prefix: `pothos_kysely_${process.pid}`,
    async run({ sql, parameters }) {
      const values = parameters.length === 0 ? '' : `(${parameters.map(literal).join(', ')})`;
      const text = await ask(`prepare asked as ${sql}; execute asked${values}`);
      return text === '' ? null : text;
    },
    async script(statements) {
      await ask(statements.join(';\n'));
    },
    close: async () => {},
  };
}

function literal(value: unknown): string {
  return value === null || value === undefined ? 'null' : `'${text(value).replaceAll("'", "''")}'`;
}

function text(value: unknown): string {
  return Array.isArray(value) ? `{${value.map(element).join(',')}}` : String(value);
}

function element(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}
