import type { Page } from 'playwright-core';
import type { Answer } from '../newsroom.js';

/** Runs the query that is shown, as a reader does, and gives the answer that came. */
export async function runQuery(page: Page): Promise<Answer> {
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.request().method() === 'POST'),
    page.getByRole('button', { name: 'Run', exact: true }).click(),
  ]);
  const answer: Answer = await response.json();
  await page
    .getByLabel('Answer', { exact: true })
    .getByText(/^(OK|With errors)$/)
    .waitFor();
  return answer;
}

/** The names of the tabs that are open. */
export async function tabNames(page: Page): Promise<readonly string[]> {
  await page.getByRole('tab').first().waitFor();
  const texts = await page.getByRole('tab').allInnerTexts();
  return texts.map((text) => text.split('\n')[0]?.replace('×', '').trim() ?? '');
}

/** Opens an empty tab. */
export async function newTab(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New tab' }).click();
}

/** Puts a text into an editor in place of what is there. */
export async function write(page: Page, editor: 'Query' | 'Variables' | 'Headers', text: string): Promise<void> {
  await page.getByRole('textbox', { name: editor, exact: true }).fill(text);
}

/** The code that the dialog gives for the query, by way of its button and the clipboard. */
export async function copiedCode(page: Page, language: 'SDK' | 'fetch' | 'curl'): Promise<string> {
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await page.getByRole('button', { name: language, exact: true }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  return clipboard(page);
}

/** What is on the clipboard. */
export function clipboard(page: Page): Promise<string> {
  return page.evaluate('navigator.clipboard.readText()');
}
