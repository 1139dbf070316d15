/** What is to be done with each of some values. */
export interface Work<T, P, R> {
  /** What can be done before its turn: reading a file. */
  readonly prepare: (value: T) => Promise<P>;
  /** Called in the order of the values. */
  readonly act: (prepared: P) => Promise<R>;
  /** How many values are begun with while one is waited for; 0 for one after another. */
  readonly ahead: number;
}

/** A value that was begun with. */
export interface Begun<T, R> {
  readonly value: T;
  /** From 0. */
  readonly index: number;
  /** Ends as the work does. */
  readonly end: Promise<R>;
}

/**
 * Gives values in their order, each with the end of its work, which may be on its way already. Until one has ended well they are done one
 * after another, because the first may make what all others need.
 */
export async function* inAdvance<T, P, R>(
  values: readonly T[],
  { prepare, act, ahead }: Work<T, P, R>,
): AsyncGenerator<Begun<T, R>> {
  const begun: Promise<R>[] = [];
  let prepared: Promise<unknown> = Promise.resolve();
  let wellDone = false;
  const begin = (value: T): Promise<R> => {
    const preparing = prepared.then(() => prepare(value));
    prepared = preparing.catch(() => {});
    const end = preparing.then(act);
    // Whoever gets the value gets the failure too, but later.
    end.catch(() => {});
    return end;
  };
  for (const [index, value] of values.entries()) {
    for (const next of values.slice(begun.length, index + 1 + (wellDone ? ahead : 0))) begun.push(begin(next));
    const end = begun[index] ?? begin(value);
    yield { value, index, end };
    wellDone ||= await end.then(
      () => true,
      () => false,
    );
  }
}
