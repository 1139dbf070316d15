/** One content in the forms that it is sent in. */
export interface Encoded {
  readonly identity: Uint8Array;
  readonly br: Uint8Array;
  readonly gzip: Uint8Array;
}

/** The form that a value of `accept-encoding` asks for, brotli before gzip, with the headers that tell it. */
export function encodedFor(
  accepted: string | string[] | undefined,
  forms: Encoded,
): { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> } {
  const names = String(accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim().toLowerCase());
  for (const encoding of ['br', 'gzip'] as const) {
    if (!names.includes(encoding)) continue;
    return { body: forms[encoding], headers: { vary: 'accept-encoding', 'content-encoding': encoding } };
  }
  return { body: forms.identity, headers: { vary: 'accept-encoding' } };
}
