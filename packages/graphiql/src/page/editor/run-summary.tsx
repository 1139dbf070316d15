import { useState } from 'preact/hooks';
import { copyText } from '../copy-text.js';
import type { Run } from '../workspace/tab.js';

interface RunSummaryProps {
  readonly run: Run | undefined;
  readonly isRunning: boolean;
}

/** One line about the answer: how it went, how long it took, how much it is. */
export function RunSummary({ run, isRunning }: RunSummaryProps) {
  return (
    <div class="summary">
      <output aria-label="Answer">{summary(run, isRunning)}</output>
      {run !== undefined && !isRunning && <CopyAnswer key={run.text} text={run.text} />}
    </div>
  );
}

function CopyAnswer({ text }: { readonly text: string }) {
  const [name, setName] = useState('Copy answer');
  const copy = async () => setName((await copyText(text)) ? 'Copied' : 'Not allowed: select and copy');
  return (
    <button type="button" class="plain" onClick={copy}>
      {name}
    </button>
  );
}

function summary(run: Run | undefined, isRunning: boolean) {
  if (isRunning) return 'Asking …';
  if (run === undefined) return 'No answer yet';
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
