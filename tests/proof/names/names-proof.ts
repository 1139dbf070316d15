import { namingDocument, namingIssues, scoreNames, type TiedName } from '@broadsheet/store/testing';
import { DATABASES, type Newsroom, openNewsroom } from '../../newsroom.js';
import type { Figure, Proof } from '../proof.js';

/** The sources that labelled source lines are tied to. */
export const namesProof: Proof = {
  name: 'names',
  claim: 'Source lines that name two bodies are never tied to one source, in whatever order their issues come.',
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    for (const kind of DATABASES) {
      for (const order of ['forwards', 'backwards'] as const) {
        const room = await openNewsroom(kind);
        try {
          const { names, bodies, tied, precision, recall, misses } = scoreNames(await tie(room, order, say));
          holds &&= precision === 1 && names >= 120;
          const where = `${kind.kind}, ${order}`;
          figures.push(
            [`${where}: names and bodies`, `${names} and ${bodies}`],
            [`${where}: pairs of lines tied to one source`, tied],
            [`${where}: precision`, precision.toFixed(3)],
            [`${where}: recall`, recall.toFixed(3)],
            ...misses.map((miss): Figure => [`${where}: miss`, miss]),
          );
        } finally {
          await room.close();
        }
      }
    }
    return { holds, figures };
  },
};

const TIES = `query Ties($slug: String!) {
  issue(publication: "swb", slug: $slug) { items(first: 100) { nodes { attributions { printed source { slug } } } } }
}`;

/** Publishes all issues, then asks whom each source line names. */
async function tie(room: Newsroom, order: 'forwards' | 'backwards', say: (line: string) => void): Promise<TiedName[]> {
  // Each on a day of its own: issues of one day whose items are much alike are one issue.
  const issues = namingIssues().map((issue, index) => ({
    ...issue,
    document: namingDocument(issue, index + 1),
    publishedOn: new Date(Date.UTC(2031, 0, 1 + index)).toISOString().slice(0, 10),
  }));
  const slugs = new Map<string, string>();
  for (const { document, publishedOn } of order === 'forwards' ? issues : issues.toReversed()) {
    const { slug } = await room.ingest({ document, publishedOn, publish: true });
    slugs.set(document, slug);
    if (slugs.size % 10 === 0) say(`${slugs.size} of ${issues.length} issues`);
  }
  const tied: TiedName[] = [];
  for (const { document, names } of issues) {
    const sources = sourcesIn(await room.data(TIES, { slug: slugs.get(document) }));
    for (const [index, { printed, body }] of names.entries()) {
      const found = sources[index];
      if (found?.printed !== printed) throw new Error(`'${printed}' is read as '${found?.printed}'.`);
      tied.push({ printed, body, source: found.source.slug });
    }
  }
  return tied;
}

interface Answer {
  readonly issue: { readonly items: { readonly nodes: readonly { readonly attributions: readonly Line[] }[] } };
}

interface Line {
  readonly printed: string;
  readonly source: { readonly slug: string };
}

function sourcesIn(data: unknown): Line[] {
  const answer: Answer = JSON.parse(JSON.stringify(data));
  return answer.issue.items.nodes.flatMap(({ attributions }) => attributions);
}
