import { html } from './html.js';
import { renderSheet, type Sheet } from './sheet.js';

/** The start page of a server that runs persisted documents alone: nothing to explore, and where the health is told. */
export function renderLockedPage(): Sheet {
  return renderSheet(
    'Broadsheet',
    html`<h1>This server answers the operations that it knows</h1>
<p>Applications ask it at <code>/graphql</code> by the hash of a document. <a href="readyz">/readyz</a> says whether it is well.</p>`,
    './',
  );
}
