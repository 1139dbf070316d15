import type { Run } from '../workspace/tab.js';

interface RunSummaryProps {
  readonly run: Run | undefined;
  readonly isRunning: boolean;
}

/** One line about the answer: how it went, how long it took, how much it is. */
export function RunSummary({ run, isRunning }: RunSummaryProps) {
  return (
    <output class="summary" aria-label="Answer">
      {summary(run, isRunning)}
    </output>
  );
}

function summary(run: Run | undefined, isRunning: boolean) {
  if (isRunning) return 'Asking …';
  if (run === undefined) return 'Run the query to see its answer here.';
  const facts = [
    run.status === undefined ? undefined : `HTTP ${run.status}`,
    `${run.took_ms.toFixed(0)} ms`,
    run.bytes === 0 ? undefined : `${(run.bytes / 1_000).toFixed(1)} kB`,
  ];
  return (
    <>
      <b class={run.isGood ? 'good' : 'bad'}>{run.isGood ? 'OK' : 'With errors'}</b>
      {` ${facts.filter((fact) => fact !== undefined).join(' · ')}`}
    </>
  );
}
