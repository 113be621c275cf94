import type {Release} from "../../release/index.ts";
import type {Definitions} from "../population/definition.ts";
import type {MarkedCount} from "./markedCounts.ts";
import type {People} from "../population/records.ts";
import {signatureOf} from "./signature.ts";
import {statementsOn} from "./statements.ts";

/** What some people are counted by, and what releases say of them. */
export interface CountedPeople {
  /** The release at hand, then the earlier ones of the same records. */
  readonly releases: readonly Release[];
  readonly definitions: Definitions;
  readonly people: People;
}

/**
 * Which of some counts that nothing hides were printed before, by name: every part of them is a count that an earlier
 * release prints. They cannot be unpublished, and the audit says so. What merely was not found hidden is none of them,
 * nor is a mean: those of few are never printed.
 */
export function printedAlready(
  open: readonly Pick<MarkedCount, "name" | "quantity">[],
  {releases, definitions, people: base}: CountedPeople,
): ReadonlySet<string> {
  if (open.length === 0) return new Set();
  const shown = statementsOn(releases, definitions, {tooFew: new Set(), base}).filter(
    ({release, says, lower, upper}) => release > 0 && says === "shown" && lower === upper,
  );
  const printed = new Set(
    shown.flatMap(({source, parts}) => parts.map((part) => `${String(source)} ${signatureOf(part)}`)),
  );
  const isPrinted = ({quantity: {source, parts}}: Pick<MarkedCount, "quantity">): boolean =>
    parts.every((part) => part.weights === undefined && printed.has(`${String(source)} ${signatureOf(part)}`));
  return new Set(open.filter(isPrinted).map(({name}) => name));
}
