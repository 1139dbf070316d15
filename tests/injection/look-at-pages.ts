import type { Browser, Page } from 'playwright-core';
import { openPage } from '../browser/chromium.js';
import { runQuery } from '../browser/graphiql.js';
import { type Newsroom, TOKEN } from '../newsroom.js';

/** What came alive on which page. */
export interface Looked {
  readonly pages: number;
  /** Bodies in HTML that were shown. */
  readonly bodies: number;
  /** Names of pages on which a script of a text ran, or markup stands that could run one. */
  readonly alive: readonly string[];
}

const ALL =
  '{ items(first: 100) { nodes { title body(format: HTML) sources { name } keywords { name } } } publications { title homepage } }';

/** Opens the start page, GraphiQL with an answer that shows every text, and a page of another maker that shows bodies as they come. */
export async function lookAtPages(room: Newsroom, browser: Browser, url: string): Promise<Looked> {
  const alive: string[] = [];
  const watch = async (name: string, visit: (page: Page) => Promise<void>): Promise<void> => {
    const page = await openPage(browser, { width: 1200, height: 900 });
    const ran: unknown[] = [];
    await page.exposeFunction('alive', (n: unknown) => void ran.push(n));
    page.on('dialog', (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
    await visit(page);
    await page.waitForTimeout(300);
    const could: readonly string[] = await page.evaluate(`(${FIND_LIVE})(${name.startsWith('bodies')})`);
    if (ran.length + could.length > 0) alive.push(`${name}: ran ${ran.slice(0, 5)}; could run ${could.slice(0, 5)}`);
    await page.context().close();
  };
  const bodies = await bodiesOf(room);
  await watch('start page', async (page) => void (await page.goto(`${url}/`)));
  await watch('GraphiQL', async (page) => {
    await page.goto(`${url}/graphql?query=${encodeURIComponent(ALL)}`);
    await runQuery(page);
  });
  await watch('GraphiQL with a hostile address', async (page) => {
    const hostile = '"><script>alive(1)</script></script><script>alive(2)</script>';
    await page.goto(
      `${url}/graphql?query=${encodeURIComponent(`{ a # ${hostile}\n}`)}&operationName=${encodeURIComponent(hostile)}`,
    );
  });
  await watch(
    'nowhere',
    async (page) => void (await page.goto(`${url}/<script>alive(1)</script>?<img src=x onerror=alive(2)>`)),
  );
  for (let start = 0; start < bodies.length; start += 50) {
    await watch(`bodies ${start}`, (page) =>
      page.setContent(`<main>${bodies.slice(start, start + 50).join('\n<hr>\n')}</main>`),
    );
  }
  return { pages: 4 + Math.ceil(bodies.length / 50), bodies: bodies.length, alive };
}

/** Elements that run scripts, and attributes that do; of pages of our own, whose scripts are known, attributes alone. */
const FIND_LIVE = `(strict) => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    if (strict && /^(script|iframe|object|embed|base|meta|form|svg|math|style|link)$/i.test(element.tagName)) found.push(element.outerHTML.slice(0, 120));
    for (const { name, value } of element.attributes) {
      const runs = /^on/i.test(name) || (/^(href|src|action|formaction|data|xlink:href|srcdoc)$/i.test(name) && /^[\\s\\u0000-\\u0020]*(javascript|data|vbscript):/i.test(value));
      if (runs && !(name === 'href' && value.startsWith('data:image/'))) found.push(name + '=' + value.slice(0, 80));
    }
  }
  return found;
}`;

async function bodiesOf(room: Newsroom): Promise<readonly string[]> {
  const bodies: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data } = await room.ask(
      'query ($after: String) { items(first: 100, after: $after) { nodes { body(format: HTML) } pageInfo { hasNextPage endCursor } } }',
      { after },
      { token: TOKEN },
    );
    const { items }: Items = JSON.parse(JSON.stringify(data));
    bodies.push(...items.nodes.map(({ body }) => body));
    if (!items.pageInfo.hasNextPage) return bodies;
    after = items.pageInfo.endCursor;
  }
}

interface Items {
  readonly items: {
    readonly nodes: readonly { readonly body: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
