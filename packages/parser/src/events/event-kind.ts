import type { EventKind } from '../reading.js';
import type { DateRole } from './date-role.js';

/** The words by which the kind of an event is told. */
export interface KindWords {
  /** The part of the sentence that belongs to the date. */
  readonly clause: string;
  readonly sentence: string;
  /** Of the item. */
  readonly title: string;
}

const effect =
  /\b(?:com(?:e|es|ing) into (?:force|effect)|came into (?:force|effect)|enter(?:s|ed|ing)? into (?:force|effect)|tak(?:e|es|ing) effect|took effect|effective (?:as of|from|on|since|starting|beginning)|be effective|is effective|be implemented|be enforced|in force)\b|\beffective\s{1,3}(?=[,.;)]|$)/i;
const comment = /\b(?:comments?|feedback|opinions?|suggestions?|consultation|views|submissions?)\b/i;
const submit = /\b(?:deadline|submit\w*|solicit\w*|comments?|feedback|opinions?|suggestions?|consultation)\b/i;
const happens =
  /\b(?:held|tak(?:e|es|ing|en) place|took place|displayed|on (?:display|view|show)|exhibited|showcase[sd]?|kick(?:s|ed)? off|commence[sd]?|staged|hosted|inaugurated|concluded|scheduled|return(?:s|ed) to|opening to the public)\b|\b(?:will|to|set to|is to)\s(?:\w+ly\s)?(?:be\s)?(?:present|start|begin|run|host|stage|conclude|return|gather|welcome|feature|hold|open|close|end|last|perform|meet|tour|compete|continue)\w*|\b(?:run|runs|last|lasts|open|opens|opened|start|starts|started|begin|begins|began|close|closes|closed|end|ends|ended|continue|continues)(?:\s(?:its|to the) (?:doors|public))?\s(?:from|on|until|through|till|between)\b|\b(?:opens|starts|begins|presents|hosts)\b/i;
const release =
  /\b(?:releas(?:e|es|ed)|publish(?:ed|es)?|issu(?:e|es|ed)|unveil(?:ed|s)?|launch(?:ed|es)?|roll(?:ed|s)? out|debut(?:ed|s)?|go(?:es)? on sale|premiere[sd]?)\b/i;

const nouns: readonly { readonly kind: EventKind; readonly noun: RegExp }[] = [
  {
    kind: 'EXHIBITION',
    noun: /\b(?:exhibitions?|exhibits?|expo|exposition|biennale|triennale|retrospective|(?:trade|book|art|crafts?) fair)\b(?!\s(?:cent(?:er|re)|hall))/i,
  },
  {
    kind: 'COMPETITION',
    noun: /\b(?:competitions?|contests?|tournaments?|championships?|finals?|semi-?finals?|marathon|regatta|hackathon|grand prix|cup)\b(?!\s(?:law|policy|rules?))/i,
  },
  {
    kind: 'MEETING',
    noun: /\b(?:meetings?|conferences?|forums?|summits?|seminars?|symposi(?:um|a)|congress|workshops?|ceremon(?:y|ies)|briefings?|roadshows?|lectures?|hearings?|salons?|conventions?|webinars?|assembly)\b(?!\s(?:cent(?:er|re)|hall|room))/i,
  },
];

/**
 * What happens on a date, by the words in its clause, then by the item's title; null where nothing says that something
 * does, for most dates in prose are no events. A range or a beginning needs less proof than a bare day.
 */
export function eventKind(words: KindWords, role: DateRole | 'range'): EventKind | null {
  if (effect.test(words.clause)) return 'EFFECTIVE_DATE';
  if ((role === 'end' || role === 'range') && isCommentDeadline(words)) return 'COMMENT_DEADLINE';
  if (happens.test(words.clause))
    return nounKind(words.clause) ?? nounKind(words.sentence) ?? nounKind(words.title) ?? 'OTHER';
  if (release.test(words.clause)) return role === 'on' ? 'RELEASE' : null;
  if (role === 'end' && /\bdeadline\b/i.test(words.clause)) return 'OTHER';
  return role === 'on' ? null : nounKind(words.clause);
}

function isCommentDeadline({ clause, sentence, title }: KindWords): boolean {
  if (!submit.test(clause) && !/\bdeadline\b/i.test(sentence)) return false;
  return comment.test(clause) || comment.test(sentence) || /\b(?:comments|consultation)\b/i.test(title);
}

function nounKind(text: string): EventKind | null {
  return nouns.find(({ noun }) => noun.test(text))?.kind ?? null;
}
