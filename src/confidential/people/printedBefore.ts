import {signatureOf, statementsOn} from "../../audit/index.ts";
import type {Proof, ProofTask} from "./provePeople.ts";

/**
 * Which of some counts that nothing hides were printed before: every part of them is a count that an earlier release
 * prints. They cannot be unpublished, and the audit says so. What merely was not found hidden is none of them, nor is a mean:
 * those of few are never printed.
 */
export function printedBefore(
  open: Proof["open"],
  {releases, definitions, people: base, tooFew}: Pick<ProofTask, "releases" | "definitions" | "people" | "tooFew">,
): ReadonlySet<string> {
  if (open.length === 0) return new Set();
  const statements = statementsOn(releases, definitions, {tooFew, base});
  const shown = statements.filter(
    ({release, says, lower, upper}) => release > 0 && says === "shown" && lower === upper,
  );
  const printed = new Set(
    shown.flatMap(({source, parts}) => parts.map((part) => `${String(source)} ${signatureOf(part)}`)),
  );
  const isPrinted = ({quantity: {source, parts}}: Proof["open"][number]): boolean =>
    parts.every((part) => part.weights === undefined && printed.has(`${String(source)} ${signatureOf(part)}`));
  return new Set(open.filter(isPrinted).map(({name}) => name));
}
