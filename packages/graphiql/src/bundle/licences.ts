import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Name, version and licence text of every package that one of the bundled files belongs to: what their licences ask for. */
export async function licencesOf(inputs: readonly string[]): Promise<string> {
  const folders = new Set<string>();
  for (const input of inputs) {
    const folder = packageFolder(input);
    if (folder !== undefined) folders.add(await realpath(resolve(folder)));
  }
  const texts = await Promise.all([...folders].sort().map(licenceOf));
  return `The script of this page holds these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** '…/node_modules/@a/b' of '…/node_modules/@a/b/dist/x.js'; undefined for our own files. */
function packageFolder(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license }: PackageJson = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n${await readFile(join(folder, file), 'utf8')}`;
  return `${name} ${version} (${license ?? 'no licence named'})\n${text}`;
}
