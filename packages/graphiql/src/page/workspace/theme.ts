import { saved } from './saved.js';

/** `system`: as the reader's system is. */
export type Theme = (typeof THEMES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;

/** The theme that the reader chose. */
export const savedTheme = saved<Theme>('theme', 'system', (value): value is Theme =>
  THEMES.some((name) => name === value),
);

/** Shows the page in a theme. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
