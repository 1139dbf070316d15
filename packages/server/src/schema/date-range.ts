import { builder } from './builder.js';

export const DateRange = builder.inputType('DateRange', {
  description: 'Days from one to another, both taken in; an end that is not given is open.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
});
