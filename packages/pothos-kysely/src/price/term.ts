/** The values of an operation's variables, coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that is known when compiling, or once the variables are. */
export type Term = number | ((variables: Variables) => number);

/** The term's value in one call. */
export function worth(term: Term, variables: Variables): number {
  return typeof term === 'number' ? term : term(variables);
}

/** The sum of terms; what is known already is summed once. */
export function sum(terms: readonly Term[]): Term {
  const { known, open } = parted(terms);
  const constant = known.reduce((total, value) => total + value, 0);
  const [first, ...rest] = open;
  if (first === undefined) return constant;
  return (variables) => rest.reduce((total, term) => total + term(variables), constant + first(variables));
}

/** The greatest of terms, 0 where there is none. */
export function greatest(terms: readonly Term[]): Term {
  const { known, open } = parted(terms);
  const constant = Math.max(0, ...known);
  if (open.length === 0) return constant;
  return (variables) => open.reduce((most, term) => Math.max(most, term(variables)), constant);
}

/** `times` times `term`. */
export function product(times: Term, term: Term): Term {
  if (typeof times === 'number' && typeof term === 'number') return times * term;
  if (times === 0 || term === 0) return 0;
  return (variables) => worth(times, variables) * worth(term, variables);
}

function parted(terms: readonly Term[]) {
  const known: number[] = [];
  const open: ((variables: Variables) => number)[] = [];
  for (const term of terms) {
    if (typeof term === 'number') known.push(term);
    else open.push(term);
  }
  return { known, open };
}
