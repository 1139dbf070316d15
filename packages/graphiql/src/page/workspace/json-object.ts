/** What the text of a JSON object holds: {} for nothing but blanks; undefined where it is no JSON or no object. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** As jsonObject, for headers: numbers and such are printed; undefined where a value is no text. */
export function headersOf(text: string): Readonly<Record<string, string>> | undefined {
  const object = jsonObject(text);
  if (object === undefined) return undefined;
  const entries = Object.entries(object).map(([name, value]): [string, unknown] => [name, value]);
  if (entries.some(([, value]) => typeof value === 'object')) return undefined;
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
