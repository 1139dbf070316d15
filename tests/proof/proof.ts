/** One line of a proof's figures: what was counted or measured, and how much it is. */
export type Figure = readonly [what: string, figure: string | number];

/** What a proof came to. */
export interface Findings {
  /** Whether what it is to show was shown. */
  readonly holds: boolean;
  readonly figures: readonly Figure[];
}

/** A claim that takes long to show in full. Its short form, where it has one, stands in the normal tests. */
export interface Proof {
  /** `pnpm proof NAME` */
  readonly name: string;
  /** The claim, in one sentence. */
  readonly claim: string;
  /** `say` tells how far it is, in a line that the next may replace. */
  run(say: (line: string) => void): Promise<Findings>;
}
