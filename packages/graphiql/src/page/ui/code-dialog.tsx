import { useEffect, useRef, useState } from 'preact/hooks';
import { type Asked, CODE_SAMPLES } from '../code/code-sample.js';
import { copyText } from '../copy-text.js';

interface CodeDialogProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** The query as code to copy. */
export function CodeDialog({ asked, onClose }: CodeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(CODE_SAMPLES[0]?.name);
  const [note, setNote] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const sample = CODE_SAMPLES.find((candidate) => candidate.name === name);
  const code = sample?.write(asked) ?? '';
  const copy = async () =>
    setNote((await copyText(code)) ? 'Copied.' : 'The browser does not allow it: select and copy.');
  const choose = (chosen: string) => {
    setName(chosen);
    setNote('');
  };

  return (
    <dialog ref={dialog} aria-labelledby="code-title" onClose={onClose}>
      <div class="dialog-head">
        <h2 id="code-title">This query as code</h2>
        <button type="button" class="plain" aria-label="Close" onClick={() => dialog.current?.close()}>
          ×
        </button>
      </div>
      <fieldset class="choices" aria-label="Language">
        {CODE_SAMPLES.map((each) => (
          <button type="button" key={each.name} aria-pressed={each.name === name} onClick={() => choose(each.name)}>
            {each.name}
          </button>
        ))}
        <span class="gap" />
        <output>{note}</output>
        <button type="button" class="run" onClick={copy}>
          Copy
        </button>
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <section class="listing" tabIndex={0} aria-label={`${name} code`}>
        <pre>{code}</pre>
      </section>
      <p class="hint">{sample?.hint}</p>
    </dialog>
  );
}
