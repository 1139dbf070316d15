interface SplitterProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly direction: 'columns' | 'rows';
  /** Share of what comes before it, in percent. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

const LEAST = 15;
const MOST = 85;
const STEP = 4;

/** A bar between two parts that is dragged, or moved with the arrow keys. Its parent is the box that both parts share. */
export function Splitter({ label, direction, share, onShare }: SplitterProps) {
  const move = (next: number) => onShare(Math.min(MOST, Math.max(LEAST, next)));
  const onPointerMove = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent) => {
    if (!(currentTarget instanceof HTMLElement) || !currentTarget.hasPointerCapture(pointerId)) return;
    const box = currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    move(direction === 'columns' ? ((clientX - box.left) / box.width) * 100 : ((clientY - box.top) / box.height) * 100);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft' || key === 'ArrowUp') move(share - STEP);
    else if (key === 'ArrowRight' || key === 'ArrowDown') move(share + STEP);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>.
    <div
      class={`splitter ${direction}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === 'columns' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(share)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
