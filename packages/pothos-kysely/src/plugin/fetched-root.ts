/** The root value of an operation whose SQL fields were fetched: they read `tree`, plain resolvers see `rootValue`. */
export class FetchedRoot {
  readonly tree: object;
  readonly rootValue: unknown;

  constructor(tree: object, rootValue: unknown) {
    this.tree = tree;
    this.rootValue = rootValue;
  }
}

/** The parent as a plain resolver expects it. */
export function plainParent(parent: unknown): unknown {
  return parent instanceof FetchedRoot ? parent.rootValue : parent;
}
