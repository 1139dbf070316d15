/** A change of the log as far as it must be known to tell whom it concerns. */
export interface ChangeHead {
  /** Its place in the log. */
  readonly seq: number;
  /** Whether it was made by hand: it concerns every publication. */
  readonly curated: boolean;
  /** Slug of the publication; null where it is of none. */
  readonly publication: string | null;
}

/** Whether a value is a change's head. */
export function isChangeHead(value: unknown): value is ChangeHead {
  return typeof value === 'object' && value !== null && 'seq' in value && typeof value.seq === 'number';
}

/** Whether a change is one that followers of these publications want: of all where none is named. */
export function concerns({ curated, publication }: ChangeHead, publications: readonly string[] | undefined): boolean {
  if (publications === undefined || curated) return true;
  return publication !== null && publications.includes(publication);
}
