/** What a predicate says of its date. */
export type PredicateKind =
  /** A rule begins to hold: 'shall come into force'. */
  | 'effect'
  /** Something goes on: 'will be held'. */
  | 'happen'
  /** Something is made public: 'was issued'. */
  | 'release'
  /** Anything that is to be or may be done: 'will …', 'can …'. */
  | 'modal'
  /** Something has to be done: 'must …'. */
  | 'duty'
  /** What was done then is no event: 'adopted'. */
  | 'past';

/** A predicate found in a text, from one index to another. */
export interface Predicate {
  readonly kind: PredicateKind;
  /** Where the verb itself says so: 'opens', 'closes'. */
  readonly role: 'start' | 'end' | null;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

interface Rule {
  readonly kind: PredicateKind;
  readonly role?: 'start' | 'end';
  readonly pattern: RegExp;
}

const be = '(?:is|are|be|been|was|were|remain(?:s|ed)?|stay(?:s|ed)?|kept)';

const rules: readonly Rule[] = [
  rule('effect', [
    '(?:com(?:e|es|ing)|came|enter(?:s|ed|ing)?|go(?:es)?|went|put|brought) into (?:force|effect)',
    '(?:com(?:e|es|ing)|came) into operation',
    '(?:tak(?:e|es|ing)|took|taken) effect',
    'effective (?:as of|as from|from|on|since|starting|beginning|immediately|until|through)',
    '(?:is|are|be|become|becomes|became) effective',
    'implemented|enforced',
    '(?:in|into) (?:force|effect)',
    '(?:is|are|be|remains?|stays?|valid) valid|valid (?:from|until|through|till)',
    '(?<!\\b(?:can|may|must|should|could|to|who)\\s)appl(?:y|ies)(?!\\s(?:for|online|by|in|at)\\b)',
    '(?:be|is|are) applicable',
    'becomes? law|(?:come|came|comes) into use|entry into force|effective date|implementation date',
    '(?:be|is|are|was|were) (?:\\w+ly )?(?:repealed|abolished|rescinded|annulled)|ceases? to (?:have effect|be valid|apply|be in force)',
    'implementation (?:of (?:[\\w’-]+ ){1,6})?(?:will )?(?:starts?|begins?)|with effect(?= from| on)|kicks? in',
  ]),
  { kind: 'effect', pattern: /施行|生效|实施|\beffective(?=\s{1,3}[,.;)]|\s{0,3}$)/gi },
  rule('happen', [
    'held|hosted|co-hosted|staged|displayed|exhibited|showcase[sd]?|inaugurated|scheduled|slated|planned for|set for|due on',
    '(?:tak(?:e|es|ing)|took|taken) place',
    'on (?:display|view|show|sale|exhibit)',
    '(?:returns?|returned|com(?:es?|ing)|arrives?)(?=\\s(?:to|on|in|from)\\b|\\s?$)|performs|plays|extended|postponed|rescheduled|moved to|celebrated|performed|screened|suspended|offered',
    '(?:runs?|ran|running|lasts?|lasted|lasting|continues?|continued|continuing|falls)(?=\\s(?:from|on|until|through|till|between|to|for)\\b|\\s?$)',
    '(?:was|were|is) won|put off|pushed back|brought forward|delayed|celebrates?|marks (?=its|their|the)',
    'presents|hosts|holds|features|invites?|meets?|met|gather(?:s|ed)?|convene[sd]?|signed(?! into)|organi[sz]e[sd]?|toured?',
    '(?:put|go|goes|went) into (?:operation|use|service)|broke ground|breaks? ground|open for|underway|under way',
    `${be}\\s(?:\\w+ly\\s)?(?:open|opened|closed|available|accepted|free|shown)`,
  ]),
  {
    kind: 'happen',
    pattern:
      /^\W{0,2}(?:(?:opening|exhibition|event)\s)?(?:dates?|time|when|period|duration|schedule)\s?[:：]|举行|举办|召开|展出|进行/gi,
  },
  rule(
    'happen',
    [
      `(?<!\\b${be}\\s(?:\\w+ly\\s)?)(?:re)?open(?:s|ed)?(?!\\s(?:for|day|call|ceremony|source|air|water|house))`,
      'start(?:s|ed)?|begins?|began|begun|kick(?:s|ed)? off|commence[sd]?|resume[sd]?|g[eo]t(?:s|ting)? under ?way|raise[sd]? (?:its|the) curtain',
      'opening (?:to|on|at|in)',
      'takes? off|(?:welcomes?|receives?) (?:its|the|their) first',
    ],
    'start',
  ),
  { kind: 'happen', role: 'start', pattern: /开幕|启动|开赛/g },
  rule(
    'happen',
    [
      `(?<!\\b${be}\\s(?:\\w+ly\\s)?)close[sd]?`,
      'ends|ended|(?:will|to) end|conclude[sd]?|finishe[sd]|(?:stops?|ceases?)(?: [a-z]+ing)?|lapses?|lapsed|expires?|expired|wrap(?:s|ped)? up|w[io]und(?:s)? up|dr[ae]ws? to a close|drew to a close|came? to (?:an end|a close)',
    ],
    'end',
  ),
  { kind: 'happen', role: 'end', pattern: /闭幕|结束|截止/g },
  rule('release', [
    'release[sd]|publishe[sd]|issued|unveil(?:s|ed)|launche[sd]|debut(?:s|ed)|premiere[sd]|announced|promulgated',
    '(?:will|to|shall)\\s(?:\\w+ly\\s)?(?:release|publish|issue|unveil|launch|debut|premiere|announce)',
    'made (?:public|available)|put on sale',
    '(?:make|makes|made) (?:its|their|his|her) (?:debut|premiere)',
    'roll(?:s|ed)? out|rolled out|go(?:es)? (?:on sale|live|online)|went (?:on sale|live|online)|due out|(?:is|are|be) out|com(?:e|es) out|came out',
    '(?:hit|hits|reach|reaches) (?:the )?(?:shelves|market|stores|cinemas|bookshops)',
  ]),
  { kind: 'release', pattern: /发布|印发|公布|出台|上线|颁布/g },
  {
    // Letter case counts: 'May' is a month. What is forecast or counted is nothing that goes on.
    kind: 'modal',
    pattern:
      /\b(?:will|shall|can|may|(?:is|are) (?:set|due|about|going|expected|scheduled)? ?to)\s(?!(?:be\s)?(?:reach|exceed|rise|fall|total|amount|grow|increase|decrease|drop|turn|need|require|have|know)\w*\b)(?:not\s)?(?:(?!apply\b)[a-z]+ly\s)?(?:then\s|now\s|also\s)?(?:be\s(?:[a-z]+ly\s)?)?[a-z]+\b/g,
  },
  rule('past', [
    'adopted|passed|approved|amended|signed into|founded|established|named|built|registered|employed|hired|born|elected|appointed',
  ]),
  rule('duty', [
    '(?:must|should|shall|(?:has|have|need|needs) to|(?:is|are) (?:required|requested|asked|obliged|invited) to)\\s(?:be\\s)?[a-z]+',
    '(?<=^\\W{0,3})(?:send|submit|register|apply|book|sign up|enter|buy|hand in)',
    '(?:have|has)(?=\\s(?:until|till)\\s?$)',
    '(?:is|are) (?:required|requested|needed|possible)',
    '(?:need|needs|requires?|pays?)(?= (?:a|an|no|the|only)\\b)',
    'deadline|last day (?:to|for)|time limit|submitted|due(?! to| out)|closing date',
  ]),
];

/** All predicates of a text, by where they end. Where one holds another ('will be held'), only the later end counts. */
export function findPredicates(text: string): Predicate[] {
  const found = rules.flatMap(({ kind, role = null, pattern }) =>
    [...text.matchAll(pattern)].map((match): Predicate => {
      return { kind, role, start: match.index, end: match.index + match[0].length, words: match[0] };
    }),
  );
  return found
    .filter((one) => !countsThings(text, one))
    .sort((a, b) => a.end - b.end || weight(a) - weight(b) || b.start - a.start);
}

// Of those that end together 'will …' says least, then 'must …', and the longest most.
function weight({ kind }: Predicate): number {
  if (kind === 'modal') return 0;
  return kind === 'duty' ? 1 : 2;
}

// 'closed 312 cases', 'held 30 hearings', 'closed at 14.2': figures of what was.
function countsThings(text: string, { kind, words, end }: Predicate): boolean {
  return (
    kind === 'happen' &&
    /(?:ed|held|met|ran|began)$/i.test(words) &&
    /^\s(?:(?:over|about|some|nearly|more than|at|up|down|higher at|lower at)\s)?\d+(?!\s?(?:[ap]\.?m\b|o'clock))/i.test(
      text.slice(end, end + 24),
    )
  );
}

function rule(kind: PredicateKind, phrases: readonly string[], role?: 'start' | 'end'): Rule {
  const pattern = new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'gi');
  return role === undefined ? { kind, pattern } : { kind, role, pattern };
}
