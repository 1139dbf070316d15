/** A value kept in the browser under a name, for this server alone. */
export interface Saved<Value> {
  /** The value; `fallback` where none is kept, or what is kept does not look like one. */
  read(): Value;
  write(value: Value): void;
}

/** Keeps a value as JSON. Nothing is thrown where the browser refuses: what is not kept is gone when the page is left. */
export function saved<Value>(name: string, fallback: Value, isValue: (value: unknown) => value is Value): Saved<Value> {
  const key = `graphiql:${name}`;
  return {
    read: () => {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return isValue(value) ? value : fallback;
      } catch {
        return fallback;
      }
    },
    write: (value) => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Full, or closed to this page.
      }
    },
  };
}

/** Whether a value is a list of objects that have these texts. */
export function isListOf<Key extends string>(...keys: readonly Key[]) {
  return (value: unknown): value is readonly Readonly<Record<Key, string>>[] =>
    Array.isArray(value) && value.every((entry) => keys.every((key) => isTextIn(entry, key)));
}

function isTextIn(value: unknown, key: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Object.getOwnPropertyDescriptor(value, key)?.value === 'string'
  );
}
