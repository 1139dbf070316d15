import { runQuery, tabNames } from '../../browser/graphiql.js';
import { openGuardedPage } from '../../browser/guarded-page.js';
import type { Findings } from '../proof.js';
import type { Visit } from './visit.js';

/** Each tab that GraphiQL opens on, run as a reader does. */
export async function exampleFindings({ browser, site, say }: Visit): Promise<Findings> {
  const { page, close } = await openGuardedPage(browser, site);
  await page.goto(`${site}/graphql`);
  const names = await tabNames(page);
  const withContent: string[] = [];
  for (const name of names) {
    say(`example: ${name}`);
    await page.getByRole('tab', { name }).click();
    const { data, errors } = await runQuery(page);
    if (errors === undefined && /"title":"[^"]+"/.test(JSON.stringify(data))) withContent.push(name);
  }
  await close();
  return {
    holds: names.length > 0 && withContent.length === names.length,
    figures: [
      ['tabs that it opens on', names.join(', ')],
      ['of them, with content in the answer on the first run', `${withContent.length} of ${names.length}`],
    ],
  };
}
