import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openBrowser } from '../browser/chromium.js';
import { openSite, type Site } from '../browser/site.js';
import { ingestHostile } from './ingest-hostile.js';
import { lookAtPages } from './look-at-pages.js';

const chromium = findChromium();
if (chromium === undefined) process.stderr.write('Hostile texts were not shown: there is no chromium.\n');

describe.runIf(chromium !== undefined)('texts that are script', { timeout: 60_000 }, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(async (room) => {
      await ingestHostile(room, 9);
    });
  });
  afterAll(() => site.close());

  it('are dead in the start page, in GraphiQL, and where a body is shown', async () => {
    const browser = await openBrowser(chromium ?? '');
    try {
      const { alive, bodies } = await lookAtPages(site.newsroom, browser, site.url);
      expect(alive).toEqual([]);
      expect(bodies).toBeGreaterThan(5);
    } finally {
      await browser.close();
    }
  });
});
