import { ExplorerPane } from '../explorer/explorer-pane.js';
import type { SchemaState } from '../use-schema.js';
import type { Past } from '../workspace/history.js';
import type { HistoryState } from '../workspace/use-history.js';
import { DocsPane, type DocsPlace } from './docs-pane.js';
import { HistoryPane } from './history-pane.js';

/** The panes that can be opened beside the query. */
export type PaneName = 'explorer' | 'docs' | 'history';

interface PanesProps {
  readonly name: PaneName;
  readonly schema: SchemaState;
  readonly text: string;
  readonly onEdit: (text: string) => void;
  readonly way: readonly DocsPlace[];
  readonly onGo: (way: readonly DocsPlace[]) => void;
  readonly past: HistoryState;
  readonly onOpen: (past: Past) => void;
}

/** The pane that is open. */
export function Panes({ name, schema, text, onEdit, way, onGo, past, onOpen }: PanesProps) {
  if (name === 'history') {
    return <HistoryPane history={past.entries} onOpen={onOpen} onForget={past.forget} onClear={past.clear} />;
  }
  const { value, failure } = schema;
  if (value === undefined) {
    return (
      <section class="pane" aria-label="Schema">
        <p class="hint">{failure ?? 'The schema is on its way …'}</p>
      </section>
    );
  }
  if (name === 'docs') return <DocsPane schema={value} way={way} onGo={onGo} />;
  return <ExplorerPane schema={value} text={text} onEdit={onEdit} />;
}
