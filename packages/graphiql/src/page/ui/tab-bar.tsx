import { useEffect, useRef } from 'preact/hooks';
import type { Tab } from '../workspace/tab.js';

interface TabBarProps {
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly onShow: (id: string) => void;
  readonly onClose: (id: string) => void;
  readonly onOpen: () => void;
}

/** The open tabs. Arrow keys go along, Delete closes. */
export function TabBar({ tabs, active, onShow, onClose, onOpen }: TabBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    bar.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  const step = (by: number) => {
    const place = tabs.findIndex(({ id }) => id === active);
    const next = tabs[(place + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    onShow(next.id);
    bar.current?.querySelector<HTMLElement>(`#${next.id}`)?.focus();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') step(1);
    else if (key === 'ArrowLeft') step(-1);
    else if (key === 'Delete') onClose(active);
  };

  return (
    <div class="tabs">
      <div role="tablist" aria-label="Queries" ref={bar} onKeyDown={onKeyDown}>
        {tabs.map(({ id, title }) => (
          <button
            type="button"
            key={id}
            id={id}
            role="tab"
            aria-selected={id === active}
            aria-controls="query-panel"
            aria-keyshortcuts="Delete"
            tabIndex={id === active ? 0 : -1}
            onClick={() => onShow(id)}
            onAuxClick={() => onClose(id)}
          >
            {title}
            <CloseMark onClose={() => onClose(id)} />
          </button>
        ))}
      </div>
      <button type="button" class="plain add" aria-label="New tab" title="New tab" onClick={onOpen}>
        +
      </button>
    </div>
  );
}

/** For the mouse; from the keyboard, Delete closes. A button may not stand in a button. */
function CloseMark({ onClose }: { readonly onClose: () => void }) {
  const close = (event: MouseEvent) => {
    event.stopPropagation();
    onClose();
  };
  return (
    <span class="close" aria-hidden="true" title="Close (Delete)" onClick={close}>
      ×
    </span>
  );
}
