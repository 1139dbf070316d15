import type { Layout } from '../layout.js';

/**
 * The Bitcoin Optech newsletter: briefs that begin with bold words or a link, questions with answers, a series of articles under
 * headings of their own.
 *
 * ```text
 * title: 'Bitcoin Optech Newsletter #7'
 * permalink: /en/newsletters/2031/04/02/
 *
 * ## News
 * - **Lamps are lit:** the harbour decided ...
 * ```
 */
export const bitcoinOptech: Layout = {
  name: 'bitcoin-optech',
  version: 2,
  title: 'Bitcoin Optech Newsletter',
  formats: ['MARKDOWN'],
  setting: 'flowed',
  lines: [],
  headings: [
    {
      words: [
        'Action items',
        'News',
        'Dashboard items',
        'Optech recommends',
        'Changes to services and client software',
        'Releases and release candidates',
        'Notable code changes',
        'Notable code and documentation changes',
        'Contents',
        'Corrections',
      ],
      holds: 'brief',
    },
    { words: ['Selected Q&A from Bitcoin Stack Exchange'], holds: 'interview' },
    { words: ['Bitcoin Core PR Review Club'], holds: 'brief', prose: 'interview' },
    {
      words: [
        'Bech32 sending support',
        'Special thanks',
        'Network status',
        'Footnotes',
        'Conclusion',
        'Acknowledgements',
        'Acknowledgments and edits',
        'Holiday publication schedule',
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ],
      holds: 'brief',
      prose: 'article',
    },
    {
      pattern: /^Preparing for taproot #\d{1,3}: \S/i,
      holds: 'brief',
      prose: 'article',
      isOnce: true,
    },
  ],
  articleHeadings: [],
  issueNumbers: [/^Bitcoin Optech Newsletter #(?<number>\d{1,4})(?!\d)/i],
  printedDates: [/\/(?<year>\d{4})\/(?<month>\d{2})\/(?<day>\d{2})\//],
  headlineMarks: [],
  sourceChannels: [],
  marked: {
    titles: [/^Bitcoin Optech Newsletter #\d/i],
    fields: { number: [], date: ['permalink'], address: ['permalink'] },
    site: 'https://bitcoinops.org/',
    otherwise: { holds: 'brief', prose: 'article' },
    standing: [],
    tags: [
      {
        includes: 'functions/details-list.md',
        question: /^q(?<turn>\d{1,4})$/,
        answer: /^a(?<turn>\d{1,4})$/,
        answerLink: /^a(?<turn>\d{1,4})link$/,
      },
    ],
    series: [/^(?<series>Preparing for taproot) #(?<number>\d{1,3})(?=:)/i],
    hostIsSource: false,
  },
};
