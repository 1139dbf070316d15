import type { Layout } from '@broadsheet/parser';

/** A digest of a harbour: news in brief, links by source, meetings, letters with their answers, an essay in parts. */
export const harbourDigest: Layout = {
  name: 'harbour-digest',
  version: 1,
  title: 'The Harbour Digest',
  formats: ['MARKDOWN'],
  setting: 'flowed',
  lines: [{ kind: 'byline', starts: /^By\s{1,3}(?=\p{Lu})/u, maxLength: 200 }],
  headings: [
    { words: ['In brief'], holds: 'brief' },
    { words: ['Reading', 'Watching'], holds: 'link' },
    { words: ['Meetings'], holds: 'link', dates: 'eventLine' },
    { words: ['Letters'], holds: 'interview' },
    { words: ['Said on the quay'], holds: 'quote' },
    { pattern: /^Tides, part \d{1,2}: \S/, holds: 'brief', prose: 'article', isOnce: true },
  ],
  articleHeadings: [],
  issueNumbers: [/^The Harbour Digest (?<number>\d{1,4})$/],
  printedDates: [/^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/],
  headlineMarks: [],
  sourceChannels: [],
  marked: {
    titles: [/^The Harbour Digest \d/],
    fields: { number: [], date: ['day'], address: [] },
    site: 'https://digest.harbour.example/',
    address: '/{year}/{number}/',
    otherwise: { holds: 'brief', prose: 'article' },
    standing: [/^Write to the harbour!/],
    series: [/^(?<series>Tides), part (?<number>\d{1,2})(?=:)/],
    hostIsSource: true,
  },
};
