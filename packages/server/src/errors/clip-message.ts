/** Longest message that a client is sent: some quote what the client has sent. */
const LONGEST = 1_000;

/** A message, cut where it is longer than anyone reads. */
export function clipMessage(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, LONGEST)}…`;
}
