import { builder } from './builder.js';

export const BodyFormat = builder.enumType('BodyFormat', {
  description: 'The form in which a text is given.',
  values: {
    TEXT: { description: 'Plain text, paragraphs parted by an empty line.' },
    MARKDOWN: { description: 'CommonMark.' },
    HTML: { description: 'Sanitised HTML: no script, style or event attribute; http, https and mailto links only.' },
  } as const,
});

export const IssueStatus = builder.enumType('IssueStatus', {
  description: 'Where an issue stands in its editorial life.',
  values: {
    DRAFT: { description: 'Not public; this state of it is a draft.' },
    SCHEDULED: { description: 'A draft that will be made public by itself.' },
    PUBLISHED: { description: 'Public.' },
    WITHDRAWN: { description: 'Was public and is no longer.' },
  } as const,
});

export const ItemKind = builder.enumType('ItemKind', {
  description: 'How an item reads. A judgement of the reading, which a better one may revise: ids do not depend on it.',
  values: {
    BRIEF: { description: 'A short report.' },
    INTERVIEW: { description: 'Questions and answers.' },
    ARTICLE: { description: 'A longer text with an author.' },
    LINK: { description: 'An address with a title.' },
    QUOTE: { description: 'Words of somebody.' },
  } as const,
});

export const EventKind = builder.enumType('EventKind', {
  description: 'What kind of event it is.',
  values: {
    COMMENT_DEADLINE: { description: 'The last day on which comments are taken.' },
    CALL_FOR_PAPERS: { description: 'The last day on which proposals for talks or papers are taken.' },
    EFFECTIVE_DATE: { description: 'The day from which a rule holds.' },
    EXHIBITION: { description: 'Something shown to the public.' },
    COMPETITION: { description: 'A contest.' },
    MEETING: { description: 'A conference, forum, talk or other gathering.' },
    RELEASE: { description: 'Something is brought out.' },
    OTHER: { description: 'Anything else that has a date.' },
  } as const,
});

export const EventStatus = builder.enumType('EventStatus', {
  description: 'How an event stands to a day.',
  values: {
    UPCOMING: { description: 'It begins after the day.' },
    ONGOING: { description: 'It runs on the day.' },
    PAST: { description: 'It ended before the day.' },
  } as const,
});

export const EventMode = builder.enumType('EventMode', {
  description: 'How one takes part.',
  values: {
    IN_PERSON: { description: 'At a place.' },
    VIRTUAL: { description: 'Over a network.' },
    HYBRID: { description: 'Either way.' },
  } as const,
});

export const AliasMethod = builder.enumType('AliasMethod', {
  description: 'How another name was tied to an entity.',
  values: {
    PRINTED: { description: 'A spelling that is printed.' },
    ABBREVIATION: { description: 'A short form that a text defines.' },
    CHANNEL: { description: "A channel that the entity speaks through, as in 'X Official Account'." },
    CURATED: { description: 'Tied by hand.' },
  } as const,
});

export const DocumentFormat = builder.enumType('DocumentFormat', {
  description: 'What a document is written in.',
  values: {
    TEXT: { description: 'Plain text.' },
    MARKDOWN: { description: 'Markdown.' },
    HTML: { description: 'HTML.' },
  } as const,
});

export const Severity = builder.enumType('Severity', {
  description: 'How grave a diagnostic is.',
  values: {
    INFO: { description: 'Worth knowing.' },
    WARNING: { description: 'Something may have been read wrong.' },
    ERROR: { description: 'The document could not be read as an issue.' },
  } as const,
});

export const ChangeKind = builder.enumType('ChangeKind', {
  description:
    "What a change did. CORRECTED: an issue's new revision, updateIssue or reparse. CURATED: an entity or a publication made or changed by hand.",
  values: {
    PUBLISHED: { description: 'An issue was made public.' },
    CORRECTED: { description: 'A public issue changed.' },
    WITHDRAWN: { description: 'An issue was taken back.' },
    CURATED: { description: 'An entity or a publication was made or changed by hand.' },
  } as const,
});

export const ChangeAction = builder.enumType('ChangeAction', {
  description: 'What became of a node.',
  values: {
    CREATED: { description: 'It came.' },
    UPDATED: { description: 'It changed.' },
    DELETED: { description: 'It went.' },
  } as const,
});

export const IssueOrder = builder.enumType('IssueOrder', {
  description: 'How issues are ordered; ties by publication and slug.',
  values: {
    NEWEST: { description: 'publishedOn descending; without one, last.' },
    OLDEST: { description: 'publishedOn ascending; without one, last.' },
  } as const,
});

export const ItemOrder = builder.enumType('ItemOrder', {
  description: 'How items are ordered; ties by publication, slug and position.',
  values: {
    NEWEST: { description: 'publishedOn descending; without one, last.' },
    OLDEST: { description: 'publishedOn ascending; without one, last.' },
    PRINTED: { description: 'Issues as in OLDEST, then position.' },
  } as const,
});

export const EventOrder = builder.enumType('EventOrder', {
  description: 'By its day: startsOn, or endsOn where there is no start. Ties by id.',
  values: {
    EARLIEST: { description: 'The earliest day first.' },
    LATEST: { description: 'The latest day first.' },
  } as const,
});

export const UsageOrder = builder.enumType('UsageOrder', {
  description: 'How names are ordered; ties by id.',
  values: {
    USAGE: { description: 'The name of most items first.' },
    NAME: { description: 'By the name, letter case and accents aside.' },
  } as const,
});

export const IngestOutcome = builder.enumType('IngestOutcome', {
  description: 'What became of a document.',
  values: {
    CREATED: { description: 'It made a new issue.' },
    REVISED: { description: 'It is a new revision of an issue.' },
    UNCHANGED: { description: 'The issue has it already, read in the same way.' },
  } as const,
});
