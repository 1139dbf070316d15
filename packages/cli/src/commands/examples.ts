/** The last part of a command's help. */
export function examples(...lines: readonly string[]): string {
  const head = lines.length === 1 ? 'Example:' : 'Examples:';
  return ['', head, ...lines.map((line) => `  $ ${line}`)].join('\n');
}
