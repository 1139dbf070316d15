import { isDeepStrictEqual } from 'node:util';
import { copiedCode, runQuery, tabNames } from '../../browser/graphiql.js';
import { openGuardedPage } from '../../browser/guarded-page.js';
import { runModule, runShell } from '../../browser/run-code.js';
import type { Findings } from '../proof.js';
import type { Visit } from './visit.js';

/** Each example as code: copied, run against the server, and its answer compared with the one in the page. */
export async function codeFindings({ browser, site, say }: Visit): Promise<Findings> {
  const { page, close } = await openGuardedPage(browser, site);
  await page.goto(`${site}/graphql`);
  const names = await tabNames(page);
  const same = { SDK: 0, fetch: 0, curl: 0 };
  for (const name of names) {
    say(`code of ${name}`);
    await page.getByRole('tab', { name }).click();
    const { data } = await runQuery(page);
    const answers = {
      SDK: JSON.parse(await runModule(await copiedCode(page, 'SDK'))),
      fetch: JSON.parse(await runModule(await copiedCode(page, 'fetch'))),
      curl: JSON.parse(await runShell(await copiedCode(page, 'curl'))).data,
    };
    for (const language of ['SDK', 'fetch', 'curl'] as const)
      if (isDeepStrictEqual(answers[language], data)) same[language] += 1;
  }
  await close();
  return {
    holds: names.length > 0 && Object.values(same).every((count) => count === names.length),
    figures: Object.entries(same).map(([language, count]) => [
      `examples that, copied as ${language} code and run, give the answer of the page`,
      `${count} of ${names.length}`,
    ]),
  };
}
