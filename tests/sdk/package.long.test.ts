import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/command.js';
import { type ServedRoom, serveNewsroom } from '../live/served-room.js';
import { DATABASES } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { COMPILERS, compile, lend, lendExpectType, type Packed, packInto, packSdk, unpackInto } from './packed.js';
import { readmeExamples } from './readme-blocks.js';
import { TYPE_CHECKS } from './type-checks.js';

const run = promisify(execFile);
const SDK = join(ROOT, 'packages/sdk');
const VERSIONS = Object.keys(COMPILERS).filter((name): name is keyof typeof COMPILERS => name in COMPILERS);

describe('the packed SDK', { timeout: 180_000 }, () => {
  let room: ServedRoom;
  let packed: Packed;
  const folders: string[] = [];
  beforeAll(async () => {
    const [kind] = DATABASES;
    if (kind === undefined) throw new Error('There is no database to test on.');
    room = await serveNewsroom(kind);
    await ingestSample(room);
    packed = await packSdk();
  }, 180_000);
  afterAll(async () => {
    await room.close();
    await packed.remove();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  /** An empty folder in which the package is installed. */
  async function emptyFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-sdk-user-'));
    folders.push(folder);
    await unpackInto(packed.tarball, folder);
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    return folder;
  }

  const local = (code: string): string => code.replaceAll('http://127.0.0.1:4000/graphql', room.url);

  it('holds what is built, the schema, README and licence, and depends on nothing', async () => {
    const place = join(packed.folder, 'node_modules/@broadsheet/sdk');
    const manifest = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).toMatchObject({ type: 'module', sideEffects: false });
    const { stdout } = await run('tar', ['-tzf', packed.tarball]);
    const files = stdout.trim().split('\n');
    for (const name of [
      'dist/index.js',
      'dist/index.js.map',
      'dist/index.d.ts',
      'dist/schema.graphql',
      'README.md',
      'LICENSE',
    ]) {
      expect(files).toContain(`package/${name}`);
    }
    expect(files.filter((name) => /\.test\.|\/src\//.test(name))).toEqual([]);
  });

  it('has the same bytes when it is packed again', async () => {
    const hash = async (file: string) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
    const again = await packInto(join(packed.folder, 'again'));
    expect(await hash(again)).toBe(await hash(packed.tarball));
  });

  it('is found in order by publint and by Are The Types Wrong', async () => {
    const bin = (name: string) => join(SDK, 'node_modules/.bin', name);
    await run(bin('publint'), ['run', packed.tarball, '--strict']);
    await run(bin('attw'), [packed.tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'schema.graphql']);
  });

  it('has the public types that its report says', async () => {
    await run(join(SDK, 'node_modules/.bin/api-extractor'), ['run'], { cwd: SDK });
  });

  describe.each(VERSIONS)('with TypeScript %s', (version) => {
    it.each([
      ['nodenext', 'nodenext'],
      ['bundler', 'esnext'],
    ])('compiles its README and its types under %s, strictly, libraries too', async (moduleResolution, module) => {
      const folder = await emptyFolder();
      await lendExpectType(folder);
      const blocks = readmeExamples().filter(({ language }) => language === 'ts');
      for (const [index, { code }] of blocks.entries())
        await writeFile(join(folder, `readme-${index}.ts`), local(code));
      await writeFile(join(folder, 'types.ts'), TYPE_CHECKS);
      await writeProject(folder, { module, moduleResolution, skipLibCheck: false, types: [] });
      await compile(folder, version);
      for (const [index, { prints }] of blocks.entries()) {
        const { stdout } = await run(process.execPath, [`out/readme-${index}.js`], { cwd: folder });
        expect(stdout).toBe(prints ?? stdout);
      }
    });
  });

  const LIBRARIES = [
    '@graphql-codegen/cli',
    '@graphql-codegen/client-preset',
    '@graphql-typed-document-node/core',
    '@tanstack/react-query',
    '@types/node',
    '@types/react',
    '@types/react-dom',
    '@urql/core',
    'gql.tada',
    'graphql',
    'react',
    'react-dom',
  ];
  const SHOWN = { 'gql-tada': '2026', codegen: ' ', 'tanstack-query': '<li>', urql: '207 ' } as const;

  it.each(Object.entries(SHOWN))('runs the example %s', async (name, shown) => {
    const folder = await emptyFolder();
    await cp(join(ROOT, 'examples', name), folder, { recursive: true });
    await lend(folder, 'examples', LIBRARIES);
    if (name === 'codegen') {
      const cli = createRequire(join(ROOT, 'examples/package.json')).resolve('@graphql-codegen/cli/package.json');
      const { bin } = JSON.parse(await readFile(cli, 'utf8'));
      await run(process.execPath, [join(dirname(cli), bin['graphql-codegen'] ?? bin), '--config', 'codegen.ts'], {
        cwd: folder,
      });
      await rm(join(folder, 'codegen.ts'));
    }
    await writeProject(folder, {
      module: 'nodenext',
      moduleResolution: 'nodenext',
      skipLibCheck: true,
      types: ['node'],
    });
    await compile(folder, '7');
    const { stdout } = await run(process.execPath, ['out/main.js'], {
      cwd: folder,
      env: { ...process.env, BROADSHEET_URL: room.url },
    });
    expect(stdout).toContain(shown);
  });

  it('compiles the recipes of its README', async () => {
    const folder = await emptyFolder();
    await lend(folder, 'examples', LIBRARIES);
    const blocks = readmeExamples().filter(({ language }) => language === 'tsx');
    expect(blocks).toHaveLength(2);
    for (const [index, { code }] of blocks.entries()) await writeFile(join(folder, `readme-${index}.tsx`), code);
    await writeProject(folder, { module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck: true, types: [] });
    await compile(folder, '7');
  });
});

async function writeProject(folder: string, options: object): Promise<void> {
  await mkdir(join(folder, 'out'), { recursive: true });
  const compilerOptions = {
    target: 'es2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    jsx: 'react-jsx',
    rootDir: '.',
    outDir: 'out',
    ...options,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, exclude: ['node_modules', 'out'] }));
}
