import type { Page } from 'playwright-core';
import { runQuery, write } from './graphiql.js';

/** A step on the way to a view. */
type Step = (page: Page, isPhone: boolean) => Promise<unknown>;

/** Something to be seen of the pages: where it is, and how one comes to it. */
export interface View {
  readonly name: string;
  readonly path: string;
  /** HTTP status, where it is not 200. */
  readonly status?: number;
  readonly steps: readonly Step[];
}

const run: Step = (page) => runQuery(page);

/** On a phone, panes stand where the query was, and none is open at first. */
const pane =
  (name: 'Explorer' | 'Docs' | 'History'): Step =>
  async (page) => {
    const button = page.getByRole('button', { name, exact: true });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  };

const tab =
  (name: string): Step =>
  (page) =>
    page.getByRole('tab', { name }).click();

const schemaIsThere: Step = (page, isPhone) =>
  isPhone ? page.getByRole('tab').first().waitFor() : page.getByRole('checkbox', { name: 'issues' }).waitFor();

const type =
  (name: string): Step =>
  (page) =>
    page.getByRole('button', { name, exact: true }).last().click();

const completion: Step = async (page, isPhone) => {
  await write(page, 'Query', '{ ');
  await page.getByRole('textbox', { name: 'Query', exact: true }).press('End');
  await page.keyboard.type('pub');
  await page.locator(isPhone ? '.cm-tooltip-autocomplete' : '.cm-completionInfo').waitFor();
};

const headers: Step = async (page) => {
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await page.getByRole('textbox', { name: 'Headers' }).waitFor();
};

const code: Step = async (page) => {
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await page.getByRole('dialog').waitFor();
};

const written =
  (query: string): Step =>
  (page) =>
    write(page, 'Query', query);

const mistakeIsMarked: Step = async (page) => {
  await page.locator('.cm-lintRange-error').first().hover();
  await page.locator('.cm-tooltip-lint').waitFor();
};

/** Everything that there is to see: the start page, and GraphiQL with each of its panes. */
export const VIEWS: readonly View[] = [
  { name: 'start', path: '/', steps: [] },
  { name: 'not-found', path: '/nowhere', status: 404, steps: [] },
  { name: 'graphiql', path: '/graphql', steps: [schemaIsThere] },
  { name: 'graphiql-result', path: '/graphql', steps: [schemaIsThere, run] },
  { name: 'graphiql-issue', path: '/graphql', steps: [schemaIsThere, tab('One issue'), run] },
  { name: 'graphiql-source', path: '/graphql', steps: [schemaIsThere, tab('Source'), run] },
  { name: 'graphiql-events', path: '/graphql', steps: [schemaIsThere, tab('events'), run] },
  {
    name: 'graphiql-mistake',
    path: '/graphql',
    steps: [schemaIsThere, written('{\n  isues {\n    totalCount\n  }\n}'), mistakeIsMarked],
  },
  { name: 'graphiql-completion', path: '/graphql', steps: [schemaIsThere, completion] },
  {
    name: 'graphiql-errors',
    path: '/graphql',
    steps: [schemaIsThere, written('{ preview { issues { totalCount } } }'), run],
  },
  { name: 'graphiql-headers', path: '/graphql', steps: [schemaIsThere, headers] },
  { name: 'graphiql-explorer', path: '/graphql', steps: [schemaIsThere, pane('Explorer')] },
  { name: 'graphiql-docs', path: '/graphql#docs', steps: [type('Query')] },
  { name: 'graphiql-type', path: '/graphql#docs', steps: [type('Item')] },
  { name: 'graphiql-history', path: '/graphql', steps: [schemaIsThere, run, pane('History')] },
  { name: 'graphiql-code', path: '/graphql', steps: [schemaIsThere, code] },
];

/** Brings a page to a view. */
export async function goTo(page: Page, site: string, { path, steps }: View): Promise<void> {
  await page.goto(`${site}${path}`);
  const isPhone = (page.viewportSize()?.width ?? 0) < 600;
  for (const step of steps) await step(page, isPhone);
}
