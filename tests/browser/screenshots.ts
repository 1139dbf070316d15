/**
 * `pnpm screenshots [folder]`: the start page and GraphiQL in both themes, on a desk and on a phone, as PNG files. The folder is
 * `.screenshots` where none is given; git does not see it.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { ingestSample } from '../sample.js';
import { findChromium, openBrowser, openPage } from './chromium.js';
import { openSite } from './site.js';

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** A picture: what is done before it is taken. */
type Steps = (page: Page, isPhone: boolean) => Promise<void>;

const run: Steps = async (page) => {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText(/^OK/).waitFor({ state: 'attached' });
};
const open =
  (name: string): Steps =>
  async (page, isPhone) => {
    const button = page.getByRole('button', { name, exact: true });
    if (isPhone || (await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  };

const PICTURES: readonly { readonly name: string; readonly path: string; readonly steps: readonly Steps[] }[] = [
  { name: 'start', path: '/', steps: [] },
  { name: 'not-found', path: '/nowhere', steps: [] },
  { name: 'graphiql', path: '/graphql', steps: [] },
  { name: 'graphiql-result', path: '/graphql', steps: [run] },
  { name: 'graphiql-explorer', path: '/graphql', steps: [open('Explorer')] },
  {
    name: 'graphiql-docs',
    path: '/graphql#docs',
    steps: [async (page) => page.getByRole('button', { name: 'Query', exact: true }).last().click()],
  },
  { name: 'graphiql-history', path: '/graphql', steps: [run, open('History')] },
  {
    name: 'graphiql-code',
    path: '/graphql',
    steps: [async (page) => page.getByRole('button', { name: 'Code' }).click()],
  },
];

const chromium = findChromium();
if (chromium === undefined) throw new Error('No chromium is here: install it, or name one in CHROMIUM.');
const folder = resolve(process.argv[2] ?? '.screenshots');
await mkdir(folder, { recursive: true });
const site = await openSite(ingestSample);
const browser = await openBrowser(chromium);
for (const scheme of ['light', 'dark'] as const) {
  for (const [device, size] of Object.entries(SIZES)) {
    for (const { name, path, steps } of PICTURES) {
      const page = await openPage(browser, { ...size, scheme });
      page.setDefaultTimeout(120_000);
      await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' });
      for (const step of steps) await step(page, device === 'phone');
      await page.screenshot({ path: join(folder, `${name}-${device}-${scheme}.png`), fullPage: path === '/' });
      await page.context().close();
    }
  }
}
await browser.close();
await site.close();
process.stdout.write(`The pictures are in ${folder}.\n`);
