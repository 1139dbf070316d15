import { monthWord } from '../dates/calendar-words.js';
import type { PlaceReading } from '../reading.js';
import { namedKind } from './event-nouns.js';
import { namePhrase, tidyName } from './name-phrase.js';

const venueNoun =
  /\b(?:Museum|Cent(?:er|re)|Gallery|Galleries|Halls?|Theat(?:er|re)|Stadium|Park|Library|Hotel|House|University|Palace|Arena|Pavilion|Institute|Club|Studios?|Plaza|Gardens?|Tower|Station|Gymnasium|School|College|Academy|Campus|Warehouse|Temple|Square|Docks?|Depot|Wharf|Pier|Market|Opera|Conservatory|Auditorium|Zoo|Church|Cathedral|Harbou?r|Quay|Cinema|Ballroom|Mansion|Villa|Castle|Aquarium|Planetarium|Courts?|Complex|Mall|Building|Lake|Beach|Bund|Terminal|Resort)\b/u;
const happens =
  '(?:held|hosted|brings?|displayed|shown|seen|see|staged|presented|exhibited|on view|on display|on show|opens?|opened|opening|open|takes? place|took place|taken place|launched|runs?|showcased|kicks? off|kicked off|starts?|begins?|unveiled|performed|gather|meets?|returns?|returned|convention|competes?|celebrated|played|screened|venue is|is|inaugurated|concluded|given)';
const preposition = '(?:at|in|inside|on|along|to|in front of|outside)';
const labelled = new RegExp(
  `(?:^|\\s)(?:Venue|Location|Place|Where|Address)\\s?[:：]\\s?(?:the\\s)?(?<name>${namePhrase})`,
  'gu',
);
const heldAt = new RegExp(
  `\\b(?:held|hosted|staged|displayed|shown|exhibited|performed|screened|(?:take|takes|took) place)\\b[^.;]{0,60}?\\s(?:at|inside)\\s(?:the\\s)?(?<name>${namePhrase})`,
  'gu',
);
const atVenue = new RegExp(`\\b(?:at|in|inside)\\s(?:the\\s)?(?<name>${namePhrase})`, 'gu');
const happensAt = new RegExp(`\\b${happens}\\b[^.;]{0,80}?\\s${preposition}\\s(?:the\\s)?(?<name>${namePhrase})`, 'gu');
const asHost = new RegExp(
  `(?:^|[\\s,“"])(?<name>${namePhrase})(?:\\s\\([^()]{1,20}\\))?\\s(?:will|is to|is set to|is about to|plans to)\\s(?:\\p{Ll}+ly\\s)?(?:be\\s)?(?:present|host|hold|stage|display|show|open|welcome|launch|unveil|exhibit)`,
  'gu',
);
const chinese =
  /(?:在|于)(?<name>(?:(?![在于至到])[\p{sc=Han}\p{N}·]){2,30}?)(?:隆重|正式|同时)?(?:举行|举办|召开|开幕|展出|开展)/gu;
const inTown = new RegExp(
  `(?:\\b(?:met|meets?|gather(?:s|ed)?|held|takes? place|took place|hosted|concluded|opens?|opened|begins?|kicked off|kicks? off|staged)|^)\\sin\\s(?<name>${namePhrase})`,
  'gu',
);

/**
 * Where an event takes place: behind 'Venue:' or 'held at'; else a name with a word for a building or ground in it,
 * behind 'at' or 'in', or as that which will present or host; first in the words that belong to the date, then in the
 * sentences about it. Where only a town is named, it is the town. Null where nothing is.
 *
 * ```text
 * The show will be displayed at the Lighthouse Museum on Quay Square and ...
 *                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * @param words The words before the date, and those behind it.
 */
export function readPlace(words: readonly string[], others: readonly string[]): PlaceReading | null {
  const venue =
    firstVenue([words.join(''), ...words], [labelled, happensAt, heldAt, asHost, chinese, atVenue]) ??
    firstVenue(others, [labelled, happensAt, heldAt, asHost]);
  if (venue !== null) return { printed: venue, venue, city: null, country: null };
  const town = firstTown(words);
  return town === null ? null : { printed: town, venue: null, city: isTown(town) ? town : null, country: null };
}

function firstVenue(texts: readonly string[], patterns: readonly RegExp[]): string | null {
  for (const text of texts) {
    const name = venueIn(text, patterns);
    if (name !== null) return name;
  }
  return null;
}

function venueIn(sentence: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const match of sentence.matchAll(pattern)) {
      const name = tidyName(match.groups?.['name'] ?? '');
      const needsNoun = pattern !== labelled && pattern !== heldAt;
      if ((venueNoun.test(name) && name.includes(' ')) || pattern === chinese || (!needsNoun && isName(name)))
        return name;
    }
  }
  return null;
}

function firstTown(texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const match of text.matchAll(inTown)) {
      const name = tidyName(match.groups?.['name'] ?? '');
      if (isName(name) && !noTown.test(name)) return name;
    }
  }
  return null;
}

const noTown = /^(?:English|Chinese|French|German|Japanese|Spanish|Russian)\b/;
const area =
  /\b(?:District|Area|County|Province|Zone|Island|Isles?|Delta|Bay|Region|Republic|Road|Street|China|Europe|Asia|Africa|America)\b/;

function isTown(name: string): boolean {
  return !area.test(name);
}

const month = new RegExp(`^${monthWord}\\b`);

function isName(name: string): boolean {
  if (venueNoun.test(name) && !name.includes(' ')) return false;
  return name.length > 1 && !month.test(name) && !/^\d/.test(name) && namedKind(name) === null;
}
