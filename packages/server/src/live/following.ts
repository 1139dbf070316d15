import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.js';
import { hangUpOf } from '../http/hang-up.js';
import { type Authorities, rightsOf } from '../http/rights.js';
import type { Subscribe } from './subscriber.js';

/** Subscriptions are executed by the subscriber, in place of graphql-js. */
export function following(
  subscribe: Subscribe,
  authorities: Authorities,
): Plugin<Context & { readonly request: Request }> {
  return {
    onSubscribe: ({ setSubscribeFn }) => {
      setSubscribeFn((args) => {
        const { database, rights, signal, request } = args.contextValue;
        const authorization: string | null = request.headers.get('authorization');
        return subscribe(
          args,
          { database, rights, signal },
          {
            reauthorise: () => rightsOf(authorization, authorities),
            hangUp: hangUpOf(args.contextValue),
          },
        );
      });
    },
  };
}
