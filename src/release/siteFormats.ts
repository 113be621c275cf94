/**
 * What readers can download of a report, by the ending of its files. The site writes every one of them
 * (`site/formats/<ending>.ts`), and the audit reads every one back (`audit/site/readers/<ending>.ts`): a format without
 * either does not compile.
 */
export const downloadFormats = ["csv", "svg", "zip"] as const;

/** A format of downloads. */
export type DownloadFormat = (typeof downloadFormats)[number];

/**
 * What else a built site has, by the ending of its files: pages with their styles and fonts, reports in print, and the
 * file of headers for the host, whose whole name stands for an ending.
 */
export type PageFormat = "html" | "css" | "woff2" | "pdf" | "_headers";
