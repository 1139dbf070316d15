/**
 * `pnpm proof [NAME …]`: runs all proofs or those that are named, on PGlite and, where a postgres binary is found, on a PostgreSQL server
 * started for it, and writes what they found to proof/RESULTS.md. `pnpm proof --list` lists them. Exit code 1 where one does not hold.
 */
import { announceHalf } from '../postgres/announce-half.js';
import type { Findings, Proof } from './proof.js';
import { writeResult } from './results.js';

const names = process.argv.slice(2).filter((word) => word !== '--');
process.exitCode = names.includes('--list') ? list((await import('./proofs.js')).PROOFS) : await runNamed(names);

/** Starts the server first: what proofs import looks for its address. */
async function runNamed(names: readonly string[]): Promise<number> {
  const half = await announceHalf();
  const stopOnSignal = (): void => void half.stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopOnSignal);
  Object.assign(process.env, half.environment);
  try {
    const { PROOFS } = await import('./proofs.js');
    const unknown = names.filter((name) => !PROOFS.some((proof) => proof.name === name));
    if (unknown.length === 0)
      return await runAll(PROOFS.filter(({ name }) => names.length === 0 || names.includes(name)));
    process.stderr.write(`There is no proof '${unknown.join("', '")}'. There are:\n`);
    list(PROOFS);
    return 2;
  } finally {
    await half.stop();
  }
}

function list(proofs: readonly Proof[]): number {
  for (const { name, claim } of proofs) process.stdout.write(`${name.padEnd(12)} ${claim}\n`);
  return 0;
}

async function runAll(proofs: readonly Proof[]): Promise<number> {
  const failed: string[] = [];
  for (const proof of proofs) if (!(await runOne(proof)).holds) failed.push(proof.name);
  const not = failed.length === 0 ? '' : `; not: ${failed.join(', ')}`;
  process.stdout.write(`\n${proofs.length - failed.length} of ${proofs.length} proofs hold${not}\n`);
  return failed.length === 0 ? 0 : 1;
}

async function runOne(proof: Proof): Promise<Findings> {
  process.stdout.write(`\n${proof.name}: ${proof.claim}\n`);
  const start = performance.now();
  const findings = await proof.run(say).catch(failed);
  clear();
  const seconds = Math.round((performance.now() - start) / 1000);
  for (const [what, figure] of findings.figures) process.stdout.write(`  ${what.padEnd(64)} ${figure}\n`);
  process.stdout.write(`  ${findings.holds ? 'holds' : 'DOES NOT HOLD'} (${seconds} s)\n`);
  await writeResult(proof, findings);
  return findings;
}

function failed(error: unknown): Findings {
  return {
    holds: false,
    figures: [['ended with', error instanceof Error ? (error.stack ?? error.message) : String(error)]],
  };
}

function say(line: string): void {
  clear();
  process.stdout.write(process.stdout.isTTY ? `  ${line}` : `  ${line}\n`);
}

function clear(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}
