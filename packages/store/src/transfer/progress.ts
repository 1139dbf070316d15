/** How far an export or import has come, in rows. */
export interface TransferProgress {
  readonly done: number;
  readonly total: number;
}

/** Told of each row. */
export type OnProgress = (progress: TransferProgress) => void;
