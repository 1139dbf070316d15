import type { EventKind } from '../reading.js';
import { phrases } from '../text/phrases.js';
import type { DateRole } from './date-role.js';

/** The words by which the kind of an event is told. */
export interface KindWords {
  /** The part of the sentence that belongs to the date. */
  readonly clause: string;
  readonly sentence: string;
  /** Of the item. */
  readonly title: string;
}

const effect = phrases([
  '(?:com(?:e|es|ing)|came|enter(?:s|ed|ing)?) into (?:force|effect)',
  '(?:tak(?:e|es|ing)|took) effect',
  'effective (?:as of|from|on|since|starting|beginning)',
  '(?:be|is|are) effective',
  'be (?:implemented|enforced)',
  'in force',
]);
// The date itself is not in the clause: 'effective March 1, dogs ...' leaves 'effective , dogs ...'.
const effectiveOnDate = /\beffective\s{1,3}(?=[,.;)]|$)/i;

const comment = phrases([
  'comments?',
  'feedback',
  'opinions?',
  'suggestions?',
  'consultation',
  'views',
  'submissions?',
]);
const submit = phrases([
  'deadline',
  'submit\\w*',
  'solicit\\w*',
  'comments?',
  'feedback',
  'opinions?',
  'suggestions?',
  'consultation',
]);
const draft = phrases(['comments', 'consultation']);
const deadline = phrases(['deadline']);

const happens = phrases([
  'held|hosted|staged|displayed|exhibited|showcase[sd]?|inaugurated|concluded|scheduled',
  '(?:tak(?:e|es|ing|en)|took) place',
  'on (?:display|view|show)',
  'kick(?:s|ed)? off|commence[sd]?|returns? to|returned to|opening to the public',
  '(?:will|to|set to|is to)\\s(?:\\w+ly\\s)?(?:be\\s)?(?:present|start|begin|run|host|stage|conclude|return|gather|welcome|feature|hold)\\w*',
  '(?:will|to|set to|is to)\\s(?:\\w+ly\\s)?(?:be\\s)?(?:open|close|end|last|perform|meet|tour|compete|continue)\\w*',
  '(?:runs?|lasts?|continues?|continued) (?:from|on|until|through|till|between)',
  '(?:opens?|opened|starts?|started|begins?|began)(?: its doors| to the public)? (?:from|on|between)',
  '(?:closes?|closed|ends?|ended)(?: its doors| to the public)? on',
  'opens|starts|begins|presents|hosts',
]);
const release = phrases([
  'releas(?:e|es|ed)|publish(?:ed|es)?|issu(?:e|es|ed)|unveil(?:ed|s)?|launch(?:ed|es)?|debut(?:ed|s)?|premiere[sd]?',
  'roll(?:ed|s)? out|go(?:es)? on sale',
]);

/** Words for what happens, the more telling first. A hall that is named after one is none. */
const nouns: readonly { readonly kind: EventKind; readonly noun: RegExp }[] = [
  {
    kind: 'EXHIBITION',
    noun: phrases([
      '(?:exhibitions?|exhibits?|expo|exposition)(?!\\s(?:cent(?:er|re)|hall))',
      'biennale|triennale|retrospective',
      '(?:trade|book|art|crafts?) fair',
    ]),
  },
  {
    kind: 'COMPETITION',
    noun: phrases([
      'competitions?(?!\\s(?:law|policy|rules?))',
      'contests?|tournaments?|championships?|(?:semi-?)?finals?|marathon|regatta|hackathon|grand prix|cup',
    ]),
  },
  {
    kind: 'MEETING',
    noun: phrases([
      '(?:meetings?|conferences?|conventions?)(?!\\s(?:cent(?:er|re)|hall|room))',
      'forums?|summits?|seminars?|symposi(?:um|a)|congress|workshops?|webinars?|assembly',
      'ceremon(?:y|ies)|briefings?|roadshows?|lectures?|hearings?|salons?',
    ]),
  },
];

/**
 * What happens on a date, by the words in its clause, then by the item's title; null where nothing says that something
 * does, for most dates in prose are no events. A range or a beginning needs less proof than a bare day.
 */
export function eventKind(words: KindWords, role: DateRole | 'range'): EventKind | null {
  if (effect.test(words.clause) || effectiveOnDate.test(words.clause)) return 'EFFECTIVE_DATE';
  if ((role === 'end' || role === 'range') && isCommentDeadline(words)) return 'COMMENT_DEADLINE';
  if (happens.test(words.clause))
    return nounKind(words.clause) ?? nounKind(words.sentence) ?? nounKind(words.title) ?? 'OTHER';
  if (release.test(words.clause)) return role === 'on' ? 'RELEASE' : null;
  if (role === 'end' && deadline.test(words.clause)) return 'OTHER';
  return role === 'on' ? null : nounKind(words.clause);
}

function isCommentDeadline({ clause, sentence, title }: KindWords): boolean {
  if (!submit.test(clause) && !deadline.test(sentence)) return false;
  return comment.test(clause) || comment.test(sentence) || draft.test(title);
}

function nounKind(text: string): EventKind | null {
  return nouns.find(({ noun }) => noun.test(text))?.kind ?? null;
}
