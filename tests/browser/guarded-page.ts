import type { Browser, Page } from 'playwright-core';
import { type Look, openPage } from './chromium.js';

/** A page that can reach this machine and nothing else, with what it tried and what went wrong on it. */
export interface GuardedPage {
  readonly page: Page;
  /** Addresses other than the server's own that it asked for. */
  readonly elsewhere: string[];
  /** Errors on the console, uncaught exceptions and breaches of the policy among them. */
  readonly errors: string[];
  close(): Promise<void>;
}

const DESK: Look = { width: 1440, height: 900 };

/** Opens a page that is to ask `url` alone. Nothing is put between the two: what a browser caches, it caches. */
export async function openGuardedPage(browser: Browser, url: string, look: Look = DESK): Promise<GuardedPage> {
  const page = await openPage(browser, look);
  const elsewhere: string[] = [];
  const errors: string[] = [];
  const note = (asked: string): void => {
    if (!asked.startsWith(`${url}/`)) elsewhere.push(asked);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, elsewhere, errors, close: () => page.context().close() };
}
