import {nameOf, type Release} from "../../release/index.ts";
import {tellsOf} from "../tells/registry.ts";

/** What the model of releases with rounded counts leaves out, in sentences. */
export function notesOnRounding(releases: readonly Release[]): readonly string[] {
  const isMean = ({address, cell}: Release["cells"][number]): boolean =>
    tellsOf(address).isSum && cell.status === "published";
  return releases
    .filter(({disclosure, cells}) => disclosure.policy.method === "round" && cells.some(isMean))
    .map(
      (release) =>
        `${nameOf(release)}: means over rounded counts were read for how many records they need, not as sums.`,
    );
}
