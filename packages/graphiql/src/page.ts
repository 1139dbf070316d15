import { randomBytes } from 'node:crypto';
import type { Assets } from './assets.js';
import { type Example, PAGE_DATA_ID, type PageData } from './page-data.js';

/** The page as it is sent. */
export interface Page {
  readonly html: string;
  /** Value of `content-security-policy`, for this one answer: it holds the page's nonce. */
  readonly policy: string;
}

/**
 * The page that opens on `examples`. It stands beside `assets/`, `graphql` and `schema.graphql`, wherever that is: all addresses in it are
 * relative, so a proxy may put a path before them.
 */
export function renderPage(assets: Assets, examples: readonly Example[]): Page {
  const nonce = randomBytes(16).toString('base64');
  return { html: htmlOf(assets.hash, { examples, nonce }), policy: policyOf(nonce) };
}

/**
 * Nothing but what this server serves. Scripts are files, none stands in the page and none is made from text. Style sheets are files too, but
 * for those that CodeMirror makes for its themes while it runs: they bear the nonce. Style attributes are let in: browsers themselves put them
 * on what is typed over highlighted text in an editable element, before the editor lays it out anew.
 */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function htmlOf(hash: string, data: PageData): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>GraphiQL - Broadsheet</title>
<link rel="icon" type="image/svg+xml" href="icon.svg">
<link rel="license" type="text/plain" href="assets/${hash}/licences.txt">
<link rel="stylesheet" href="assets/${hash}/graphiql.css">
<script type="application/json" id="${PAGE_DATA_ID}">${jsonForScript(data)}</script>
<script type="module" src="assets/${hash}/graphiql.js"></script>
</head>
<body>
<div id="graphiql"><p class="loading">Loading GraphiQL …</p></div>
<noscript><p class="loading">GraphiQL needs JavaScript. <a href="./">What this server holds</a> can be read without.</p></noscript>
</body>
</html>
`;
}

/** JSON that cannot end the element it stands in. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
