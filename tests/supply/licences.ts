/** Licences that what we ship may have: they ask for their text to be kept, and no more. */
export const SHIPPED: readonly string[] = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'PostgreSQL',
  'Python-2.0',
];

/** Licences that tools may have beside those: they are run here, and are part of nothing that leaves. */
export const TOOLS: readonly string[] = [...SHIPPED, 'MPL-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'WTFPL'];

/** Whether one of the licences that an expression offers is allowed, or all that it joins are. */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence.trim())));
}

/** Licences of packages that name none in a way that a program reads; each was read by somebody. */
export const READ_BY_HAND: Readonly<Record<string, string>> = { spawndamnit: 'MIT' };
