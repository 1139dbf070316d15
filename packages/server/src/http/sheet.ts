import { createHash } from 'node:crypto';
import { Html, html } from './html.js';
import { SHEET_STYLE } from './sheet-style.js';

/** A page that needs no JavaScript, and the value of its `content-security-policy`. */
export interface Sheet {
  readonly body: string;
  readonly policy: string;
}

/** The one style sheet stands in the page, so that a page is one request; the policy lets it through by its hash, and no other. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(SHEET_STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A page under the name of the product. `title` stands in the browser's tab.
 *
 * @param root the way from the page to the start page, as `rootFrom` tells it
 */
export function renderSheet(title: string, content: Html, root: string): Sheet {
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - Broadsheet</title>
<link rel="icon" type="image/svg+xml" href="${root}icon.svg">
<style>${new Html(SHEET_STYLE)}</style>
</head>
<body>
<header><a class="brand" href="${root}">Broadsheet</a><span>a typed content graph for periodicals</span></header>
<main>
${content}
</main>
</body>
</html>
`;
  return { body: markup, policy: POLICY };
}
