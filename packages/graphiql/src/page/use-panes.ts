import { useState } from 'preact/hooks';
import type { DocsPlace } from './panes/docs-pane.js';
import type { PaneName } from './panes/panes.js';
import type { Part } from './ui/rail.js';
import { isNarrow, useNarrow } from './use-narrow.js';

/** Which parts of the page are to be seen: beside each other where there is room, else one at a time. */
export function usePanes() {
  const [pane, setPane] = useState<PaneName | undefined>(firstPane);
  const [part, setPart] = useState<Part>(location.hash === '#docs' ? 'pane' : 'query');
  const [way, setWay] = useState<readonly DocsPlace[]>([]);
  const shownPane = useNarrow() && part !== 'pane' ? undefined : pane;

  const show = (name: PaneName | undefined) => {
    setPane(name);
    setPart(name === undefined ? 'query' : 'pane');
  };
  const showInDocs = (type: string, field?: string) => {
    setWay((before) => [...before, { type, field }]);
    show('docs');
  };
  const toggle = (name: PaneName) => show(name === shownPane ? undefined : name);
  return { pane, shownPane, part, setPart, toggle, way, setWay, showInDocs };
}

/** '#docs' leads to the documentation. */
function firstPane(): PaneName | undefined {
  if (location.hash === '#docs') return 'docs';
  return isNarrow() ? undefined : 'explorer';
}
