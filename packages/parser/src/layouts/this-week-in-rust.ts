import type { HeadingRule, Layout } from '../layout.js';

/** Rubrics whose list items are links. */
const links: HeadingRule = {
  words: [
    'Updates from Rust Community',
    'Official',
    'Foundation',
    'Newsletters',
    'Newsletter',
    'Other Weeklies from Rust Community',
    'Project/Tooling Updates',
    'Observations/Thoughts',
    'Rust Walkthroughs',
    'Research',
    'Papers and Research Projects',
    'Papers/Research Projects',
    'Research and Papers',
    'Research Papers',
    'Papers',
    'Miscellaneous',
    'News & Blog Posts',
    'News & Project Updates',
    'Blog Posts',
    'New Crates & Project Updates',
    'Notable New Crates & Project Updates',
    'New Crates',
    '24 Days of Rust',
    'RustConf Experiences',
    'RustConf/RustFest Experiences',
    'Updates from Rust Core',
    'Updates from the Rust Project',
    'Notable changes',
    'New Contributors',
    'Approved RFCs',
    'Final Comment Period',
    'RFCs',
    'Tracking Issues & PRs',
    'Language Reference',
    'Unsafe Code Guidelines',
    'Approved Major Change Proposals (MCP)',
    'New RFCs',
    'New and Updated RFCs',
    'Style RFCs',
    'Call for Testing',
    'GSoC Project',
    'GSoC Projects',
    'Summer of Code Projects',
    'Rust Jobs',
    'Jobs',
    'CFP - Projects',
    'fn work(on: RustProject) -> Money',
  ],
  holds: 'link',
};

/** Rubrics of the first year, whose list items are sentences. */
const notes: HeadingRule = {
  words: [
    "What's cooking in incoming?",
    "What's cooking on master?",
    'Notable additions, bugfixes, and cleanups',
    'Notable additions, bugfixes, and cleanup',
    'Notable library additions, bugfixes, and cleanup',
    'Notable compiler additions, bugfixes, and cleanup',
    'Breaking changes',
    'Other changes',
    'Documentation, tools, and other stuff',
    'Documentation etc',
    'Meetings',
    'Meetups',
    'Prominent blog posts and ML threads',
    'Discussion + Blog posts',
    'Notable discourse',
    'Notable discourse and external projects',
    'External projects',
    'Other announcements',
    'Newcomers',
    'Some links',
  ],
  holds: 'link',
};

/**
 * This Week in Rust: lists of links under rubrics, events with date and place, a quote at the end.
 *
 * ```text
 * Title: This Week in Rust 7
 * Number: 7
 *
 * ## Rust Walkthroughs
 * * [video] [Lamps from scratch](https://lamps.example/1)
 * ```
 */
export const thisWeekInRust: Layout = {
  name: 'this-week-in-rust',
  version: 1,
  title: 'This Week in Rust',
  formats: ['MARKDOWN'],
  setting: 'flowed',
  lines: [{ kind: 'byline', starts: /^[–—~-]{1,3}\s{0,3}(?=\S)/, maxLength: 300 }],
  headings: [
    links,
    notes,
    { words: ['Crate of the Week', 'Module of the Week', 'Friends of the Forest'], holds: 'link', prose: 'article' },
    { words: ['Rust Compiler Performance Triage'], holds: 'brief', prose: 'article' },
    {
      words: ['Call for Participation', 'Call for Participation; projects and speakers', 'CFP - Speakers'],
      holds: 'link',
      dates: 'callLine',
    },
    {
      words: [
        'Upcoming Events',
        'Online',
        'Virtual',
        'Africa',
        'Asia',
        'Asia Pacific',
        'Europe',
        'North America',
        'Oceania',
        'South America',
      ],
      holds: 'link',
      dates: 'eventLine',
    },
    { words: ['Quote of the Week'], holds: 'quote' },
  ],
  articleHeadings: [],
  issueNumbers: [/^This Week in Rust (?<number>\d{1,4})$/i],
  printedDates: [/^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/],
  headlineMarks: [],
  sourceChannels: [],
  marked: {
    titles: [/^(?:This Week in Rust\b|The State of Rust\b)/i],
    fields: { number: ['number'], date: ['date'], address: [] },
    site: 'https://this-week-in-rust.org/',
    address: '/blog/{year}/{month}/{day}/this-week-in-rust-{number}/',
    otherwise: { holds: 'link', prose: 'article' },
    standing: [
      /^Hello and welcome to (?:the|another) (?:first )?issue of This Week in Rust/i,
      /^This Week in Rust is (?:openly developed|edited by)/i,
      /^(?:Discuss on|Email list hosting is sponsored by)/i,
      /^Always wanted to contribute to open-source projects/i,
      /^Some of these tasks may also have mentors/i,
      /^If you are (?:a Rust project owner|running a Rust event|a feature implementer)/i,
      /^Changes to Rust follow the Rust RFC/i,
      /^Every week,? the team announces the/i,
      /^(?:Please )?submit (?:your )?(?:quotes|suggestions)/i,
      /^Tweet us at @ThisWeekInRust to get your job offers/i,
      /^Thanks to .{1,120} for the (?:\S{1,20} )?(?:self-)?(?:suggestion|nomination|tip)/i,
    ],
    signatures: [
      /^(?<name>\S(?:.{0,80}?\S)?)\s(?:on|in|via|at|from|over at)\s(?<affiliation>.{1,120}?)[.]?$/i,
      /^(?<name>.{1,80}?)[.]?$/,
    ],
    hostIsSource: true,
  },
};
