import './scalars.js';
import './snapshot.js';
import './search.js';
import './quote-match.js';
import './create-publication.js';
import './ingest-issue.js';
import './merge-entities.js';
import './publish-issue.js';
import './changes-subscription.js';
import './split-entity.js';
import './update-entity.js';
import './update-issue.js';
import './withdraw-issue.js';
import { GraphQLSchema } from 'graphql';
import { builder } from './builder.js';
import { DESCRIPTION } from './description.js';

builder.queryType({ description: 'What can be read.' });
builder.mutationType({
  description:
    "What can be done. Each field names the scope of a token that it needs; the operator's token has them all.",
});

builder.subscriptionType({ description: 'What can be followed, as server-sent events.' });

/** The public schema. The builder has no place for a description of the whole. */
export const schema = new GraphQLSchema({ ...builder.toSchema().toConfig(), description: DESCRIPTION });
