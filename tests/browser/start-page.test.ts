import { addPublication } from '@broadsheet/store';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestSample } from '../sample.js';
import { gravesOf } from './accessibility.js';
import { findChromium, openBrowser } from './chromium.js';
import { openGuardedPage } from './guarded-page.js';
import { openSite, type Site } from './site.js';

const chromium = findChromium();
if (chromium === undefined)
  process.stderr.write('Chromium is not here: what opens the start page in a browser did not run.\n');

/** Texts that would run, did a page take them for markup. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  "' onmouseover='alert(1)",
];

describe.runIf(chromium !== undefined)('the start page in a browser', { timeout: 60_000 }, () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(ingestSample), openBrowser(chromium ?? '')]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each([
    { device: 'a desk', look: { width: 1440, height: 900, scheme: 'light' } },
    { device: 'a phone', look: { width: 390, height: 844, scheme: 'dark' } },
  ] as const)('shows what the server holds, on $device', async ({ look }) => {
    const { page, errors, elsewhere, close } = await openGuardedPage(browser, site.url, look);
    await page.goto(site.url);
    expect(await page.locator('dl').innerText()).toMatch(/issues\s+10\s+items\s+91/);
    await page.getByRole('link', { name: 'Harbour dues to stay level for small craft in 2027 (Issue 207)' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width);
    expect(await gravesOf(page)).toEqual([]);
    expect({ errors, elsewhere }).toEqual({ errors: [], elsewhere: [] });
    await close();
  });

  it('leads from a keyword into GraphiQL, to a query about it', async () => {
    const { page, errors, close } = await openGuardedPage(browser, site.url);
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Ferry network' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Variables' }).innerText()).toContain('ferry-network');
    expect(errors).toEqual([]);
    await close();
  });

  it('shows hostile texts as text, as GraphiQL does', async () => {
    const hostile = await openSite(async ({ database }) => {
      for (const [index, title] of HOSTILE.entries())
        await addPublication(database, { slug: `bulletin-${index}`, title });
    });
    const { page, errors, elsewhere, close } = await openGuardedPage(browser, hostile.url);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(hostile.url);
    for (const text of HOSTILE) await page.getByText(text).first().hover();
    for (const text of HOSTILE) {
      const words = new URLSearchParams({ query: `# ${text}`, variables: text, operationName: text });
      await page.goto(`${hostile.url}/graphql?${words}`);
      await page.getByRole('tab', { name: text }).waitFor();
    }
    expect({ dialogs, errors, elsewhere }).toEqual({ dialogs: [], errors: [], elsewhere: [] });
    await close();
    await hostile.close();
  });
});
