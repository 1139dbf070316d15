import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openBrowser } from './chromium.js';
import { openGuardedPage } from './guarded-page.js';

const chromium = findChromium();

describe.runIf(chromium !== undefined)('a guarded page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());

  it.each(['http://elsewhere.test/', 'http://192.0.2.1/'])('does not reach %s, and tells of it', async (address) => {
    const { page, elsewhere, errors, close } = await openGuardedPage(browser, 'http://127.0.0.1:9');
    const failure = await page.evaluate(`fetch('${address}').catch(String)`);
    expect(failure).toBe('TypeError: Failed to fetch');
    expect(elsewhere).toEqual([address]);
    expect(errors).toEqual([expect.stringContaining('ERR_NAME_NOT_RESOLVED')]);
    await close();
  });
});
