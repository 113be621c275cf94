import type {Reader} from "./reader.ts";

/** Fonts: letters, and no text. */
export const woff2: Reader = {
  places: {ofSite: [/^_astro\/[\w.-]+\.woff2$/], ofEdition: []},
  isText: false,
  auditSiteFile: () => undefined,
  auditEditionFile: () => undefined,
};
