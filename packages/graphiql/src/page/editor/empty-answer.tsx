import { RunIcon } from '../ui/icons.js';

/** Stands where the answer will, until the query is run. */
export function EmptyAnswer() {
  return (
    <div class="empty">
      <RunIcon />
      <p>Run the query to see its answer here.</p>
      <p class="keys">
        <kbd>Ctrl</kbd> or <kbd>Cmd</kbd> with <kbd>Enter</kbd>
      </p>
    </div>
  );
}
