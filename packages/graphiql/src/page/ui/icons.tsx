import type { ComponentChildren } from 'preact';

interface IconProps {
  readonly children: ComponentChildren;
}

function Icon({ children }: IconProps) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

/** Triangle. */
export const RunIcon = () => (
  <Icon>
    <path class="solid" d="M6 3.5v13l10.5-6.5z" />
  </Icon>
);

/** Square. */
export const StopIcon = () => (
  <Icon>
    <rect class="solid" x="5" y="5" width="10" height="10" rx="1.5" />
  </Icon>
);

/** A tree of ticked boxes. */
export const ExplorerIcon = () => (
  <Icon>
    <path d="M3 4h14M7 10h10M7 16h10M3.5 4v12M3.5 10H5M3.5 16H5" />
  </Icon>
);

/** An open book. */
export const DocsIcon = () => (
  <Icon>
    <path d="M10 5.5C8 4 5.500 3.500 3 4v11.500c2.500-.5 5 0 7 1.500 2-1.500 4.500-2 7-1.500V4c-2.500-.5-5 0-7 1.500zM10 5.500V17" />
  </Icon>
);

/** A clock. */
export const HistoryIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4.300l3 1.700" />
  </Icon>
);

/** Lines set in order. */
export const PrettifyIcon = () => (
  <Icon>
    <path d="M3 4.500h14M6.500 8.200H15M6.500 11.800h8M3 15.500h6" />
  </Icon>
);

/** A chain's two links. */
export const ShareIcon = () => (
  <Icon>
    <path d="M8.500 11.500a3.200 3.200 0 0 0 4.600 0l2.800-2.800a3.250 3.250 0 0 0-4.600-4.600L10 5.400M11.500 8.500a3.200 3.200 0 0 0-4.600 0l-2.800 2.800a3.250 3.250 0 0 0 4.600 4.600l1.300-1.300" />
  </Icon>
);

/** Angle brackets. */
export const CodeIcon = () => (
  <Icon>
    <path d="M7 5.500L2.500 10 7 14.500M13 5.500l4.500 4.500-4.500 4.500" />
  </Icon>
);

/** A pencil's line. */
export const QueryIcon = () => (
  <Icon>
    <path d="M4 16l.8-3.400L13.500 4l2.500 2.500-8.600 8.700z" />
  </Icon>
);

/** Lines of an answer. */
export const ResultIcon = () => (
  <Icon>
    <path d="M4 5h12M4 10h12M4 15h7" />
  </Icon>
);
