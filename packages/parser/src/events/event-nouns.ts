import type { EventKind } from '../reading.js';

/** What kind of event a noun names. */
export type NamedKind = Extract<EventKind, 'EXHIBITION' | 'COMPETITION' | 'MEETING'>;

const ground = '(?:cent(?:er|re)|halls?|rooms?|park|axis|museum|site|village|avenue|gardens?|building|hotel|plaza)';

// A hall that is named after an event is none, nor is a law or a policy on competition.
const nouns: readonly { readonly kind: NamedKind; readonly noun: RegExp }[] = [
  {
    kind: 'EXHIBITION',
    noun: pattern(
      [
        `(?:exhibitions?|exhibits?|expos?|expositions?)(?!(?:\\s(?:and|&)\\sconvention)?\\s${ground})`,
        'biennales?|biennials?|triennales?|triennials?|retrospectives?|art weeks?|art festivals?(?= of works)',
        '(?:lantern|solo|group|photo|sculpture|kite) shows?',
        'shows?(?=\\s(?:at|in|of)\\s[^.;]{0,60}\\b(?:museum|gallery|galleries)\\b)',
        '(?:trade|book|art|arts|crafts?|design|toys?|import|export|fashion|technology|auto|motor|boat|car|air|flower) (?:fairs?|shows?)',
      ],
      '展览|[书车花画特联影]展|展会|博览会|双年展',
    ),
  },
  {
    kind: 'COMPETITION',
    noun: pattern(
      [
        'competitions?(?!\\s(?:law|policy|rules?|authority|commission))',
        'contests?|tournaments?|championships?|(?:semi-?|quarter-?)?finals|semi-?final|preliminaries|marathons?|regattas?|hackathons?|grand prix|races?|triathlons?|olympiads?|derby|leagues?|playoffs?',
        'final(?=\\s(?:will|is|was|takes|took|of|on|between|match|game|round)\\b|[,.]|\\s?$)',
        '(?:asian|national|olympic|city|university|winter|summer|youth|sea|world|island) games',
      ],
      '比赛|大赛|竞赛|锦标赛|马拉松|联赛|挑战赛',
    ),
  },
  // Letter case counts: not every cup is to be won.
  {
    kind: 'COMPETITION',
    noun: /\b(?:Cup|Challenge|Games|Relay|Rally|(?<=\p{Lu}\p{Ll}+ )Run(?!\sof)|Masters|(?<=\p{Lu}\p{Ll}+ )Open)(?=\s(?!Museum|Cent(?:er|re)|Hall|Gallery|Building|Hotel|House|Road|Street)|[,.]|$)/gu,
  },
  {
    kind: 'MEETING',
    noun: pattern(
      [
        `(?:meetings?|conferences?|conventions?)(?!(?:\\s(?:and|&)\\sexhibition)?\\s${ground})`,
        'forums?|summits?|seminars?|symposi(?:um|ums|a)|congress(?:es)?|workshops?|webinars?|assembly|dialogues?|roundtables?|round tables?|colloquium|plenary',
        'ceremon(?:y|ies)|briefings?|roadshows?|lectures?|hearings?|salons?|talks|a talk|(?:information|training|plenary|annual|working) sessions?|masterclass(?:es)?|gatherings?|panel discussions?|(?:council|board|committee|assembly) (?=will meet|meets|met)',
      ],
      '会议|论坛|大会|峰会|研讨会|座谈会|发布会|讲座|听证会',
    ),
  },
];

const entry =
  /\b(?:registrations?|applications?|entries|enrol?lments?|sign-?ups?|nominations?|tickets?|bookings?|proposals|papers|apply|enrol|register|call for)\b|报名|申请/i;

/** Whether a text is about taking part in something, not about the thing: registrations, entries, tickets. */
export function isEntry(text: string): boolean {
  return entry.test(text);
}

/**
 * The kind that the first event named in a text has; null without one. In a compound the last noun tells it, before
 * an 'of' the first.
 *
 * ```text
 * the book fair opening ceremony     the award ceremony of the lamp contest
 *                       ^^^^^^^^               ^^^^^^^^
 * ```
 */
export function namedKind(text: string): NamedKind | null {
  const found = nouns
    .flatMap(({ kind, noun }) =>
      [...text.matchAll(noun)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
    )
    .sort((a, b) => a.start - b.start);
  let [head] = found;
  for (const next of found.slice(1)) {
    if (
      head === undefined ||
      !/^(?:\s[\p{L}’'-]+){0,1}\s$/u.test(text.slice(head.end, next.start)) ||
      joins(text, head.end, next.start)
    )
      break;
    head = next;
  }
  return head?.kind ?? null;
}

function joins(text: string, from: number, to: number): boolean {
  return /\s(?:of|at|in|for|and|on|to|with|will|is|was)\s/i.test(text.slice(from, to));
}

function pattern(phrases: readonly string[], chinese: string): RegExp {
  return new RegExp(`\\b(?:${phrases.join('|')})\\b|${chinese}`, 'gi');
}
