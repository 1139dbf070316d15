/**
 * `pnpm screenshots [folder]`: the start page and GraphiQL with each of its panes, in both themes, on a desk and on a phone, as PNG files.
 * The folder is `.screenshots` where none is given; git does not see it.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ingestSample } from '../sample.js';
import { findChromium, openBrowser, openPage } from './chromium.js';
import { SCHEMES, SIZES } from './looks.js';
import { openSite } from './site.js';
import { goTo, VIEWS } from './views.js';

const chromium = findChromium();
if (chromium === undefined) throw new Error('No chromium is here: install it, or name one in CHROMIUM.');
const folder = resolve(process.argv[2] ?? '.screenshots');
await mkdir(folder, { recursive: true });
const site = await openSite(ingestSample);
const browser = await openBrowser(chromium);
for (const scheme of SCHEMES) {
  for (const [device, size] of Object.entries(SIZES)) {
    for (const view of VIEWS) {
      const page = await openPage(browser, { ...size, scheme });
      await goTo(page, site.url, view);
      await page.screenshot({
        path: join(folder, `${view.name}-${device}-${scheme}.png`),
        fullPage: view.path === '/',
      });
      await page.context().close();
    }
  }
}
await browser.close();
await site.close();
process.stdout.write(`The pictures are in ${folder}.\n`);
