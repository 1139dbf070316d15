import { runAudits, tally } from '../../limits/audits.js';
import { EVERYTHING_ON } from '../../limits/everything-on.js';
import { listening } from '../../limits/listening.js';
import { DATABASES, openNewsroom } from '../../newsroom.js';
import type { Figure, Proof } from '../proof.js';

const WEIGHTS = ['MUST', 'SHOULD', 'MAY'] as const;

/** The audits of graphql-http against a server that listens, by every path: documents it has not seen and those that it has. */
export const auditsProof: Proof = {
  name: 'audits',
  claim:
    "Every MUST and SHOULD of graphql-http's server audits is kept with every protection on, and 22 or more of the MAY; asked for the first time and again, which takes the front path.",
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    for (const kind of DATABASES) {
      const room = await openNewsroom(kind, EVERYTHING_ON);
      const server = await listening(room.app);
      for (const round of ['first asked', 'asked again']) {
        say(`${kind.kind}: ${round}`);
        const audits = await runAudits(`${server.address}/graphql`);
        for (const weight of WEIGHTS) {
          const { kept, of } = tally(audits, weight);
          figures.push([`${kind.kind}, ${round}: ${weight}`, `${kept} of ${of}`]);
          holds &&= weight === 'MAY' ? kept >= 22 : kept === of;
        }
        if (round === 'first asked') {
          const not = audits.filter(({ isKept }) => !isKept);
          figures.push([`${kind.kind}: not kept`, not.map(({ id, name }) => `${id} ${name}`).join('; ') || 'none']);
        }
      }
      await server.close();
      await room.close();
    }
    return { holds, figures };
  },
};
