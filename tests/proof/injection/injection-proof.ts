import { findChromium, openBrowser } from '../../browser/chromium.js';
import { openSite } from '../../browser/site.js';
import { hostileDocuments } from '../../injection/hostile-documents.js';
import { ingestHostile } from '../../injection/ingest-hostile.js';
import { lookAtPages } from '../../injection/look-at-pages.js';
import { SCRIPT_TEXTS, SQL_TEXTS } from '../../injection/payloads.js';
import { throwTexts } from '../../injection/throw-texts.js';
import { DATABASES, openNewsroom } from '../../newsroom.js';
import { ingestSample } from '../../sample.js';
import type { Figure, Proof } from '../proof.js';

/** Texts that are SQL in every argument, and texts that are script in every place of a document. */
export const injectionProof: Proof = {
  name: 'injection',
  claim:
    'Texts that are SQL, in every argument that takes a text, give no SQLSTATE, no failure and no pause; texts that are script, in every text of a document in every format, are dead in the start page, in GraphiQL and in a page that shows bodies in HTML.',
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    for (const kind of DATABASES) {
      const room = await openNewsroom(kind);
      await ingestSample(room);
      const { places, texts, wrong } = await throwTexts(room, SQL_TEXTS, (line) => say(`${kind.kind}: ${line}`));
      holds &&= wrong.length === 0 && room.masked.length === 0;
      figures.push(
        [`${kind.kind}: arguments that take text`, places],
        [`${kind.kind}: texts of SQL in each`, texts],
        [
          `${kind.kind}: answers with SQLSTATE, failures, pauses`,
          wrong.length === 0 ? 0 : `${wrong.length}: ${wrong[0]}`,
        ],
        [`${kind.kind}: errors that were masked`, room.masked.length],
      );
      await room.close();
    }
    const chromium = findChromium();
    if (chromium === undefined) return { holds: false, figures: [...figures, ['a chromium', 'absent']] };
    let taken = 0;
    const site = await openSite(async (room) => {
      say('hostile documents');
      taken = await ingestHostile(room);
    });
    const browser = await openBrowser(chromium);
    try {
      const { pages, bodies, alive } = await lookAtPages(site.newsroom, browser, site.url);
      holds &&= alive.length === 0;
      figures.push(
        ['texts that are script', SCRIPT_TEXTS.length],
        ['documents with them, stored and published', `${taken} of ${hostileDocuments().length}`],
        ['pages looked at', pages],
        ['bodies in HTML shown', bodies],
        ['pages on which anything ran, or could', alive.length === 0 ? 0 : `${alive.length}: ${alive[0]}`],
      );
    } finally {
      await browser.close();
      await site.close();
    }
    return { holds, figures };
  },
};
