/** An item as one state has it. */
export interface ItemState {
  readonly canonicalId: string;
  readonly position: number;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** Headings above it. */
  readonly path: readonly string[];
  /** What else is known of it, by name, each as one text. */
  readonly facts: Readonly<Record<string, string>>;
}

/** An issue as one state has it. */
export interface IssueState {
  /** The ordinal of the revision that is shown. */
  readonly revision: number;
  readonly title: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly items: readonly ItemState[];
}
