import { CORPORA } from '../corpus/corpus.js';
import { OPERATIONS } from '../operations.js';
import { ratioOf, throughputOf } from './ratios.js';
import type { Results } from './results.js';

const [WIDTH, LEFT, BAR, GAP] = [720, 120, 14, 18] as const;
/** The length of a bar that reaches the limit. */
const WHOLE = 480;

const STYLE = `text { font: 13px system-ui, sans-serif; fill: #222 } .quiet { fill: #666 } .ours { fill: #1f6fb2 } .peer { fill: #b9832f }
  .line { stroke: #888; stroke-dasharray: 3 3 } @media (prefers-color-scheme: dark) { text { fill: #ddd } .quiet { fill: #999 } .ours { fill: #58a6e0 } .peer { fill: #d8a757 } }`;

/** Bars of the throughput of ours and of PostGraphile, each operation's limit being 1, on the small corpus. */
export function plot(results: Results): string {
  const items = CORPORA[0]?.items ?? 0;
  const groups = OPERATIONS.flatMap(({ name }) => {
    const rounds = results.operations[`${name} ${items}`]?.rounds;
    if (rounds === undefined) return [];
    const of = (server: 'ours' | 'peer') => ratioOf(rounds, throughputOf, server, 'limit')?.median;
    return [{ name, ours: of('ours'), peer: of('peer') }];
  });
  const top = 44;
  const height = top + groups.length * (2 * BAR + GAP) + 26;
  const bars = groups.map(({ name, ours, peer }, index) => {
    const y = top + index * (2 * BAR + GAP);
    return `<text x="${LEFT - 10}" y="${y + BAR + 4}" text-anchor="end">${name}</text>${bar('ours', ours, y)}${bar('peer', peer, y + BAR)}`;
  });
  const limit = LEFT + WHOLE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Throughput of Broadsheet and PostGraphile, hand-written SQL being 1">
<style>${STYLE}</style>
<text x="${LEFT}" y="18">Requests a second, hand-written SQL behind node:http being 1 (${items.toLocaleString('en')} items)</text>
<line class="line" x1="${limit}" x2="${limit}" y1="${top - 12}" y2="${height - 24}"/>
${bars.join('\n')}
<rect class="ours" x="${LEFT}" y="${height - 18}" width="10" height="10"/><text x="${LEFT + 16}" y="${height - 9}">Broadsheet</text>
<rect class="peer" x="${LEFT + 110}" y="${height - 18}" width="10" height="10"/><text x="${LEFT + 126}" y="${height - 9}">PostGraphile 5</text>
</svg>
`;
}

function bar(server: 'ours' | 'peer', ratio: number | undefined, y: number): string {
  if (ratio === undefined) return '';
  const length = Math.round(Math.min(ratio, 1.2) * WHOLE);
  return `<rect class="${server}" x="${LEFT}" y="${y}" width="${length}" height="${BAR - 2}"/><text class="quiet" x="${LEFT + length + 6}" y="${y + BAR - 3}">${ratio.toFixed(2)}</text>`;
}
