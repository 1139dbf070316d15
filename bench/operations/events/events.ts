import { field, type Json, list, type Operation } from '../../src/operation.js';

/** The next fifty events from a day on: a calendar. */
export const events: Operation = {
  name: 'events',
  parameters: ['from'],
  fromPeer: (data) => ({ events: { nodes: list(field(data, 'benchPeerUpcomingList')).map(eventOf) } }),
};

function eventOf(event: Json): Json {
  const printed = field(event, 'placePrinted');
  return {
    kind: field(event, 'kind'),
    title: field(event, 'title'),
    startsOn: field(event, 'startsOn'),
    endsOn: field(event, 'endsOn'),
    place: printed === null ? null : { printed },
    item: {
      title: field(event, 'itemByItemId', 'title'),
      issue: {
        number: field(event, 'itemByItemId', 'issueByIssueId', 'number'),
        publication: field(event, 'itemByItemId', 'issueByIssueId', 'publicationByPublicationId'),
      },
    },
  };
}
