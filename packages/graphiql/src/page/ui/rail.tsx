import type { PaneName } from '../panes/panes.js';
import { DocsIcon, ExplorerIcon, HistoryIcon, QueryIcon, ResultIcon } from './icons.js';

/** What a narrow screen shows, one at a time. */
export type Part = 'query' | 'result' | 'pane';

interface RailProps {
  /** The pane that is to be seen; undefined for none. */
  readonly pane: PaneName | undefined;
  readonly part: Part;
  readonly onPane: (pane: PaneName) => void;
  readonly onPart: (part: Part) => void;
}

const PANES = [
  { name: 'explorer', title: 'Explorer', Icon: ExplorerIcon },
  { name: 'docs', title: 'Docs', Icon: DocsIcon },
  { name: 'history', title: 'History', Icon: HistoryIcon },
] as const;

const PARTS = [
  { name: 'query', title: 'Query', Icon: QueryIcon },
  { name: 'result', title: 'Result', Icon: ResultIcon },
] as const;

/** The bar beside the page that opens panes; on a narrow screen, below it, the bar that goes from part to part. */
export function Rail({ pane, part, onPane, onPart }: RailProps) {
  return (
    <nav class="rail" aria-label="Panes">
      {PARTS.map(({ name, title, Icon }) => (
        <button type="button" key={name} class="part" aria-pressed={part === name} onClick={() => onPart(name)}>
          <Icon />
          {title}
        </button>
      ))}
      {PANES.map(({ name, title, Icon }) => (
        <button type="button" key={name} aria-pressed={pane === name} onClick={() => onPane(name)}>
          <Icon />
          {title}
        </button>
      ))}
    </nav>
  );
}
