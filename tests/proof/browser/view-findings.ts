import { type Audit, audit } from '../../browser/accessibility.js';
import { openGuardedPage } from '../../browser/guarded-page.js';
import { SCHEMES, SIZES } from '../../browser/looks.js';
import { goTo, VIEWS, type View } from '../../browser/views.js';
import type { Figure, Findings } from '../proof.js';
import type { Visit } from './visit.js';

/** What was seen of one view in one look. */
interface Seen extends Audit {
  readonly name: string;
  readonly errors: readonly string[];
  readonly elsewhere: readonly string[];
  /** Pixels that it is wider than the window. */
  readonly overflow: number;
}

/** Every view in both themes, on a desk and on a phone. */
export async function viewFindings(visit: Visit): Promise<Findings> {
  const all: Seen[] = [];
  for (const scheme of SCHEMES) {
    for (const [device, size] of Object.entries(SIZES)) {
      for (const view of VIEWS) {
        const name = `${view.name}, ${device}, ${scheme}`;
        visit.say(name);
        all.push(await see(visit, view, name, { ...size, scheme }));
      }
    }
  }
  const grave = all.flatMap(({ name, graves }) => graves.map((line): Figure => [`serious, ${name}`, line]));
  const wrong = all.flatMap(({ name, errors, elsewhere }) =>
    [...errors, ...elsewhere].map((line): Figure => [`wrong, ${name}`, line]),
  );
  const wide = all
    .filter(({ overflow }) => overflow > 0)
    .map(({ name, overflow }): Figure => [`too wide, ${name}`, overflow]);
  return {
    holds: all.length > 0 && grave.length + wrong.length + wide.length === 0,
    figures: [
      ['views, in two themes and two sizes', `${VIEWS.length} × 4 = ${all.length}`],
      ['console errors', sum(all, ({ errors }) => errors.length)],
      ['requests elsewhere', sum(all, ({ elsewhere }) => elsewhere.length)],
      ['views that are wider than their window', wide.length],
      ['axe: rules that a view keeps, over all views', sum(all, ({ passes }) => passes.length)],
      ['axe: serious or critical breaches', grave.length],
      ['axe: lesser breaches', sum(all, ({ others }) => others.length)],
      ...lesser(all),
      ...grave,
      ...wrong,
      ...wide,
    ],
  };
}

async function see(
  { browser, site }: Visit,
  view: View,
  name: string,
  look: Parameters<typeof openGuardedPage>[2],
): Promise<Seen> {
  const { page, errors, elsewhere, close } = await openGuardedPage(browser, site, look);
  await goTo(page, site, view);
  const overflow: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  const found = await audit(page);
  await close();
  // An answer with another status is an error to the console, and here it is what was asked for.
  const own = view.status === undefined ? errors : errors.filter((line) => !line.includes(`status of ${view.status}`));
  return { ...found, name, overflow, errors: own, elsewhere };
}

function sum(all: readonly Seen[], count: (seen: Seen) => number): number {
  return all.reduce((before, seen) => before + count(seen), 0);
}

/** The rules of the lesser breaches, each with its count. */
function lesser(all: readonly Seen[]): readonly Figure[] {
  const counts = new Map<string, number>();
  for (const line of all.flatMap(({ others }) => others)) {
    const rule = line.split(':', 1)[0] ?? line;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => [`axe: ${rule}`, count]);
}
