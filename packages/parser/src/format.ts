/** What documents can be written in. */
export const documentFormats = ['TEXT', 'MARKDOWN', 'HTML'] as const;

/** What a document is written in. */
export type DocumentFormat = (typeof documentFormats)[number];
