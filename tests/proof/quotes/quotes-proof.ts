import { MIGRATIONS, migrate } from '@broadsheet/store';
import { databasesUnderTest } from '@broadsheet/store/testing';
import { corpusFile } from '../../corpus.js';
import { onDatabase } from '../../newsroom.js';
import { corpusDocuments } from '../../periodicals/read-corpus.js';
import { type Random, seededRandom } from '../../sequences/random.js';
import type { Findings, Proof } from '../proof.js';
import { ingestCorpus } from '../search/search-proof.js';

const QUOTES = Number(process.env['QUOTES'] ?? 1_000);

/** Whether quotes from the corpus are found where they stand, and none that was changed. */
export const quotesProof: Proof = {
  name: 'quotes',
  claim: `${QUOTES} quotes from the corpus are found with their span, and each with one character changed is not.`,
  async run(say) {
    const kind = databasesUnderTest().at(-1);
    if (kind === undefined || corpusFile('optech/NOTICE') === undefined)
      return { holds: false, figures: [['not run', 'no corpus beside the checkout']] };
    const database = await kind.open();
    const room = onDatabase(database);
    try {
      await migrate(database, MIGRATIONS);
      await ingestCorpus(database, say);
      const random = seededRandom(Number(process.env['SEED'] ?? 1));
      const documents = (['optech', 'twir'] as const).flatMap((folder) => corpusDocuments(folder));
      let [found, right, changed] = [0, 0, 0];
      const times: number[] = [];
      for (let tried = 0; tried < QUOTES; tried++) {
        const quote = draw(
          random,
          documents.map(({ document }) => document),
        );
        const start = performance.now();
        const data = await room.data(VERIFY, { text: quote });
        times.push(performance.now() - start);
        const span = spanOf(data);
        if (span !== undefined) found += 1;
        else say(`not found: ${JSON.stringify(quote)}`);
        // Another issue may have the same words, and the newest is told: what counts is that they stand there.
        if (span !== undefined && plain(span.text) === plain(quote)) right += 1;
        const other = change(quote, random);
        if (documents.some(({ document }) => plain(document).includes(plain(other)))) changed += 1;
        else if (spanOf(await room.data(VERIFY, { text: other })) === undefined) changed += 1;
        if (tried % 100 === 0) say(`${tried} of ${QUOTES}`);
      }
      times.sort((a, b) => a - b);
      return {
        holds: found === QUOTES && right === QUOTES && changed === QUOTES,
        figures: [
          ['quotes, found, with the right span', `${QUOTES}, ${found}, ${right}`],
          ['not found with one character changed', changed],
          [
            'milliseconds in the middle and at the 99th of 100',
            `${times[Math.floor(QUOTES / 2)]?.toFixed(1)}, ${times[Math.floor(QUOTES * 0.99)]?.toFixed(1)}`,
          ],
        ],
      } satisfies Findings;
    } finally {
      await room.close();
    }
  },
};

const VERIFY =
  'query V($text: String!) { verifyQuote(text: $text) { issue { slug } span { start end line column text } } }';

/** Some words of a document, as a reader would mark them: 3 to 40, from anywhere. */
function draw(random: Random, documents: readonly string[]): string {
  for (;;) {
    const document = random.pick(documents);
    const words = [...document.matchAll(/\S+/g)];
    const at = random.below(Math.max(words.length - 50, 1));
    const [first, last] = [words[at], words[at + 2 + random.below(38)]];
    if (first === undefined || last === undefined) continue;
    const quote = document.slice(first.index, last.index + last[0].length);
    if (/[a-z]{4}/i.test(quote)) return quote;
  }
}

/** One letter made another. */
function change(quote: string, random: Random): string {
  const letters = [...quote.matchAll(/[a-z]/gi)].map(({ index }) => index);
  const at = random.pick(letters);
  const other = quote.charAt(at) === 'x' ? 'q' : 'x';
  return quote.slice(0, at) + other + quote.slice(at + 1);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

interface FoundSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function spanOf(data: unknown): FoundSpan | undefined {
  const match: unknown = typeof data === 'object' && data !== null && 'verifyQuote' in data ? data.verifyQuote : null;
  if (typeof match !== 'object' || match === null || !('span' in match)) return undefined;
  const { span } = match;
  return isSpan(span) && span.end - span.start === span.text.length ? span : undefined;
}

function isSpan(span: unknown): span is FoundSpan {
  return typeof span === 'object' && span !== null && 'start' in span && 'text' in span;
}
