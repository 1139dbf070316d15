import { type DocumentFormat, documentFormats, parse, read } from '@broadsheet/parser';
import { brokenPromises, brokenSpans, fixtureTexts, mutate, seededRandom } from '@broadsheet/parser/testing';
import type { Figure, Proof } from '../proof.js';

/** Mutated documents of each format. */
const DOCUMENTS = 10_000;

/** Documents with random changes, in every format. */
export const fuzzProof: Proof = {
  name: 'fuzz',
  claim:
    'Whatever is fed in, in any format, the parser does not fail, prints it as it was, accounts for every line, and every span is true.',
  async run(say) {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const results = documentFormats.map((format) => fuzz(format, seed, say));
    return { holds: results.every(({ broken }) => broken.length === 0), figures: results.flatMap(figuresOf) };
  },
};

interface Result {
  readonly format: DocumentFormat;
  readonly seed: number;
  readonly slowest: number;
  readonly broken: readonly string[];
}

function fuzz(format: DocumentFormat, seed: number, say: (line: string) => void): Result {
  const random = seededRandom(seed);
  const texts = fixtureTexts(format).map(([, text]) => text);
  const broken: string[] = [];
  let slowest = 0;
  for (let count = 0; count < DOCUMENTS; count++) {
    const start = performance.now();
    const found = brokenBy(mutate(texts[count % texts.length] ?? '', random, format), format);
    slowest = Math.max(slowest, performance.now() - start);
    if (found.length > 0) broken.push(`document ${count}: ${found.slice(0, 3).join('; ')}`);
    if (count % 100 === 99) say(`${format}: ${count + 1} of ${DOCUMENTS} from seed ${seed}, ${broken.length} broken`);
  }
  return { format, seed, slowest, broken };
}

function brokenBy(document: string, format: DocumentFormat): string[] {
  try {
    const parsed = parse(document, { format });
    const spans = brokenSpans(document, read(parsed, { publishedOn: '2031-12-17' }));
    return [...brokenPromises(document, parsed, format), ...spans.map((span) => JSON.stringify(span))];
  } catch (error) {
    return [String(error)];
  }
}

function figuresOf({ format, seed, slowest, broken }: Result): Figure[] {
  const what = `${DOCUMENTS} mutated documents in ${format} from seed ${seed}`;
  const told = broken.length === 0 ? 'nothing broken' : `${broken.length} broken`;
  const lines = broken.slice(0, 3).map((line): Figure => ['broken', line.slice(0, 300)]);
  return [[what, told], [`slowest of those in ${format}`, `${Math.round(slowest)} ms`], ...lines];
}
