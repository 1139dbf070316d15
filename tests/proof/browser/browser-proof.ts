import { findChromium, openBrowser } from '../../browser/chromium.js';
import { openSite } from '../../browser/site.js';
import { ingestSample } from '../../sample.js';
import type { Figure, Findings, Proof } from '../proof.js';
import { codeFindings } from './code-findings.js';
import { exampleFindings } from './example-findings.js';
import { loadFindings } from './load-findings.js';
import { viewFindings } from './view-findings.js';

/** The pages in a browser whose network is cut off but for the server: everything there is to see, in both themes and both sizes. */
export const browserProof: Proof = {
  name: 'browser',
  claim:
    'Start page and GraphiQL work in a browser without a network: every view in both themes, on a desk and on a phone, without an error, a request elsewhere or a serious fault for assistive technology; examples and code give content; at most 1.5 MB is loaded.',
  async run(say) {
    const chromium = findChromium();
    if (chromium === undefined) return { holds: false, figures: [['a chromium', 'absent: apt-get install chromium']] };
    const [site, browser] = await Promise.all([openSite(ingestSample), openBrowser(chromium)]);
    try {
      const all: Findings[] = [];
      for (const find of [loadFindings, exampleFindings, codeFindings, viewFindings])
        all.push(await find({ browser, site: site.url, say }));
      const figures: Figure[] = [
        ['the browser', `Chromium ${browser.version()}`],
        ...all.flatMap((each) => each.figures),
      ];
      return { holds: all.every(({ holds }) => holds), figures };
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
