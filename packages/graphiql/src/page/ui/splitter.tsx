interface SplitterProps {
  /** What a screen reader calls it. */
  readonly label: string;
  /** Share of what comes before it, in percent. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

const LEAST = 15;
const MOST = 85;
const STEP = 4;

/** A bar between two columns that is dragged, or moved with the arrow keys. Its parent is the box that both parts share. */
export function Splitter({ label, share, onShare }: SplitterProps) {
  const move = (next: number) => onShare(Math.min(MOST, Math.max(LEAST, next)));
  const onPointerMove = ({ currentTarget, pointerId, clientX }: PointerEvent) => {
    if (!(currentTarget instanceof HTMLElement) || !currentTarget.hasPointerCapture(pointerId)) return;
    const box = currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    move(((clientX - box.left) / box.width) * 100);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') move(share - STEP);
    else if (key === 'ArrowRight') move(share + STEP);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>.
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(share)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
