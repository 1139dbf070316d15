const fullWidthDigit = /[０-９]/;

/** The same text, code unit for code unit, with full-width digits as plain ones: offsets stay true. */
export function halfWidth(text: string): string {
  if (!fullWidthDigit.test(text)) return text;
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
