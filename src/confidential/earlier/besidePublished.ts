import {auditRelease, describeReport, DisclosureError} from "../../audit/index.ts";
import {nameOf} from "../../release/index.ts";
import type {Earlier} from "./chooseEarlier.ts";

/**
 * Says of a count that cannot be protected which releases it was judged beside, what can be done where they have given
 * it away, and how they do: the findings of an audit of what was published. Other errors stay as they are.
 */
export async function besidePublished(error: unknown, {same, longer, shorter}: Earlier): Promise<unknown> {
  const [latest, ...others] = same.map(({release}) => release).toReversed();
  const names = [...same, ...longer, ...shorter].map(({release}) => nameOf(release));
  if (!(error instanceof DisclosureError) || names.length === 0) return error;
  const message =
    `${error.message}\nJudged together with what was published before: ${names.join(", ")}. A count that this gives away ` +
    "already can be given up: name it under revisions in report.yaml, as withdraws: [<count>].";
  if (latest === undefined) return new DisclosureError(message);
  const {report} = await auditRelease(latest, {earlier: others});
  return new DisclosureError(message, [error.findings ?? "", describeReport(report)].join(""));
}
