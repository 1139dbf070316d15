import { field, type Json, list, type Operation } from '../../src/operation.js';
import { namesThrough } from '../names-through.js';

/** A page of what a keyword was given to, the newest first. */
export const keyword: Operation = {
  name: 'keyword',
  parameters: ['slug'],
  fromPeer(data) {
    const page = field(data, 'keywordBySlug', 'itemKeywordsByKeywordId');
    const edges = list(field(page, 'edges')).map(edgeOf);
    return {
      keyword: { name: field(data, 'keywordBySlug', 'name'), items: { edges, pageInfo: field(page, 'pageInfo') } },
    };
  },
};

function edgeOf(edge: Json): Json {
  const item = field(edge, 'node', 'itemByItemId');
  return {
    cursor: field(edge, 'cursor'),
    node: {
      id: field(item, 'rowId'),
      title: field(item, 'title'),
      issue: field(item, 'issueByIssueId'),
      sources: namesThrough(item, 'itemSourcesByItemIdList', 'sourceBySourceId'),
      keywords: namesThrough(item, 'itemKeywordsByItemIdList', 'keywordByKeywordId'),
    },
  };
}
