import {releaseFor, type Release, type Releases} from "../../release/index.ts";
import {roundingInWords} from "../words/roundingInWords.ts";
import type {Notice} from "./notice.ts";
import {isOfRecords, noticesOfSources} from "./noticesOfSources.ts";

const drafts: Readonly<Record<Exclude<Release["disclosure"]["stage"], "audited">, Notice>> = {
  "primary suppression only": {
    heading: "Draft: primary suppression only",
    words:
      "Small numbers are withheld, but it has not been checked yet whether they can be worked out from others. Not for publication.",
    isOfDraft: true,
  },
  "suppressed, not audited": {
    heading: "Draft: not audited",
    words:
      "Small numbers are withheld, and so are others from which they could be worked out, but no audit has tested that yet. Not for publication.",
    isOfDraft: true,
  },
};

const undecided: Notice = {
  heading: "Draft: not published",
  words: "Nobody has decided yet to publish this report. Its numbers and words may change, and must not be quoted.",
  isOfDraft: true,
};

/** The notices that the releases of a report call for. */
export function noticesOf(releases: Releases): readonly Notice[] {
  const release = releaseFor("this", releases);
  const {edition, disclosure} = release;
  const notices: Notice[] = [...(edition.published === undefined ? [undecided] : []), ...noticesOfSources(release)];
  const rounding = isOfRecords(release) ? roundingInWords([...releases.values()]) : undefined;
  if (rounding !== undefined) {
    notices.push({
      heading: "Rounded counts",
      words: `${rounding} Percentages and rates are made of the rounded counts.`,
    });
  }
  // Whatever has not been audited is a draft, stages that are yet to be thought of included.
  if (disclosure.stage !== "audited") notices.push(drafts[disclosure.stage]);
  return notices;
}

/** What stands across every printed page: that its numbers may not be used, and nothing that a reader need only know. */
export function watermarksOf(notices: readonly Notice[]): readonly string[] {
  return notices.filter(({isOfDraft, isOfMadeUp}) => isOfDraft ?? isOfMadeUp).map(({heading}) => heading);
}

/** Whether notices say of a report that it is a draft. */
export function sayDraft(notices: readonly Notice[]): boolean {
  return notices.some(({isOfDraft}) => isOfDraft);
}
