import { MOST_QUOTE_CHARACTERS, readQuote } from '@broadsheet/store';
import { type QuoteRow, quoteMatch } from '../search/quote-match.js';
import { builder } from './builder.js';
import { Issue } from './issue.js';
import { Item } from './item.js';
import { Span } from './span.js';
import { eq } from './sql.js';

export const QuoteMatch = builder.objectRef<QuoteRow>('QuoteMatch');
builder.objectType(QuoteMatch, {
  description: 'Where words stand in a published issue.',
  fields: (t) => ({
    issue: t.one({
      type: Issue,
      description: 'The issue that has them.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('issue_id')),
    }),
    item: t.one({
      type: Item,
      nullable: true,
      description: 'The item that has them all; null where they stand outside every item, or in more than one.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('item_id')),
    }),
    span: t.embed({ type: Span, prefix: '', description: 'The words in the issue\u2019s document.' }),
  }),
});

builder.queryFields((t) => ({
  verifyQuote: t.one({
    type: QuoteMatch,
    nullable: true,
    description:
      'Is this text, word for word, in a published issue? The newest place where it is, or null. White space, the form of quotation marks, how accents are composed and hyphens at ends of lines make no difference; letter case and punctuation do. It is held against the documents as they were given, markup and all.',
    args: {
      text: t.arg.string({ required: true, description: `The words, at most ${MOST_QUOTE_CHARACTERS} characters.` }),
      publication: t.arg.stringList({ description: 'Slugs of publications to look in.' }),
    },
    check: ({ args }) => void readQuote(args.text),
    table: ({ args, scope }) => quoteMatch(args.text, args.publication, scope),
    on: () => [],
  }),
}));
