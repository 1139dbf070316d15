import type { Random } from '../sequences/random.js';
import type { MadeList } from './operation-maker.js';

/** The most cursors that are kept of one list. */
const MOST = 20;

/** Cursors that answers held, by the list that issued them. */
export class CursorPool {
  private readonly byList = new Map<string, string[]>();

  /** One of a list's cursors; undefined where none is known. */
  pick(list: string, random: Random): string | undefined {
    const known = this.byList.get(list) ?? [];
    return known.length === 0 ? undefined : random.pick(known);
  }

  /** A cursor that the list did not issue. */
  pickOther(list: string, random: Random): string | undefined {
    const others = [...this.byList.keys()].filter((key) => key !== list);
    return others.length === 0 ? undefined : this.pick(random.pick(others), random);
  }

  /** Keeps the cursors of an answer's lists. */
  harvest(data: unknown, lists: readonly MadeList[]): void {
    for (const { path, key } of lists) {
      const known = this.byList.get(key) ?? [];
      for (const connection of follow(data, path)) known.push(...cursorsIn(connection));
      if (known.length > 0) this.byList.set(key, known.slice(-MOST));
    }
  }
}

/** What stands at the end of a path of response keys, through every element of the lists on it. */
function follow(data: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(data)) return data.flatMap((item) => follow(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return [data];
  return typeof data === 'object' && data !== null ? follow(Reflect.get(data, key), rest) : [];
}

function cursorsIn(connection: unknown): readonly string[] {
  if (typeof connection !== 'object' || connection === null) return [];
  const { edges, pageInfo }: { readonly edges?: unknown; readonly pageInfo?: unknown } = connection;
  const found = [...(Array.isArray(edges) ? edges : []), pageInfo].flatMap((holder: unknown) =>
    typeof holder === 'object' && holder !== null
      ? ['cursor', 'startCursor', 'endCursor'].map((name) => Reflect.get(holder, name))
      : [],
  );
  return found.filter((cursor) => typeof cursor === 'string');
}
