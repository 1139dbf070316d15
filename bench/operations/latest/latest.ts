import { field, type Json, list, type Operation } from '../../src/operation.js';

/** The newest issues with the first items of each: a front page. */
export const latest: Operation = {
  name: 'latest',
  parameters: ['publication'],
  fromPeer(data) {
    const page = field(data, 'publicationBySlug', 'issuesByPublicationId');
    return { issues: { nodes: list(field(page, 'nodes')).map(issueOf), pageInfo: field(page, 'pageInfo') } };
  },
};

function issueOf(issue: Json): Json {
  return {
    number: field(issue, 'number'),
    title: field(issue, 'title'),
    publishedOn: field(issue, 'publishedOn'),
    items: { nodes: field(issue, 'itemsByIssueIdList') },
  };
}
