import { type Dialect, Transaction } from 'kysely';

/**
 * Calls `fn` with the same transaction in another form: Kysely sends a statement when the one before has been answered; here each is sent
 * when it is asked for, so that statements which are asked for together share one way to the database and back. They run, and are answered,
 * in the order in which they were asked for; after one that fails all others of the transaction fail too.
 */
export function sideBySide<Tables, T>(
  trx: Transaction<Tables>,
  dialect: Dialect,
  fn: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const executor = trx.getExecutor();
  return executor.provideConnection((connection) =>
    fn(
      new Transaction<Tables>({
        config: { dialect },
        dialect,
        driver: dialect.createDriver(),
        executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
      }),
    ),
  );
}
