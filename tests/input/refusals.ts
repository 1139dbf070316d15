import type { Newsroom } from '../newsroom.js';
import { TOKEN } from '../newsroom.js';
import { type BadText, GOOD } from './bad-texts.js';

/** What was said to a bad input. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

const INGEST = `mutation ($input: IngestIssueInput!) {
  ingestIssue(input: $input) { outcome issue { id } change { cursor } errors { code message field } }
}`;

/** What `ingestIssue` answers with. */
export interface IngestAnswer {
  readonly ingestIssue: {
    readonly outcome: string | null;
    readonly issue: object | null;
    readonly change: object | null;
    readonly errors: readonly (Refusal & { readonly field: readonly string[] })[];
  };
}

/** Sends a document with the operator's token, what is not given as in `GOOD`. */
export async function ingestOver(room: Newsroom, given: BadText['given']): Promise<IngestAnswer['ingestIssue']> {
  const data = await room.data(INGEST, { input: { ...GOOD, ...given } }, { token: TOKEN });
  if (!isAnswer(data)) throw new Error(`Not what ingestIssue answers with: ${JSON.stringify(data)}`);
  return data.ingestIssue;
}

/** The refusal on stderr, whose last words are the code in brackets. Throws where there is none, or more than one line. */
export function refusalIn(err: string): Refusal {
  const [, message, code] = /^([^\n]+) \(([A-Z_]+)\)\n$/.exec(err) ?? [];
  if (message === undefined || code === undefined)
    throw new Error(`Not one line with its code: ${JSON.stringify(err)}`);
  return { message, code };
}

function isAnswer(data: unknown): data is IngestAnswer {
  return typeof data === 'object' && data !== null && 'ingestIssue' in data;
}
