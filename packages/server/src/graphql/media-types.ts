/** What an answer may be sent as. */
const ANSWERS: readonly string[] = [
  'application/graphql-response+json',
  'application/json',
  'text/event-stream',
  'multipart/mixed',
  '*/*',
  'application/*',
  'text/*',
  'multipart/*',
];

/** What an operation may be sent as: a browser sends neither across sites without asking first. */
const OPERATIONS: readonly string[] = ['application/json', 'application/graphql+json'];

/** Whether a value of `accept` takes any of the forms of an answer. */
export function takesAnswer(accept: string | null): boolean {
  return accept === null || accept.trim() === '' || accept.split(',').some((part) => ANSWERS.includes(typeOf(part)));
}

/** Whether a value of `content-type` is one that operations are sent as, in UTF-8. */
export function isOperationType(contentType: string | null): boolean {
  const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  return OPERATIONS.includes(typeOf(contentType ?? '')) && /^utf-?8$/i.test(charset);
}

function typeOf(value: string): string {
  return (value.split(';')[0] ?? '').trim().toLowerCase();
}
