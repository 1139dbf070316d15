import type { DiagnosticRow, RevisionRow } from '@broadsheet/store';
import { PlainNode, sorted } from './plain-node.js';
import { spanOf } from './texts.js';

export class Revision extends PlainNode<RevisionRow> {
  readonly __typename = 'Revision';

  get ordinal() {
    return this.row.ordinal;
  }

  get createdAt() {
    return this.row.created_at;
  }

  get publishedAt() {
    return this.row.published_at;
  }

  get supersededAt() {
    return this.row.superseded_at;
  }

  document() {
    const found = this.rows.document.find(({ sha256 }) => sha256 === this.row.sha256);
    return found && { ...found, byteLength: found.byte_length };
  }

  diagnostics() {
    const own = this.rows.diagnostic.filter(({ revision_id }) => revision_id === this.row.id);
    return sorted(own, ({ ordinal }) => ordinal).map((row: DiagnosticRow) => ({
      severity: row.severity,
      code: row.code,
      message: row.message,
      span: row.span_start === null ? null : spanOf(row),
    }));
  }

  get coverage() {
    const { lines, attributed } = this.row;
    return { lines, attributed };
  }
}
