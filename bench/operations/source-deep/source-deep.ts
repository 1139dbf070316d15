import { field, type Json, list, type Operation } from '../../src/operation.js';

/** A source, its items, their keywords, and what else has those: a walk through the graph. */
export const sourceDeep: Operation = {
  name: 'source-deep',
  parameters: ['slug'],
  fromPeer(data) {
    const source = field(data, 'sourceBySlug');
    const nodes = list(field(source, 'itemSourcesBySourceIdList')).map(itemOf);
    return { source: { name: field(source, 'name'), items: { nodes } } };
  },
};

function itemOf(link: Json): Json {
  return {
    title: field(link, 'itemByItemId', 'title'),
    keywords: list(field(link, 'itemByItemId', 'itemKeywordsByItemIdList')).map(keywordOf),
  };
}

function keywordOf(link: Json): Json {
  const keyword = field(link, 'keywordByKeywordId');
  const links = list(field(keyword, 'itemKeywordsByKeywordIdList'));
  return { name: field(keyword, 'name'), items: { nodes: links.map(relatedOf) } };
}

function relatedOf(link: Json): Json {
  return { title: field(link, 'itemByItemId', 'title'), issue: field(link, 'itemByItemId', 'issueByIssueId') };
}
