/**
 * A pattern for any of these phrases, as whole words and in any letter case. A phrase may hold pattern syntax, but no
 * capturing group.
 */
export function phrases(list: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${list.join('|')})\\b`, 'i');
}
