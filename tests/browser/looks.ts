/** What a page is looked at with, each in both themes. */
export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** The two themes, as the reader's system has them. */
export const SCHEMES = ['light', 'dark'] as const;
