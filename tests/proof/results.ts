import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Findings, Proof } from './proof.js';

const FILE = fileURLToPath(new URL('../../proof/RESULTS.md', import.meta.url));

const HEAD = `# Proofs

What \`pnpm proof\` found when it was last run, one section a proof; each run of a proof replaces its section. Times are those of one machine.
`;

/** Puts a proof's findings into proof/RESULTS.md, in the place of what it found before. */
export async function writeResult(proof: Proof, findings: Findings): Promise<void> {
  const before = await readFile(FILE, 'utf8').catch(() => HEAD);
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, withSection(before, proof.name, sectionOf(proof, findings)));
}

/** A text of sections that begin with `## name`, with one of them replaced, or put behind the last. */
export function withSection(text: string, name: string, section: string): string {
  const [head = '', ...sections] = text.split(/^(?=## )/m);
  const index = sections.findIndex((other) => other.split('\n', 1)[0] === `## ${name}`);
  const all = index === -1 ? [...sections, section] : sections.with(index, section);
  return `${[head, ...all].map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function sectionOf({ name, claim }: Proof, { holds, figures }: Findings): string {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.versions.node.split('.')[0]}, ${availableParallelism()} cores`;
  const rows = figures.map(([what, figure]) => `| ${cell(what)} | ${cell(String(figure))} |`);
  return [
    `## ${name}`,
    '',
    `${claim} **${holds ? 'Holds' : 'Does not hold'}.**`,
    '',
    `\`pnpm proof ${name}\`, ${day}, ${machine}`,
    '',
    '| what | figure |',
    '| --- | --- |',
    ...rows,
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
