import { type DocumentFormat, parse, read } from '@broadsheet/parser';
import { fixtureTexts, pumpMarkup, pumpOpenings, pumpShapes, pumpTags } from '@broadsheet/parser/testing';
import type { Figure, Proof } from '../proof.js';

const KB = 1024;
/** The longest document of each format, in characters. Dense Markdown takes seconds at a quarter of a megabyte, and says enough there. */
const LONGEST: Readonly<Record<DocumentFormat, number>> = { TEXT: 1024 * KB, HTML: 1024 * KB, MARKDOWN: 256 * KB };
/** So many times as long a document of twice the length may take. */
const MOST = 2.6;
const MOST_ORDINARY_MS = 300;

/** Time by length: text that is nothing but one shape, and text as it is printed. */
export const pumpProof: Proof = {
  name: 'pump',
  claim: `Reading takes at most ${MOST} times as long for twice the length, whatever a text is made of, and at most ${MOST_ORDINARY_MS} ms for a megabyte as it is printed.`,
  async run(say) {
    const opening = pumpOpenings['in a brief'] ?? '';
    const pumps = [
      ...pumpShapes.map((shape) => ({ format: 'TEXT' as const, opening, shape, closing: '' })),
      ...[...pumpMarkup, ...pumpTags].flatMap(([format, start, shapes, closing]) =>
        shapes.map((shape) => ({ format, opening: start, shape, closing })),
      ),
    ];
    const grown = pumps.map((pump, index) => {
      const found = grow(pump);
      const told = `${pump.format} ${JSON.stringify(pump.shape)}: ${found.ratio.toFixed(2)} a doubling, ${Math.round(found.ms)} ms at ${LONGEST[pump.format] / KB} kB`;
      say(`${index + 1} of ${pumps.length} ${told}`);
      return { ...found, format: pump.format, told };
    });
    const ordinary = ordinaryTime();
    return {
      holds: grown.every(({ ratio }) => ratio <= MOST) && ordinary <= MOST_ORDINARY_MS,
      figures: [
        ['a megabyte as it is printed, parsed and read (ms)', Math.round(ordinary)],
        ...(['TEXT', 'HTML', 'MARKDOWN'] as const).flatMap((format) =>
          figuresOf(
            format,
            grown.filter((pump) => pump.format === format),
          ),
        ),
      ],
    };
  },
};

interface Pump {
  readonly format: DocumentFormat;
  readonly opening: string;
  readonly shape: string;
  readonly closing: string;
}

/** The growth from a quarter of the longest document to the whole, a doubling, and the time of the longest. */
function grow({ format, opening, shape, closing }: Pump): { readonly ratio: number; readonly ms: number } {
  const timeAt = (length: number): number => {
    const document = opening + shape.repeat(Math.ceil(length / shape.length)) + closing;
    return Math.max(5, Math.min(timeOf(document, format), timeOf(document, format), timeOf(document, format)));
  };
  const ms = timeAt(LONGEST[format]);
  return { ms, ratio: Math.sqrt(ms / timeAt(LONGEST[format] / 4)) };
}

function ordinaryTime(): number {
  const text = fixtureTexts('TEXT')
    .map(([, document]) => document)
    .join('\n');
  const megabyte = text.repeat(Math.ceil((1024 * KB) / text.length)).slice(0, 1024 * KB);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    read(parse(megabyte, { format: 'TEXT' }), { publishedOn: '2031-12-17' });
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Milliseconds of the processor. */
function timeOf(document: string, format: DocumentFormat): number {
  const start = process.cpuUsage();
  read(parse(document, { format }), { publishedOn: '2031-12-17' });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function figuresOf(
  format: DocumentFormat,
  grown: readonly { readonly ratio: number; readonly ms: number; readonly told: string }[],
): Figure[] {
  const worst = grown.toSorted((a, b) => b.ratio - a.ratio)[0];
  const slowest = grown.toSorted((a, b) => b.ms - a.ms)[0];
  return [
    [`${format}: shapes`, grown.length],
    [`${format}: the one that grows most`, worst?.told ?? ''],
    [`${format}: the slowest`, slowest?.told ?? ''],
    [`${format}: shapes that grow more than ${MOST} a doubling`, grown.filter(({ ratio }) => ratio > MOST).length],
  ];
}
