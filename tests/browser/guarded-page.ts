import type { Browser, Page } from 'playwright-core';
import { type Look, openPage } from './chromium.js';

/** A page that reaches one server and nothing else, with what it tried and what went wrong on it. */
export interface GuardedPage {
  readonly page: Page;
  /** Addresses elsewhere that it asked for; they were cut off. */
  readonly elsewhere: string[];
  /** Errors on the console, uncaught exceptions and breaches of the policy among them. */
  readonly errors: string[];
  close(): Promise<void>;
}

const DESK: Look = { width: 1440, height: 900 };

/** Opens a page that only `url` answers. */
export async function openGuardedPage(browser: Browser, url: string, look: Look = DESK): Promise<GuardedPage> {
  const page = await openPage(browser, look);
  const elsewhere: string[] = [];
  const errors: string[] = [];
  await page.context().route('**/*', async (route) => {
    const asked = route.request().url();
    if (asked.startsWith(`${url}/`)) return route.continue();
    elsewhere.push(asked);
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, elsewhere, errors, close: () => page.context().close() };
}
