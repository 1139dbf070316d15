import { field, type Json, list, type Operation } from '../../src/operation.js';
import { namesThrough } from '../names-through.js';

/** A whole issue, as a page shows it: sections, items with their texts, and what the items name. */
export const issueTree: Operation = {
  name: 'issue-tree',
  parameters: ['publication', 'slug'],
  fromPeer(data) {
    const [issue] = list(field(data, 'publicationBySlug', 'issuesByPublicationIdList'));
    if (issue === undefined) return { issue: null };
    return {
      issue: {
        number: field(issue, 'number'),
        title: field(issue, 'title'),
        publishedOn: field(issue, 'publishedOn'),
        sections: list(field(issue, 'sectionsByIssueIdList')).map(sectionOf),
      },
    };
  },
};

function sectionOf(section: Json): Json {
  return {
    heading: field(section, 'heading'),
    depth: field(section, 'depth'),
    items: list(field(section, 'itemsBySectionIdList')).map(itemOf),
  };
}

function itemOf(item: Json): Json {
  return {
    id: field(item, 'rowId'),
    kind: field(item, 'kind'),
    position: field(item, 'position'),
    number: field(item, 'number'),
    title: field(item, 'title'),
    body: field(item, 'bodyText'),
    keywords: namesThrough(item, 'itemKeywordsByItemIdList', 'keywordByKeywordId'),
    sources: namesThrough(item, 'itemSourcesByItemIdList', 'sourceBySourceId'),
    events: eventsOf(item),
  };
}

/** PostGraphile goes by mentions: an item may mention an event twice, and in another order. */
function eventsOf(item: Json): Json {
  const mentioned = list(field(item, 'eventMentionsByItemIdList')).map((mention) => field(mention, 'eventByEventId'));
  const byKey = new Map(mentioned.map((event) => [`${field(event, 'day')} ${field(event, 'rowId')}`, event]));
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, event]) => ({
      kind: field(event, 'kind'),
      startsOn: field(event, 'startsOn'),
      endsOn: field(event, 'endsOn'),
    }));
}
