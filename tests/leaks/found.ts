/** Every text under a key of a JSON value, however deep. */
export function textsUnder(value: unknown, keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (part: unknown, key: string): void => {
    if (typeof part === 'string' && keys.includes(key)) found.add(part);
    if (Array.isArray(part)) for (const one of part) walk(one, key);
    else if (typeof part === 'object' && part !== null) for (const [name, one] of Object.entries(part)) walk(one, name);
  };
  walk(value, '');
  return found;
}

/** An id of the same type that nobody has. */
export function inventedId(id: string): string {
  const [, prefix = '', digits = '', state = ''] = /^([a-z]+_)([0-9a-z]+)(~.*)?$/.exec(id) ?? [];
  return `${prefix}${[...digits].reverse().join('')}${state}`;
}
