/** What is counted in the graph once all issues are published, each with its SQL. */
export const STORED: readonly (readonly [what: string, sql: string])[] = [
  ['sections', 'select count(*)::text from published.section'],
  ['rubrics', 'select count(*)::text from published.rubric'],
  ['items', 'select count(*)::text from published.item'],
  ['sources', 'select count(*)::text from published.source'],
  ['contributors', 'select count(*)::text from published.contributor'],
  ['series', 'select count(*)::text from published.series'],
  ['events', 'select count(*)::text from published.event'],
  ['mentions of events', 'select count(*)::text from published.event_mention'],
  [
    'links to an issue of the graph',
    'select count(*)::text from published.link l where exists (select from published.issue i where i.address_key = l.address_key)',
  ],
];
