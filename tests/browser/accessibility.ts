import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe says of a page. */
export interface Audit {
  /** Rules that the page keeps, by name. */
  readonly passes: readonly string[];
  /** Breaches that are serious or critical: the rule, and the element. */
  readonly graves: readonly string[];
  /** Breaches that are less than that. */
  readonly others: readonly string[];
}

/** Asks axe about the page as it is now. */
export async function audit(page: Page): Promise<Audit> {
  // Evaluated by the browser's own tools: the page's policy lets no script in.
  await page.evaluate(axe.source);
  const { passes, violations }: { readonly passes: readonly string[]; readonly violations: readonly Finding[] } =
    await page.evaluate(
      'axe.run().then(({ passes, violations }) => ({ passes: passes.map(({ id }) => id), violations }))',
    );
  return {
    passes,
    graves: violations.filter(isGrave).flatMap(linesOf),
    others: violations.filter((finding) => !isGrave(finding)).flatMap(linesOf),
  };
}

/** What axe finds on the page that is serious or critical. */
export async function gravesOf(page: Page): Promise<readonly string[]> {
  return (await audit(page)).graves;
}

function isGrave({ impact }: Finding): boolean {
  return impact === 'serious' || impact === 'critical';
}

function linesOf({ id, nodes }: Finding): readonly string[] {
  return nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`);
}
