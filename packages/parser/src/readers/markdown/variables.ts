import type { Region } from './region.js';

const assignment =
  /\{%-?\s{0,8}assign\s{1,8}(?<name>[\w-]{1,40})\s{0,8}=\s{0,8}(?<quote>["'])(?<value>[^"'\r\n]{0,400})\k<quote>\s{0,8}-?%\}/g;

/** The texts that tags of a template language give names to: `{% assign site = "https://quay.example/" %}`. */
export function variablesIn(document: string, regions: readonly Region[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { kind, start, end } of regions) {
    if (kind !== 'template') continue;
    for (const { groups } of document.slice(start, end).matchAll(assignment))
      found.set(groups?.['name'] ?? '', groups?.['value'] ?? '');
  }
  return found;
}

/** An address with those texts in the places of their names: `{{site}}lamps`. */
export function withVariables(address: string, variables: ReadonlyMap<string, string>): string {
  if (variables.size === 0 || !address.includes('{{')) return address;
  return address.replace(
    /\{\{\s{0,8}([\w-]{1,40})\s{0,8}\}\}/g,
    (printed, name: string) => variables.get(name) ?? printed,
  );
}
