import '@broadsheet/pothos-kysely';
import { pluginName } from '@broadsheet/pothos-kysely';
import type { StateTables } from '@broadsheet/store';
import SchemaBuilder, { type FieldKind } from '@pothos/core';
import type { Context } from '../context.js';

/** A document as readers see it. */
export interface DocumentRow {
  readonly sha256: string;
  readonly format: 'TEXT' | 'MARKDOWN' | 'HTML';
  readonly byte_length: number;
  readonly text: string;
}

/** One transaction in the change log. */
export interface ChangeRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'PUBLISHED' | 'CORRECTED' | 'WITHDRAWN' | 'CURATED';
  readonly note: string | null;
  readonly publication_id: string | null;
  readonly issue_id: string | null;
}

export interface ChangeEntryRow {
  readonly seq: number;
  readonly ordinal: number;
  readonly action: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly id: string;
  readonly type: string;
  readonly replaced_by: string | null;
}

/** The logical tables that fields read from; a scope says where each stands. */
export interface Tables extends StateTables {
  document: DocumentRow;
  change: ChangeRow;
  change_entry: ChangeEntryRow;
}

/** A scalar that is text on both sides. */
export interface TextScalar {
  Input: string;
  Output: string;
}

/** The builder that every noun's file adds its types to. It defines none itself. */
export const builder = new SchemaBuilder<{
  Context: Context;
  Tables: { readonly [Table in keyof Tables]: Tables[Table] };
  Scalars: { ID: TextScalar; Date: TextScalar; DateTime: TextScalar; URL: TextScalar };
  DefaultFieldNullability: false;
}>({ plugins: [pluginName], defaultFieldNullability: false });

export type Types = typeof builder.$inferSchemaTypes;

/** The field builder of a type that is read through SQL: of Query and Snapshot alike. */
export type ReadBuilder<Shape, Kind extends FieldKind> = PothosSchemaTypes.RootFieldBuilder<Types, Shape, Kind>;
