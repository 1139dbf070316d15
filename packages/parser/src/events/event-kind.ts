import type { EventKind } from '../reading.js';
import { phrases } from '../text/phrases.js';
import type { DateClause } from './date-clause.js';
import type { DateRole } from './date-role.js';
import { isEntry, namedKind } from './event-nouns.js';
import { findPredicates, type Predicate } from './predicates.js';

/** What a date means: the kind of its event, and what the event does then. */
export interface DateMeaning {
  readonly kind: EventKind;
  readonly role: 'start' | 'end' | 'on' | 'range';
  /** Whether its clause has the subject of the one before: 'opens on March 3 and closes on March 5'. */
  readonly continues: boolean;
}

/** What is known besides the clause itself. */
export interface ClauseContext {
  readonly sentence: string;
  /** Of the item. */
  readonly title: string;
  /** What the date before it in the sentence means, where it means something. */
  readonly previous: DateMeaning | null;
}

/**
 * What happens on a date, by the predicate that governs it; null where nothing says that something does, for most
 * dates in prose are no events. A range or a beginning needs less proof than a bare day.
 */
export function dateMeaning(
  clause: DateClause,
  printed: DateRole | 'range',
  context: ClauseContext,
): DateMeaning | null {
  if (printed === 'none') return null;
  const predicate = governing(clause);
  if (printed === 'asOf') {
    if (/^[^,]*,[^,;]{0,80}\s(?:shall|must)\b/.test(clause.after) && predicate?.kind !== 'effect')
      return { kind: 'OTHER', role: 'start', continues: false };
    const begins = predicate?.kind === 'effect' || predicate?.kind === 'modal' || isPutIntoOperation(clause, predicate);
    return begins ? meaning(clause, 'start', predicate, context) : null;
  }
  return meaning(clause, printed === 'on' ? roleOf(clause, predicate) : printed, predicate, context);
}

// What will not open on a day is closed on that one.
function roleOf({ before }: DateClause, predicate: Governing | null): 'start' | 'end' | 'on' {
  if (predicate === null || predicate.role === null) return 'on';
  return predicate.isBefore && /\bnot\s$/i.test(before.slice(0, predicate.start)) ? 'on' : predicate.role;
}

type Governing = Predicate & { readonly isBefore: boolean };

// A date that begins its clause is governed by what follows, any other by the last predicate before it.
function governing({ before, after }: DateClause): Governing | null {
  const last = findPredicates(before).at(-1);
  const first = firstOf(findPredicates(after));
  const isBefore = last !== undefined && (first === undefined || !beginsClause.test(before));
  if (isBefore) return { ...last, isBefore };
  return first === undefined ? null : { ...first, isBefore };
}

const beginsClause =
  /(?:^|[;；]|,?\s(?:and|but|while|whereas))\s?(?:then\s|also\s)?(?:on|from|starting|beginning|as from|as of|until|by|before|between|through)?(?:\s(?:on|from))?\s?(?:the\s)?$/i;

// Of predicates that lie in one another ('will be held', 'held') the one that says more.
function firstOf(found: readonly Predicate[]): Predicate | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  return found.filter(({ start }) => start <= first.end).findLast(({ kind }) => kind !== 'modal') ?? first;
}

function meaning(
  clause: DateClause,
  role: DateMeaning['role'],
  predicate: Governing | null,
  context: ClauseContext,
): DateMeaning | null {
  const told = kindOf(clause, role, predicate, context);
  if (told !== null)
    return {
      kind: told,
      role: told === 'OTHER' ? ownRole(role, predicate) : role,
      continues: context.previous !== null && sharesSubject(clause, predicate),
    };
  const { previous } = context;
  const continues = predicate === null && clause.follows && /\band\b|,/.test(clause.before);
  return continues && previous !== null ? repeated(previous, role) : null;
}

// What goes on sale or sets out on a day is there from then on.
function ownRole(role: DateMeaning['role'], predicate: Governing | null): DateMeaning['role'] {
  return role === 'on' && predicate?.kind === 'release' ? 'start' : role;
}

// 'The Nets open on January 7 at the Loft, and the Hooks on January 14': said once, meant twice.
function repeated(previous: DateMeaning, role: DateMeaning['role']): DateMeaning | null {
  if (role === 'on')
    return { kind: previous.kind, role: previous.role === 'range' ? 'on' : previous.role, continues: false };
  return role === 'start' && previous.kind === 'EFFECTIVE_DATE'
    ? { kind: previous.kind, role, continues: false }
    : null;
}

// Nothing between 'and' and its verb.
function sharesSubject({ before, follows }: DateClause, predicate: Governing | null): boolean {
  if (!follows || predicate === null || !predicate.isBefore) return false;
  return /(?:^|\b(?:and|then|before)\b)[\s,]*(?:(?:will|shall|is to|are to|is|are)\s)?(?:be\s)?$/.test(
    before.slice(0, predicate.start),
  );
}

function kindOf(
  clause: DateClause,
  role: DateMeaning['role'],
  predicate: Governing | null,
  context: ClauseContext,
): EventKind | null {
  const text = `${clause.before} ${clause.after}`;
  const isShared = sharesSubject(clause, predicate);
  if (predicate?.kind !== 'effect' && isComment(isShared ? context.sentence : text, context)) {
    if (role === 'end' || role === 'range') return hasCome.test(text) ? null : 'COMMENT_DEADLINE';
    if (predicate?.kind !== 'release' && !namedKind(text)) return null;
  }
  if (predicate === null && beginsListing(clause)) return namedKind(text) ?? namedKind(context.title) ?? 'OTHER';
  if (predicate === null && role === 'on' && /\b(?:is|are|was|were|falls) on (?:the )?$/.test(clause.before))
    return namedKind(clause.before) ?? (occasion.test(clause.before) ? 'OTHER' : null);
  if (predicate === null || predicate.kind === 'past') {
    const named = /\son\s(?:the\s)?$/.test(clause.before) ? adjacentKind(clause.before) : null;
    if (role === 'on' || predicate !== null || counts.test(text)) return named;
    return namedKind(text);
  }
  switch (predicate.kind) {
    case 'effect':
      return 'EFFECTIVE_DATE';
    case 'happen':
      return isOfRule(clause, role, predicate) ? 'EFFECTIVE_DATE' : eventNamed(clause, predicate, context);
    case 'release':
      return releaseKind(clause, role, predicate);
    case 'modal':
      if (counts.test(text)) return null;
      return isOfRule(clause, role, predicate) ? 'EFFECTIVE_DATE' : eventNamed(clause, predicate, context);
    case 'duty':
      return role === 'on' ? null : 'OTHER';
    default:
      return predicate.kind satisfies never;
  }
}

// 'December 23, 7:30 p.m., Lyceum: recital'
function beginsListing({ before, after, follows }: DateClause): boolean {
  return !follows && before.trim() === '' && /^,?\s(?:at\s|from\s)?\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b/i.test(after);
}

const occasion = phrases([
  '(?:opening|closing) (?:session|day|night)',
  'concert',
  'performance',
  'screening',
  'premiere',
  'parade',
  'festival',
  'game',
  'match',
]);

// 'At its meeting on March 1 the council …'
function adjacentKind(before: string): EventKind | null {
  return namedKind(
    before
      .slice(-30)
      .replace(/^\S*\s/, '')
      .replace(/^.*\s(?=\S+\son\s(?:the\s)?$)/, ''),
  );
}

const ruleNoun =
  /\b(?:measures|rules?|regulations?|provisions|polic(?:y|ies)|schemes?|notices?|guidelines|circulars?|law|act|tariffs?|exemptions?|duties|dues|levy|levies|tax(?:es)?|edition|subsid(?:y|ies)|moratorium|restrictions?|bans?|permits|standards?|quotas?)\b/i;
const holdsOrEnds =
  /\b(?:into (?:operation|use)|expires?|expired|lapses?|replaced?|lowered|raised|cut|reduced|waived|abolished|scrapped|lifted|adjusted|halved|doubled|levied)$/i;

// 'The scheme will expire', 'tariffs will be lowered from': what happens to a rule is when it holds.
function isOfRule(
  { before, after }: DateClause,
  role: DateMeaning['role'],
  { words, isBefore, start, end }: Governing,
): boolean {
  if (role === 'on' && !/into (?:operation|use)$/i.test(words)) return false;
  if (/\b(?:claim|receive|enjoy|get)$/i.test(words) && isBefore) return ruleNoun.test(before.slice(end));
  if (!holdsOrEnds.test(words)) return false;
  const subject = isBefore ? before.slice(0, start) : after.slice(0, start);
  return ruleNoun.test(subject) && namedKind(subject) === null;
}

function isPutIntoOperation(clause: DateClause, predicate: Governing | null): boolean {
  return predicate !== null && isOfRule(clause, 'start', predicate);
}

// Letter case counts: a garden may be called Rose.
const counts =
  /\b(?:rose|fell|grew|increased|decreased|dropped|climbed|reached|exceeded|totall?ed|averaged|attracted|drew|received|handled|carried|recorded|year on year|per\s?cent)\b|\d\s?%/;
const hasCome = /\b(?:had|have|has) (?:been )?(?:received|submitted|sent|come)\b|\b(?:were|was) received\b/i;

const comment = phrases([
  'comments?',
  'feedback',
  'responses?',
  'consult(?:s|ing)?',
  'opinions',
  'suggestions',
  'consultations?',
  'public opinion',
  'views',
  'written submissions',
  'public input',
  'objections',
  'remarks',
  'representations',
]);
const commentWords = phrases([
  'deadline|consult(?:s|ing)?|submit\\w*|solicit\\w*|comments?|feedback|responses?|opinions?|suggestions?|consultations?|views|submissions?|public input|objections|remarks|representations',
]);
const draftTitle = phrases(['comments?', 'consultations?', 'opinions (?:sought|solicited)', 'feedback']);

function isComment(text: string, { sentence, title }: ClauseContext): boolean {
  if (/意见|征求/.test(text)) return true;
  if (!commentWords.test(text)) return false;
  return comment.test(text) || comment.test(sentence) || draftTitle.test(title);
}

// 'The library will hold a lecture' tells it behind the verb, 'the lecture will be held' before it.
function eventNamed(clause: DateClause, predicate: Governing, context: ClauseContext): EventKind {
  const { before, after } = clause;
  const { sentence, title } = context;
  const text = predicate.isBefore ? before : after;
  const subject = predicate.isBefore ? text.slice(0, predicate.start) : `${before} ${text.slice(0, predicate.start)}`;
  const object = predicate.isBefore ? `${text.slice(predicate.end)} ${after}` : text.slice(predicate.end);
  const { previous } = context;
  if (previous !== null && lasting.has(previous.kind) && sharesSubject(clause, predicate)) return previous.kind;
  if (
    isEntry(nearestClause(subject)) ||
    opensEntries(predicate, object) ||
    entering.test(`${predicate.words}${object.slice(0, 12)}`)
  )
    return 'OTHER';
  const [first, second] = gives.test(predicate.words) ? [object, subject] : [subject, object];
  const named = namedKind(first) ?? namedKind(second);
  if (named !== null) return named;
  if (/^on (?:view|display|show|exhibit)$|exhibited|displayed/i.test(predicate.words)) return 'EXHIBITION';
  if (/shown$/i.test(predicate.words) && /\b(?:museum|gallery|galleries)\b/i.test(object)) return 'EXHIBITION';
  if (/^(?:meets?|met|convene[sd]?)$/i.test(predicate.words)) return 'MEETING';
  if (/\bcompete$/i.test(predicate.words)) return 'COMPETITION';
  if (/\b(?:launch|release|premiere|publication)\b/i.test(subject)) return 'RELEASE';
  return namedKind(sentence) ?? namedKind(title) ?? 'OTHER';
}

// 'registered for the fair, which will be held': what is held is the fair.
function nearestClause(subject: string): string {
  return subject.slice(subject.search(/,\s(?:which|that)\s(?!.*,\s(?:which|that)\s)/) + 1);
}

function opensEntries({ words }: Governing, object: string): boolean {
  return (
    /\bopen(?: for)?$/i.test(words) &&
    /^\s(?:for\s)?(?:the\s|public\s|online\s)?(?:entries|submissions?|applications?|registrations?|nominations|bookings?|sign-?ups?|enrol?lments?|proposals)\b/i.test(
      object,
    )
  );
}

const lasting: ReadonlySet<EventKind> = new Set<EventKind>([
  'EXHIBITION',
  'COMPETITION',
  'MEETING',
  'OTHER',
  'EFFECTIVE_DATE',
]);
const entering = /\b(?:apply|register|sign up|enrol|enter|submit|(?:hand|turn)(?:ed)? in|sen[dt] in|book|buy)\b/i;

const gives =
  /\b(?:host|hosts|hold|holds|held|hosted|present|presents|staged?|features?|organi[sz]e[sd]?|welcome|show|attend|invites?|compete)$/i;

// What is launched and then goes on.
const begun = /\b(?:season|festival|week|month|campaign|carnival)\s(?:(?:was|were|is|are|will be)\s)?(?:\w+ly\s)?$/i;

function releaseKind({ before, after }: DateClause, role: DateMeaning['role'], predicate: Governing): EventKind | null {
  if (/^\s?,?\s?that\b/.test(after) && /announced/i.test(predicate.words)) return null;
  if (/\baccording to\b|\bsaid in (?:a|an|the|its|their)\b/i.test(before)) return null;
  if (/\b(?:data|figures|statistics)\s$/i.test(before.slice(0, predicate.isBefore ? predicate.start : 0))) return null;
  const subject = predicate.isBefore ? before.slice(0, predicate.start) : '';
  const opens =
    /launch|unveil|debut/i.test(predicate.words) && /\b(?:was|were|is|are|be|been)\s(?:\w+ly\s)?$/i.test(subject);
  const named = opens ? namedKind(subject) : null;
  if (named !== null) return named;
  const sells = /\bon sale$/i.test(predicate.words) && isEntry(subject);
  if (sells || (/launch/i.test(predicate.words) && begun.test(subject))) return 'OTHER';
  const isComing = /\b(?:will|to|shall|goes?|due)\b/i.test(`${subject.slice(-30)} ${predicate.words}`);
  return role === 'on' || (isComing && role !== 'range') ? 'RELEASE' : null;
}
