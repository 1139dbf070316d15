/** Whether a value of an answer has fields. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value has no parts: text, number, Boolean or null. */
export function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** The entries of a list, or of a connection with its nodes or edges; undefined for what is neither. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const { nodes, edges } = { nodes: undefined, edges: undefined, ...(isObject(value) ? value : {}) };
  if (Array.isArray(nodes)) return nodes;
  return Array.isArray(edges) ? edges : undefined;
}

/**
 * A value as the cells of one row, by the names of their columns: fields of fields under `outer.inner`, lists in one cell. What has no
 * fields has one cell, under the empty name.
 *
 * ```text
 * { slug: '204', section: { path: ['Laws', 'National'] }, sources: [{ name: 'STO' }, { name: 'VPA' }] }
 * slug: 204   section.path: Laws, National   sources: STO; VPA
 * ```
 */
export function cellsOf(value: unknown): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  collect('', value, cells);
  return cells;
}

function collect(name: string, value: unknown, cells: Map<string, string>): void {
  const list = listOf(value);
  if (list !== undefined) {
    cells.set(name, list.map(cellOf).join(list.every(isPlain) ? ', ' : '; '));
    collectCount(name, value, cells);
  } else if (isObject(value)) {
    for (const [key, field] of Object.entries(value)) collect(name === '' ? key : `${name}.${key}`, field, cells);
  } else cells.set(name, value === null || value === undefined ? '' : String(value));
}

/** A connection that was asked for its count and no nodes is that count. */
function collectCount(name: string, value: unknown, cells: Map<string, string>): void {
  const { totalCount } = { totalCount: undefined, ...(isObject(value) ? value : {}) };
  if (typeof totalCount === 'number') cells.set(`${name} (all)`, String(totalCount));
}

/** An entry of a list inside a cell. */
function cellOf(value: unknown): string {
  return [...cellsOf(value).values()].filter((cell) => cell !== '').join(', ');
}
