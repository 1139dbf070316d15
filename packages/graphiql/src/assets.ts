import { readFile } from 'node:fs/promises';

/** A file that the page needs, compressed beforehand. */
export interface Asset {
  /** Value of `content-type`. */
  readonly type: string;
  readonly identity: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** All that the page needs. */
export interface Assets {
  /** Of the contents of them all: another content has another address, so that each may be cached for ever. */
  readonly hash: string;
  readonly files: ReadonlyMap<string, Asset>;
}

/** What stands in `manifest.json` beside the files. */
export interface Manifest {
  readonly hash: string;
  readonly files: readonly { readonly name: string; readonly type: string }[];
}

/** Reads what `writeAssets` wrote: each file, and the same with '.br' and '.gz'. Rejects where the folder has no manifest. */
export async function readAssets(folder: URL): Promise<Assets> {
  const manifest: Manifest = JSON.parse(await readFile(new URL('manifest.json', folder), 'utf8'));
  const files = manifest.files.map(async ({ name, type }): Promise<[string, Asset]> => {
    const [identity, br, gzip] = await Promise.all(
      ['', '.br', '.gz'].map((ending) => readFile(new URL(`${name}${ending}`, folder))),
    );
    if (identity === undefined || br === undefined || gzip === undefined) throw new Error(`${name} is not whole.`);
    return [name, { type, identity, br, gzip }];
  });
  return { hash: manifest.hash, files: new Map(await Promise.all(files)) };
}
