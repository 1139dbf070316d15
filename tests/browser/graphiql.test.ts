import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { gravesOf } from './accessibility.js';
import { findChromium, openBrowser } from './chromium.js';
import { clipboard, copiedCode, newTab, runQuery, tabNames, write } from './graphiql.js';
import { type GuardedPage, openGuardedPage } from './guarded-page.js';
import { bytesOf, loadedFiles } from './load.js';
import { SCHEMES, SIZES } from './looks.js';
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
  const open = () => page.goto(`${site.url}/graphql`);
  const explorer = () => page.getByRole('region', { name: 'Explorer' });

  it('loads within its bound, compressed, and its files from the cache on the next visit', async () => {
    await open();
    await explorer().waitFor();
    const first = await loadedFiles(page);
    // The icon comes when the browser sees fit.
    const needed = first.filter(({ path }) => path !== '/icon.svg');
    expect(needed.map(({ path }) => path.replace(/[0-9a-f]{16}/, 'HASH')).sort()).toEqual([
      '/assets/HASH/graphiql.css',
      '/assets/HASH/graphiql.js',
      '/graphql',
      '/schema.graphql',
    ]);
    expect(bytesOf(first)).toBeLessThan(MOST_BYTES);
    for (const { path, encodedBodySize, decodedBodySize } of needed)
      if (path !== '/graphql') expect(encodedBodySize, path).toBeLessThan(decodedBodySize / 2);
    await open();
    await explorer().waitFor();
    const assets = (await loadedFiles(page)).filter(({ path }) => path.startsWith('/assets/'));
    expect(assets.map(({ transferSize }) => transferSize)).toEqual([0, 0]);
  });

  it('runs the query on Ctrl-Enter as it has opened, with no click into an editor before', async () => {
    await open();
    await explorer().waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push('POST');
    });
    const answer = page.getByLabel('Answer', { exact: true }).getByText('OK', { exact: true });
    await page.keyboard.press('Control+Enter');
    await answer.waitFor();
    expect(asked).toEqual(['POST']);
    await page.getByRole('button', { name: 'Prettify' }).focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => asked).toEqual(['POST', 'POST']);
  });

  it('runs no script but its own files, and makes none out of text', async () => {
    const response = await open();
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'"]));
    expect(policy).not.toContain('unsafe-eval');
    await explorer().waitFor();
    // What the browser's own tools evaluate is let through; what the page does later by itself is not.
    const attempt = `new Promise((tell) => setTimeout(() => {
      try { tell(eval('1')); } catch (error) { tell(error.name); }
    }))`;
    expect(await page.evaluate(attempt)).toBe('EvalError');
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.body.append(script);
    }`);
    expect(await page.evaluate('window.wasRun')).toBeUndefined();
    expect(guarded.errors.splice(0)).toEqual([expect.stringContaining('Executing inline script violates')]);
  });

  it('runs every example it opens on, with content in the answer', async () => {
    await open();
    const names = await tabNames(page);
    // The day will come when all events of the sample are past.
    const events = expect.stringMatching(/^(Upcoming e|E)vents$/);
    expect(names).toEqual(['Newest issues', 'One issue', 'Keyword', 'Source', 'Search', events]);
    for (const name of names) {
      await page.getByRole('tab', { name }).click();
      const { data, errors } = await runQuery(page);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toMatch(/"title":"[^"]+"/);
      await expect.poll(() => page.getByRole('textbox', { name: 'Result' }).innerText()).toContain('"data"');
    }
  });

  it('shows an answer to read, long lines below their own beginning, and to copy', async () => {
    await open();
    await page.getByRole('tab', { name: 'One issue' }).click();
    const { data } = await runQuery(page);
    await page.getByRole('button', { name: 'Copy answer' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(JSON.parse(await clipboard(page))).toEqual({ data });
    const rows: number[] = await page.evaluate(`{
      const lines = [...document.querySelectorAll('[aria-label=Result] .cm-line')];
      const range = document.createRange();
      range.selectNodeContents(lines.find(({ textContent }) => textContent.includes('"body"')));
      const lefts = new Map();
      for (const { top, left } of range.getClientRects()) lefts.set(Math.round(top), Math.min(left, lefts.get(Math.round(top)) ?? left));
      [...lefts.values()];
    }`);
    const [first = 0, ...further] = rows;
    expect(further.length).toBeGreaterThan(0);
    for (const left of further) expect(left).toBeGreaterThan(first + 20);
  });

  it('builds a query by clicking fields and filling in arguments', async () => {
    await open();
    await newTab(page);
    await explorer().getByRole('checkbox', { name: 'issues', exact: true }).click();
    const issues = explorer().locator('.definition').first();
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
    await explorer().locator('.definition').first().getByRole('checkbox', { name: 'after', exact: true }).click();
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
    await page.goto(`${site.url}/graphql#docs`);
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
    const sdk = runModule(await copiedCode(page, 'SDK'));
    const fetched = runModule(await copiedCode(page, 'fetch'));
    const curled = runShell(await copiedCode(page, 'curl'));
    const printed = await Promise.all([sdk, fetched, curled]);
    expect(printed.map((text) => JSON.parse(text))).toEqual([data, data, { data }]);
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
    await other.page.goto(address);
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

  /** In both themes, as the page is now. */
  const expectNoGraves = async (): Promise<void> => {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await gravesOf(page), colorScheme).toEqual([]);
    }
  };

  it('has no serious fault for assistive technology, in any pane and in both themes', async () => {
    await open();
    await runQuery(page);
    await explorer().waitFor();
    await expectNoGraves();
    for (const pane of ['Docs', 'History']) {
      await page.getByRole('button', { name: pane, exact: true }).click();
      await expectNoGraves();
    }
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await expectNoGraves();
  });

  it('shows one part at a time on a phone, the result once a query is run', async () => {
    await page.setViewportSize(SIZES.phone);
    await open();
    await page.getByRole('tab').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SIZES.phone.width);
    expect(await gravesOf(page)).toEqual([]);
    await runQuery(page);
    expect(await page.getByRole('textbox', { name: 'Query', exact: true }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Explorer', exact: true }).click();
    await explorer().getByText('totalCount').first().waitFor();
    expect(await gravesOf(page)).toEqual([]);
  });

  it('opens, where nothing is held, on a query that says so and on how to begin', async () => {
    const empty = await openSite();
    const other = await openGuardedPage(browser, empty.url);
    await other.page.goto(`${empty.url}/graphql`);
    expect(await runQuery(other.page)).toEqual({
      data: { publications: [], issues: { totalCount: 0 }, items: { totalCount: 0 } },
    });
    await other.page.getByRole('tab', { name: 'Add a publication' }).click();
    await other.page.getByRole('button', { name: 'Headers', exact: true }).click();
    await write(other.page, 'Headers', `{ "authorization": "Bearer ${TOKEN}" }`);
    expect(await runQuery(other.page)).toMatchObject({
      data: { createPublication: { publication: { slug: 'my-bulletin' } } },
    });
    expect({ errors: other.errors, elsewhere: other.elsewhere }).toEqual({ errors: [], elsewhere: [] });
    await other.close();
    await empty.close();
  });
});
