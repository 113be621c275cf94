import {releaseFor, type Releases} from "../releases/releases.ts";

/** What a reader must know before anything else: the heading stands on every page of the PDF as well. */
export interface Notice {
  readonly heading: string;
  readonly words: string;
}

/** The notices that the releases of a report call for. */
export function noticesOf(releases: Releases): readonly Notice[] {
  const {provenance, disclosure} = releaseFor("this", releases);
  const notices: Notice[] = [];
  if (provenance.synthetic) {
    notices.push({
      heading: "Synthetic data",
      words:
        "Every record behind this report was made up. The numbers describe nobody and must not be quoted as facts.",
    });
  }
  if (disclosure.stage === "primary suppression only") {
    notices.push({
      heading: "Draft: primary suppression only",
      words:
        "Small numbers are withheld, but it has not been checked yet whether they can be worked out from others. Not for publication.",
    });
  }
  return notices;
}
