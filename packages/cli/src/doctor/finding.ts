import { failureOf } from '../describe-failure.js';

/** One thing that the doctor has looked at. */
export interface Finding {
  /** Under which heading it stands. */
  readonly topic: 'Versions' | 'Settings' | 'Data directory' | 'Database' | 'Contents';
  readonly name: string;
  /** `wrong` keeps commands from working; `warning` will, or is unsafe; `note` is neither good nor bad. */
  readonly state: 'ok' | 'note' | 'warning' | 'wrong';
  readonly value: string;
  /** How to mend it; null where there is nothing to mend, or the value says so itself. */
  readonly fix: string | null;
}

/** Makes findings of one topic. */
export function findingsOf(topic: Finding['topic']) {
  return (name: string, state: Finding['state'], value: string, fix: string | null = null): Finding => ({
    topic,
    name,
    state,
    value,
    fix,
  });
}

/** A failure as a finding: its message says how to mend it. */
export function failed(topic: Finding['topic'], name: string, error: unknown): Finding {
  const { code, message } = failureOf(error);
  return findingsOf(topic)(name, 'wrong', `${message} (${code})`);
}
