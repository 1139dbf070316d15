import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds on the page that is serious or critical: its rule, and the elements. */
export async function gravesOf(page: Page): Promise<string[]> {
  // Evaluated by the browser's own tools: the page's policy lets no script in.
  await page.evaluate(axe.source);
  const findings: Finding[] = await page.evaluate('axe.run().then(({ violations }) => violations)');
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
