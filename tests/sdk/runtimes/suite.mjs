// One suite for every runtime: what the SDK promises, asked of a server at `url` that holds the sample. Plain JavaScript with nothing but the SDK
// and what all runtimes have. Gives the names of what held; throws with the name of what did not.

/**
 * @param {typeof import('@broadsheet/sdk')} sdk
 * @param {{ url: string, token: string, fetch?: typeof fetch }} place
 * @returns {Promise<string[]>}
 */
export async function suite(sdk, { url, token, fetch }) {
  const client = sdk.createClient({ url, ...(fetch ? { fetch } : {}) });
  const editor = sdk.createClient({ url, headers: { authorization: `Bearer ${token}` }, ...(fetch ? { fetch } : {}) });
  const held = [];
  for (const [name, check] of Object.entries(checks(sdk, client, editor, url))) {
    try {
      await check();
      held.push(name);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
  }
  return held;
}

function checks(sdk, client, editor, url) {
  const publication = 'veldermouth-weekly';
  return {
    'answers an operation': async () => {
      const { issues } = await sdk.latestIssues(client, { publication, first: 2 });
      equal(
        issues.nodes.map(({ number }) => number),
        [207, 206],
      );
    },
    'walks over all pages': async () => {
      const numbers = [];
      for await (const { number } of sdk.allIssues(client, { where: { publication: [publication] }, pageSize: 4 }))
        numbers.push(number);
      equal(numbers.length, 10);
    },
    'fails with typed errors': async () => {
      const refused = await failure(sdk.items(client, { first: 1000 }));
      equal(sdk.isGraphQLRequestError(refused, 'PAGE_SIZE'), true);
      const nowhere = sdk.createClient({ url: 'http://127.0.0.1:1/graphql', retry: false, timeoutMs: 5000 });
      equal(sdk.isNetworkError(await failure(sdk.publications(nowhere))), true);
      const page = sdk.createClient({ url: url.replace('/graphql', '/no-such-page'), retry: false });
      equal(sdk.isSdkError(await failure(sdk.publications(page))), true);
    },
    'retries, times out and gives up': async () => {
      let tries = 0;
      const flaky = sdk.createClient({
        url,
        retry: { baseMs: 1, maxMs: 2 },
        fetch: async () => {
          tries += 1;
          if (tries < 3) throw new TypeError('reset');
          return new Response('{"data":{"publications":[]}}', { headers: { 'content-type': 'application/json' } });
        },
      });
      equal(await sdk.publications(flaky), { publications: [] });
      const silent = sdk.createClient({ url, timeoutMs: 50, fetch: () => new Promise(() => {}) });
      equal(sdk.isTimeoutError(await failure(sdk.publications(silent))), true);
      const controller = new AbortController();
      const asked = failure(sdk.publications(silent, {}, { signal: controller.signal }));
      controller.abort(new Error('left'));
      equal((await asked).message, 'left');
    },
    'ingests, publishes and follows': async () => {
      const changes = sdk.followChanges(client);
      const next = changes.next();
      // The connection stands once what it began with was answered; a change from before it would be missed.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const number = 5_000 + Math.floor(Math.random() * 1_000_000);
      const document = `The week (Issue ${number})\nLaws and Regulations\nNational\n1. A Boat\n[Keyword: Boats]\nA boat.\nSource: The Yard\n`;
      const { ingestIssue } = await sdk.ingestIssue(editor, { input: { publication: 'swb', document, publish: true } });
      equal(ingestIssue.outcome, 'CREATED');
      equal((await next).value.cursor, ingestIssue.change.cursor);
      await changes.return();
      const ended = new AbortController();
      const later = failure(sdk.followChanges(client, { signal: ended.signal }).next());
      ended.abort(new Error('left'));
      equal((await later).message, 'left');
    },
  };
}

function failure(promise) {
  return promise.then(
    () => new Error('It did not fail.'),
    (error) => error,
  );
}

function equal(given, expected) {
  if (JSON.stringify(given) === JSON.stringify(expected)) return;
  throw new Error(`${JSON.stringify(given)} is not ${JSON.stringify(expected)}`);
}
