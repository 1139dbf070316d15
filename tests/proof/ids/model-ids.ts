import type { Newsroom } from '../../newsroom.js';

/** Ids of all that the model issue has a part in, by what they name: `item 3`, `source international-services-shanghai`. */
export type Ids = ReadonlyMap<string, string>;

const QUERY = `{
  issue(publication: "swb", slug: "123") {
    id
    publication { id }
    sections { id position rubric { id } }
    items(first: 100) { nodes { id title bylines { contributor { id slug } } part { series { id } } events { id kind } } }
    keywords { id slug }
    sources { id slug }
  }
}`;

interface Named {
  readonly id: string;
  readonly slug: string;
}

interface Answer {
  readonly issue: {
    readonly id: string;
    readonly publication: { readonly id: string };
    readonly sections: readonly {
      readonly id: string;
      readonly position: number;
      readonly rubric: { readonly id: string } | null;
    }[];
    readonly items: {
      readonly nodes: readonly {
        readonly id: string;
        readonly title: string;
        readonly bylines: readonly { readonly contributor: Named }[];
        readonly part: { readonly series: { readonly id: string } } | null;
        readonly events: readonly { readonly id: string; readonly kind: string }[];
      }[];
    };
    readonly keywords: readonly Named[];
    readonly sources: readonly Named[];
  };
}

/** Asks for the ids; items are numbered from 1 behind those whose titles are left out. */
export async function idsIn(room: Newsroom, withoutTitle?: string): Promise<Ids> {
  const { issue }: Answer = JSON.parse(JSON.stringify(await room.data(QUERY)));
  const ids = new Map([
    ['issue', issue.id],
    ['publication', issue.publication.id],
  ]);
  for (const { id, position, rubric } of issue.sections) {
    ids.set(`section ${position}`, id);
    if (rubric !== null) ids.set(`rubric of section ${position}`, rubric.id);
  }
  for (const { id, slug } of issue.keywords) ids.set(`keyword ${slug}`, id);
  for (const { id, slug } of issue.sources) ids.set(`source ${slug}`, id);
  for (const [index, item] of issue.items.nodes.filter(({ title }) => title !== withoutTitle).entries()) {
    ids.set(`item ${index + 1}`, item.id);
    for (const { id, kind } of item.events) ids.set(`${kind} of item ${index + 1}`, id);
    for (const { contributor } of item.bylines) ids.set(`contributor ${contributor.slug}`, contributor.id);
    if (item.part !== null) ids.set(`series of item ${index + 1}`, item.part.series.id);
  }
  return ids;
}

/** Names of the ids that are missing or others; what is only in the second does not count. */
export function changedIds(before: Ids, after: Ids): string[] {
  return [...before].filter(([name, id]) => after.get(name) !== id).map(([name]) => name);
}
