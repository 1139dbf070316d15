/** A regular expression that takes more time than in proportion to its text, and why that does no harm. */
export interface BoundedExpression {
  readonly expression: string;
  /** What bounds the text that it is tried on. */
  readonly bound: string;
}

/** Those that are known. One that is not here keeps `pnpm proof expressions` from holding. */
export const BOUNDED: readonly BoundedExpression[] = [
  { expression: '^\\S*sh\\b.* -c\\b', bound: 'the command line of the process that started ours' },
  { expression: '^(\\s*(?:SELECT )?)\\w+\\.(\\w+,?)$', bound: 'a line of our own schema, when the code is generated' },
  {
    expression: '`([^`]+)`|\\[((?:[^`\\]]|`[^`]+`)+)\\]\\(([^()]+)\\)',
    bound: 'a line that another expression has found to be of links of at most 400 characters',
  },
  { expression: '[\\d\\p{L}][^()（）]*[\\d日]', bound: 'a printed date, as another expression has found it' },
  {
    expression: '"""[\\s\\S]*?"""|"(?:\\\\.|[^"\\\\\\n])*"|#[^\\n\\r]*',
    bound: 'an operation that the application itself has written, in its own process',
  },
];
