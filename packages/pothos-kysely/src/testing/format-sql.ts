/** SQL with every subselect on lines of its own, so that a change of a statement reads as a change of lines. */
export function formatSql(sql: string): string {
  const closing: boolean[] = [];
  const pieces = sql.replace(/\s+/g, ' ').match(/'(?:[^']|'')*'|"(?:[^"])*"|\(select|[()]|[^'"()]+/g) ?? [];
  return pieces
    .map((piece) => {
      if (piece === '(select') {
        closing.push(true);
        return `(${line(closing)}select`;
      }
      if (piece === '(') closing.push(false);
      if (piece !== ')') return piece;
      const isSubselect = closing.pop();
      return isSubselect ? `${line(closing)})` : piece;
    })
    .join('')
    .replace(/ +\n/g, '\n');
}

function line(closing: readonly boolean[]): string {
  return `\n${'  '.repeat(closing.filter(Boolean).length)}`;
}
