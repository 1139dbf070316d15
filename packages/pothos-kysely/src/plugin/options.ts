/** Options under `kysely` of the schema builder. */
export interface KyselyPluginOptions {
  /** Rows of a page where neither first nor last is given. Default 20. */
  readonly defaultPageSize?: number;
  /** The most that first or last may ask for. Default 100. */
  readonly maxPageSize?: number;
  /** The most ids that one lookup may ask for. Default 100. */
  readonly maxIds?: number;
}

/** The same with every default filled in. */
export type Limits = Required<KyselyPluginOptions>;

/** Fills in the defaults. */
export function limitsOf(options: KyselyPluginOptions = {}): Limits {
  return { defaultPageSize: 20, maxPageSize: 100, maxIds: 100, ...options };
}
