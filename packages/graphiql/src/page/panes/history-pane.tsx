import type { Past } from '../workspace/history.js';

interface HistoryPaneProps {
  readonly history: readonly Past[];
  readonly onOpen: (past: Past) => void;
  readonly onForget: (past: Past) => void;
  readonly onClear: () => void;
}

/** What was run here before; each opens in a tab again. */
export function HistoryPane({ history, onOpen, onForget, onClear }: HistoryPaneProps) {
  return (
    <section class="pane" aria-label="History">
      <div class="pane-head">
        <h2>History</h2>
        {history.length > 0 && (
          <button type="button" onClick={onClear}>
            Clear
          </button>
        )}
      </div>
      {history.length === 0 && <p class="hint">What you run is kept here, in this browser, without its headers.</p>}
      <ul class="history">
        {history.map((past) => (
          <li key={past.at + past.query}>
            <button type="button" class="plain entry" onClick={() => onOpen(past)}>
              <b>{past.title}</b>
              <small>
                {[DAY_AND_TIME.format(new Date(past.at)), oneLine(past.variables)].filter(Boolean).join(' · ')}
              </small>
            </button>
            <button type="button" class="plain" aria-label={`Forget ${past.title}`} onClick={() => onForget(past)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const DAY_AND_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function oneLine(json: string): string {
  return json.replace(/\s+/g, ' ').trim();
}
