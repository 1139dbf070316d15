import { useEffect } from 'preact/hooks';

/** Runs the query on Ctrl or Cmd with Enter wherever the focus is; an editor has its own key, and a dialog is left alone. */
export function useRunKey(run: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      // Else a button that has the focus would be pressed, too.
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [run]);
}
