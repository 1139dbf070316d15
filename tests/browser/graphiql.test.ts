import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { gravesOf } from './accessibility.js';
import { findChromium, openBrowser } from './chromium.js';
import { clipboard, copiedCode, newTab, runQuery, write } from './graphiql.js';
import { type GuardedPage, openGuardedPage } from './guarded-page.js';
import { runModule, runShell } from './run-code.js';
import { openSite, type Site } from './site.js';

const chromium = findChromium();
if (chromium === undefined)
  process.stderr.write('Chromium is not here: what runs GraphiQL in a browser did not run.\n');

/** First load of the page, compressed. */
const MOST_BYTES = 1_500_000;

describe.runIf(chromium !== undefined)('GraphiQL in a browser', { timeout: 60_000 }, () => {
  let site: Site;
  let browser: Browser;
  let guarded: GuardedPage;
  let page: GuardedPage['page'];

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(ingestSample), openBrowser(chromium ?? '')]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    guarded = await openGuardedPage(browser, site.url);
    page = guarded.page;
  });
  afterEach(async () => {
    expect({ errors: guarded.errors, elsewhere: guarded.elsewhere }).toEqual({ errors: [], elsewhere: [] });
    await guarded.close();
  });
  const open = () => page.goto(`${site.url}/graphql`, { waitUntil: 'networkidle' });

  it('loads within its bound, compressed, and its files are cached for ever', async () => {
    let bytes = 0;
    const cached: (string | undefined)[] = [];
    page.on('response', async (response) => {
      bytes += Number(response.headers()['content-length']);
      if (response.url().includes('/assets/')) cached.push(response.headers()['cache-control']);
    });
    await open();
    await page.getByRole('tab', { name: 'Newest issues' }).waitFor();
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(cached).toEqual(Array(2).fill('public, max-age=31536000, immutable'));
  });

  it('runs every example it opens on, with content in the answer', async () => {
    await open();
    const titles = await page.getByRole('tab').allInnerTexts();
    const names = titles.map((title) => title.split('\n')[0]?.replace('×', '').trim());
    expect(names).toEqual(['Newest issues', 'One issue', 'Keyword', 'Source', 'Upcoming events']);
    for (const name of names) {
      await page.getByRole('tab', { name: name ?? '' }).click();
      const { data, errors } = await runQuery(page);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toMatch(/"title":"[^"]+"/);
      await expect.poll(() => page.getByRole('textbox', { name: 'Result' }).innerText()).toContain('"data"');
    }
  });

  it('builds a query by clicking fields and filling in arguments', async () => {
    await open();
    await newTab(page);
    const explorer = page.getByRole('region', { name: 'Explorer' });
    await explorer.getByRole('checkbox', { name: 'issues', exact: true }).click();
    const issues = explorer.locator('.definition').first();
    await issues.getByRole('checkbox', { name: 'first', exact: true }).first().click();
    await issues.getByRole('textbox', { name: 'first' }).fill('2');
    await issues.getByRole('checkbox', { name: 'publishedOn', exact: true }).click();
    const { data } = await runQuery(page);
    expect(data).toEqual({
      issues: {
        nodes: [
          { title: expect.any(String), publishedOn: '2026-11-18' },
          { title: expect.any(String), publishedOn: '2026-11-11' },
        ],
      },
    });
  });

  it('takes fields out again, and the variables that only they made use of', async () => {
    await open();
    await page.getByRole('tab', { name: 'Keyword' }).click();
    const explorer = page.getByRole('region', { name: 'Explorer' }).locator('.definition').first();
    await explorer.getByRole('checkbox', { name: 'after', exact: true }).click();
    const query = page.getByRole('textbox', { name: 'Query', exact: true });
    await expect.poll(() => query.innerText()).toContain('query Keyword($slug: String!) {');
    expect(await query.innerText()).toContain('# What was printed about a keyword');
    const { errors } = await runQuery(page);
    expect(errors).toBeUndefined();
  });

  it('shows the documentation of a type, found by a search and by a click in the query', async () => {
    await open();
    await page.getByRole('button', { name: 'Docs', exact: true }).click();
    const docs = page.getByRole('region', { name: 'Documentation' });
    await docs.getByRole('searchbox').fill('attribution');
    await docs.getByRole('button', { name: 'Attribution', exact: true }).click();
    await docs.getByText('A source line as printed, with whom it was tied to.').waitFor();
    await page
      .getByRole('textbox', { name: 'Query', exact: true })
      .getByText('leadItem')
      .click({ modifiers: ['ControlOrMeta'] });
    await docs.getByText("The item that the issue's own headline repeats.").waitFor();
  });

  it('opens on the documentation where the address asks for it', async () => {
    await page.goto(`${site.url}/graphql#docs`, { waitUntil: 'networkidle' });
    await page.getByRole('region', { name: 'Documentation' }).getByText('What can be read.').waitFor();
  });

  it('checks the query against the schema as it is written, and completes it', async () => {
    await open();
    await newTab(page);
    await write(page, 'Query', '{ isues { totalCount } }');
    await page.locator('.cm-lintRange-error').first().waitFor();
    await write(page, 'Query', '{ ');
    await page.getByRole('textbox', { name: 'Query', exact: true }).press('End');
    await page.keyboard.type('pub');
    await page.getByRole('option', { name: /^publications/ }).waitFor();
  });

  it('breaks no policy where highlighted text is typed over', async () => {
    await open();
    await newTab(page);
    await write(page, 'Query', 'isues');
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('query Y { issues { totalCount } }');
    expect(await runQuery(page)).toEqual({ data: { issues: { totalCount: 10 } } });
  });

  it('gives code that runs and prints the same answer', async () => {
    await open();
    await page.getByRole('tab', { name: 'One issue' }).click();
    const { data } = await runQuery(page);
    expect(JSON.parse(await runModule(await copiedCode(page, 'SDK')))).toEqual(data);
    expect(JSON.parse(await runModule(await copiedCode(page, 'fetch')))).toEqual(data);
    expect(JSON.parse(await runShell(await copiedCode(page, 'curl')))).toEqual({ data });
  });

  it('shares a query by an address that opens it, without its headers', async () => {
    await open();
    await page.getByRole('tab', { name: 'Source' }).click();
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await write(page, 'Headers', `{ "authorization": "Bearer ${TOKEN}" }`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByText('The address of this query is copied.').waitFor();
    const address = await clipboard(page);
    expect(address).not.toContain(TOKEN);
    const other = await openGuardedPage(browser, site.url);
    await other.page.goto(address, { waitUntil: 'networkidle' });
    const { data } = await runQuery(other.page);
    expect(data).toMatchObject({ source: { name: 'Veldermouth Port Authority' } });
    await other.close();
  });

  it('sends the headers that are written, and forgets them when the page is left', async () => {
    await open();
    await newTab(page);
    await write(page, 'Query', '{ preview { issues(where: { status: [DRAFT] }) { totalCount } } }');
    expect(await runQuery(page)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await write(page, 'Headers', `{ "authorization": "Bearer ${TOKEN}" }`);
    expect(await runQuery(page)).toEqual({ data: { preview: { issues: { totalCount: 1 } } } });
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(TOKEN);
    expect(await copiedCode(page, 'SDK')).not.toContain(TOKEN);
  });

  it('keeps own tabs and the history of runs for the next visit', async () => {
    await open();
    await newTab(page);
    await write(page, 'Query', 'query Mine { publications { slug } }');
    await runQuery(page);
    await page.goto('about:blank');
    await open();
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await page.getByRole('region', { name: 'History' }).getByText('Mine').click();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Query', exact: true }).innerText())
      .toContain('query Mine');
  });

  it('is shown in the theme that is chosen, and in it again on the next visit', async () => {
    await open();
    await page.getByLabel('Theme').selectOption('Dark');
    await open();
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 22, 26)');
  });

  it.each(['light', 'dark'] as const)('has no serious fault for assistive technology, %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open();
    await runQuery(page);
    expect(await gravesOf(page)).toEqual([]);
    for (const pane of ['Docs', 'History']) {
      await page.getByRole('button', { name: pane, exact: true }).click();
      expect(await gravesOf(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    expect(await gravesOf(page)).toEqual([]);
  });

  it('shows one part at a time on a phone, the result once a query is run', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await gravesOf(page)).toEqual([]);
    await runQuery(page);
    expect(await page.getByRole('textbox', { name: 'Query', exact: true }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Explorer', exact: true }).click();
    await page.getByRole('region', { name: 'Explorer' }).getByText('totalCount').first().waitFor();
    expect(await gravesOf(page)).toEqual([]);
  });
});

describe.runIf(chromium !== undefined)('GraphiQL on an empty database', { timeout: 60_000 }, () => {
  it('opens on a query that says so, and on how to begin', async () => {
    const [site, browser] = await Promise.all([openSite(), openBrowser(chromium ?? '')]);
    const { page, errors } = await openGuardedPage(browser, site.url);
    await page.goto(`${site.url}/graphql`, { waitUntil: 'networkidle' });
    expect(await runQuery(page)).toEqual({
      data: { publications: [], issues: { totalCount: 0 }, items: { totalCount: 0 } },
    });
    await page.getByRole('tab', { name: 'Add a publication' }).click();
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await write(page, 'Headers', `{ "authorization": "Bearer ${TOKEN}" }`);
    expect(await runQuery(page)).toMatchObject({
      data: { createPublication: { publication: { slug: 'my-bulletin' } } },
    });
    expect(errors).toEqual([]);
    await browser.close();
    await site.close();
  });
});
