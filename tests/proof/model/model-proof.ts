import { jsonLines, run, start } from '../../cli/command.js';
import { type CommandDatabase, commandDatabases } from '../../cli/databases.js';
import { corpusFile, corpusPath } from '../../corpus.js';
import { MODEL_FACTS, wrongFacts } from '../../model-facts.js';
import { MODEL, MODEL_QUERY, type ModelIssue } from '../../model-query.js';
import { spansIn, wrongSpans } from '../../spans.js';
import type { Figure, Findings, Proof } from '../proof.js';

/** The model issue, in by the command and out by HTTP, on every kind of database. */
export const modelProof: Proof = {
  name: 'model',
  claim:
    'The model issue comes out of the graph as it was printed: every fact of it, and every span is the slice of the document.',
  async run(say) {
    const document = corpusFile(MODEL.file);
    if (document === undefined)
      return { holds: false, figures: [['the model issue', 'absent: the corpus is not beside the checkout']] };
    const all: Findings[] = [];
    for (const kind of commandDatabases()) {
      say(`${kind.name}: ingest, serve, ask`);
      const place = await kind.make();
      try {
        all.push(check(kind.name, await ingestAndAsk(place), document));
      } finally {
        await place.remove();
      }
    }
    return { holds: all.every(({ holds }) => holds), figures: all.flatMap(({ figures }) => figures) };
  },
};

function check(name: string, issue: ModelIssue, document: string): Findings {
  const spans = spansIn(issue);
  const wrong = [...wrongFacts(issue, document), ...wrongSpans(spans, document)];
  const { lines, attributed } = issue.revision.coverage;
  const figures: Figure[] = [
    [`${name}: facts checked`, MODEL_FACTS.length],
    [`${name}: spans checked`, spans.length],
    [`${name}: lines attributed`, `${attributed} of ${lines}`],
    [`${name}: facts and spans that are wrong`, wrong.length],
    ...wrong.map((line): Figure => ['wrong', line.slice(0, 400)]),
  ];
  return { holds: wrong.length === 0 && spans.length > 0, figures };
}

async function ingestAndAsk(place: CommandDatabase): Promise<ModelIssue> {
  const words = ['--publication', MODEL.publication, '--date', MODEL.publishedOn, '--publish', ...place.flags];
  const { code, err } = await run(['ingest', corpusPath(MODEL.file), ...words]);
  if (code !== 0) throw new Error(err);
  const server = start(['serve', '--port', '0', '--json', ...place.flags]);
  try {
    const [{ graphql } = { graphql: undefined }] = jsonLines(await server.line(/graphql/));
    return await ask(String(graphql));
  } finally {
    server.child.kill('SIGTERM');
    await server.ended;
  }
}

interface Answer {
  readonly data?: { readonly issue: ModelIssue | null };
}

async function ask(address: string): Promise<ModelIssue> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: MODEL_QUERY }),
  });
  const text = await response.text();
  const answer: Answer = JSON.parse(text);
  if (answer.data === undefined || answer.data.issue === null)
    throw new Error(`No issue in the answer: ${text.slice(0, 2_000)}`);
  return answer.data.issue;
}
