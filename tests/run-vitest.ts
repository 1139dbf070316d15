import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How a run of the tests ended. */
export interface Outcome {
  readonly passed: number;
  /** Tests that failed, and files that could not be run. */
  readonly failed: number;
  readonly code: number;
}

/** A worker a core, where vitest leaves half of them idle; each takes some hundred megabytes. */
const WORKERS = `--maxWorkers=${Math.min(availableParallelism(), 8)}`;

/** Runs vitest over the workspace with the arguments of the caller, and counts from its own report. `signal` ends it. */
export async function runVitest(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-tests-'));
  const report = join(folder, 'report.json');
  try {
    const options = ['run', WORKERS, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args];
    const child = spawn(process.execPath, [vitestBinary(), ...options], {
      cwd: dirname(import.meta.dirname),
      env: { ...process.env, ...environment },
      stdio: 'inherit',
    });
    const end = (): boolean => child.kill('SIGTERM');
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    const [code] = await once(child, 'exit');
    return await count(report, typeof code === 'number' ? code : 1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function vitestBinary(): string {
  return join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

async function count(report: string, code: number): Promise<Outcome> {
  const read = await readReport(report);
  if (read === undefined) return { passed: 0, failed: 1, code: code === 0 ? 1 : code };
  const unrun = read.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = read.numFailedTests + unrun.length;
  // An error outside of any test fails the run, and shall be seen in the count.
  return { passed: read.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, code };
}

async function readReport(report: string): Promise<Report | undefined> {
  try {
    const value: Report = JSON.parse(await readFile(report, 'utf8'));
    return value;
  } catch {
    return undefined;
  }
}
