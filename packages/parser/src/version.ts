/** Raised whenever the same document would be read in another way; a revision keeps the version that read it. */
export const PARSER_VERSION = 6;
