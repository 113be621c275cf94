/** How the bytes of a text file stand for letters: what a report may name for an extract. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh"] as const;

export type Encoding = (typeof encodings)[number];
