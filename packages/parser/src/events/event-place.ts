import type { PlaceReading } from '../reading.js';
import { namePhrase, tidyName } from './name-phrase.js';

const venueNoun =
  /\b(?:Museum|Cent(?:er|re)|Gallery|Galleries|Hall|Theat(?:er|re)|Stadium|Park|Library|Hotel|House|University|Palace|Arena|Pavilion|Institute|Club|Studio|Plaza|Gardens?|Tower|Station|Gymnasium|School|Academy|Campus|Warehouse|Temple|Square|Dock|Wharf|Pier|Market|Opera|Conservatory|Auditorium|Zoo|Church|Cathedral|Harbou?r|Quay)\b/u;
const before =
  '(?:held|hosted|displayed|shown|seen|staged|presented|exhibited|on view|on display|on show|opens?|opened|opening|takes? place|took place|taken place|launched|runs?|showcased|kicks? off|kicked off|unveiled|performed|gather|meets?|venue is|is|inaugurated|concluded)';
const atVenue = new RegExp(`\\b(?:at|in|inside)\\s(?:the\\s)?(?<name>${namePhrase})`, 'gu');
const happensAt = new RegExp(
  `\\b${before}\\b[^.;]{0,80}?\\b(?:at|in|inside)\\s(?:the\\s)?(?<name>${namePhrase})`,
  'gu',
);
const asHost = new RegExp(
  `(?:^|[\\s,“"])(?<name>${namePhrase})(?:\\s\\([^()]{1,20}\\))?\\s(?:will|is to|is set to|is about to|plans to)\\s(?:\\p{Ll}+ly\\s)?(?:be\\s)?(?:present|host|hold|stage|display|show|open|welcome|launch|unveil|exhibit)`,
  'gu',
);

/**
 * Where an event takes place: a name with a word for a building or ground in it, behind 'at' or 'in', or as that which
 * will present or host; first in the sentence with the date, then in the others. Null where none is named.
 *
 * ```text
 * The show will be displayed at the Lighthouse Museum on Quay Square and ...
 *                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function readPlace(sentence: string, others: readonly string[]): PlaceReading | null {
  const name = venueIn(sentence, [happensAt, asHost, atVenue]) ?? firstVenue(others);
  return name === null ? null : { printed: name, venue: name, city: null, country: null };
}

function firstVenue(sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    const name = venueIn(sentence, [happensAt, asHost]);
    if (name !== null) return name;
  }
  return null;
}

function venueIn(sentence: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const match of sentence.matchAll(pattern)) {
      const name = tidyName(match.groups?.['name'] ?? '');
      if (venueNoun.test(name)) return name;
    }
  }
  return null;
}
