import type { Example } from '@broadsheet/graphiql';
import type { Contents } from '../start/contents.js';

/**
 * Operations that return content from what the database holds: each is there only where there is something for it to find. Where there is
 * nothing at all, operations that say so and how to begin. The start page leads to three of them by the names of their operations.
 *
 * @param today `YYYY-MM-DD`
 */
export function examplesOf(contents: Contents, today: string): readonly Example[] {
  const examples = [
    newestIssues(contents),
    wholeIssue(contents),
    itemsOfKeyword(contents),
    itemsOfSource(contents),
    search(contents),
    events(contents, today),
  ].flatMap((example) => example ?? []);
  return examples.length > 0 ? examples : EMPTY;
}

function newestIssues({ issues, publications }: Contents): Example | undefined {
  const publication = issues.nodes[0]?.publication ?? publications[0];
  if (publication === undefined) return undefined;
  return { title: 'Newest issues', query: NEWEST_ISSUES, variables: { publication: publication.slug } };
}

const NEWEST_ISSUES = `# The newest issues, and what each begins with.
query NewestIssues($publication: String!) {
  issues(
    first: 5
    where: { publication: [$publication] }
  ) {
    totalCount
    nodes {
      title
      publishedOn
      leadItem { title }
      items(first: 3) {
        totalCount
        nodes { title kind }
      }
    }
  }
}
`;

function wholeIssue({ issues }: Contents): Example | undefined {
  const [newest] = issues.nodes;
  if (newest === undefined) return undefined;
  const variables = { publication: newest.publication.slug, slug: newest.slug };
  return { title: 'One issue', query: WHOLE_ISSUE, variables };
}

const WHOLE_ISSUE = `# One issue as it is printed, section by section.
query OneIssue($publication: String!, $slug: String!) {
  issue(publication: $publication, slug: $slug) {
    title
    publishedOn
    sections {
      heading
      depth
      items {
        number
        title
        body
        keywords { name }
        sources { name }
        events { kind title startsOn endsOn }
      }
    }
    previous { slug title }
    next { slug title }
  }
}
`;

function itemsOfKeyword({ keywords }: Contents): Example | undefined {
  const [commonest] = keywords.nodes;
  return commonest && { title: 'Keyword', query: ITEMS_OF_KEYWORD, variables: { slug: commonest.slug } };
}

const ITEMS_OF_KEYWORD = `# What was printed about a keyword, the newest first,
# in all publications.
query Keyword($slug: String!, $after: String) {
  keyword(slug: $slug) {
    name
    itemCount
    items(first: 10, after: $after) {
      nodes {
        title
        issue { title publishedOn }
        sources { name }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`;

function itemsOfSource({ sources }: Contents): Example | undefined {
  const [commonest] = sources.nodes;
  return commonest && { title: 'Source', query: ITEMS_OF_SOURCE, variables: { slug: commonest.slug } };
}

const ITEMS_OF_SOURCE = `# A source under all of its names,
# and the printed lines that name it.
query Source($slug: String!) {
  source(slug: $slug) {
    name
    abbreviation
    aliases { name method }
    itemCount
    items(first: 10) {
      nodes {
        title
        issue { title }
        attributions { printed span { line text } }
      }
    }
  }
}
`;

function search({ keywords }: Contents): Example | undefined {
  const [commonest] = keywords.nodes;
  return commonest && { title: 'Search', query: SEARCH, variables: { query: commonest.name } };
}

const SEARCH = `# What was printed about something: "in quotes" word for word,
# -without, one OR another, begin*.
query Search($query: String!) {
  search(query: $query, first: 10) {
    totalCount
    didYouMean
    facets(by: SOURCE, first: 5) { label count }
    edges {
      snippets { field text }
      node {
        title
        issue { title publishedOn }
      }
    }
  }
}
`;

/** From today; where nothing is to come, from the day of the latest event that is known. */
function events({ events, upcoming }: Contents, today: string): Example | undefined {
  const [latest] = events.nodes;
  if (latest === undefined) return undefined;
  if (upcoming.totalCount > 0) return { title: 'Upcoming events', query: EVENTS, variables: { from: today } };
  return { title: 'Events', query: EVENTS, variables: { from: latest.startsOn ?? latest.endsOn ?? today } };
}

const EVENTS = `# What happens from a day on, the earliest first,
# and the words that announce it.
query Events($from: Date!) {
  events(first: 10, where: { day: { from: $from } }) {
    totalCount
    nodes {
      kind
      title
      startsOn
      endsOn
      status
      place { printed }
      mentions {
        evidence { text }
        item { title issue { title } }
      }
    }
  }
}
`;

const EMPTY: readonly Example[] = [
  {
    title: 'What is here',
    query: `# Nothing is here yet. A publication comes first
# (see the tab beside this one), then its issues:
#   broadsheet ingest FOLDER --publication SLUG --publish
query WhatIsHere {
  publications { slug title }
  issues { totalCount }
  items { totalCount }
}
`,
    variables: {},
  },
  {
    title: 'Add a publication',
    query: `# Needs a token with the scope 'ingest'. Under Headers, below:
#   { "authorization": "Bearer ..." }
mutation AddPublication($input: CreatePublicationInput!) {
  createPublication(input: $input) {
    publication { id slug title }
    errors { code message }
  }
}
`,
    variables: { input: { slug: 'my-bulletin', title: 'My Bulletin', language: 'en', timeZone: 'UTC' } },
  },
];

/** For a server whose database does not answer. */
export const WITHOUT_DATABASE: readonly Example[] = [
  {
    title: 'Schema',
    query: `# The database does not answer just now.
# What the schema holds can be read all the same.
query Schema {
  __schema {
    queryType { fields { name description } }
  }
}
`,
    variables: {},
  },
];
