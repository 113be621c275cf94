import {isDeepStrictEqual} from "node:util";
import {ownFaults} from "../audit/index.ts";
import {comparePeriods, listEditions, loadReport, windowOf, type Project, type Report} from "../publication/index.ts";
import {sha256, type Release} from "../release/index.ts";

/**
 * What speaks against a release, whoever wrote it, before it is attacked: what cannot be true of it by itself, and
 * where it is not the release of its edition's report, by region, period, day of publication, kind of records or policy. Where the project
 * has no such report, only the first. One line each.
 */
export function releaseFaults(release: Release, project: Project): readonly string[] {
  const {id} = release.edition;
  const faults = ownFaults(release);
  return listEditions(project.root).includes(id) ? [...faults, ...strangeTo(loadReport(project, id), release)] : faults;
}

function strangeTo(report: Report, release: Release): readonly string[] {
  const {region, period, published, synthetic, policy} = report;
  const {edition, provenance, disclosure} = release;
  const {within, ...rules} = disclosure.policy;
  const isSameTime = comparePeriods(edition.period, period) === "same";
  const isSamePolicy =
    isDeepStrictEqual(rules, {...policy}) && (within === undefined) === (policy.method === "withhold");
  const isSameHash = provenance.policy === sha256(JSON.stringify(policy));
  return [
    ...(edition.region === region.label ? [] : [`it is of ${edition.region}, and the report of ${region.label}`]),
    ...(isSameTime ? [] : [`it is of ${edition.period.text}, and the report of ${period.text}`]),
    ...(isSameTime ? strangeDays(report, release) : []),
    ...(edition.published === published ? [] : [`it ${dayOf(edition.published)}, and the report ${dayOf(published)}`]),
    ...(provenance.synthetic === synthetic ? [] : ["report and release differ on whether the records are made up"]),
    ...(isSamePolicy && isSameHash
      ? []
      : ["it was made under another policy than the report's, or its policy was changed"]),
  ];
}

/** Populations that the release counts from another day than the report says. */
function strangeDays(report: Report, {vocabulary}: Release): readonly string[] {
  return vocabulary.populations.flatMap(({name, unit, extract, window}) => {
    if (unit !== "forms" || extract === undefined) return [];
    const [then, now] = [window?.from ?? report.period.from, windowOf(report, extract).from];
    return then === now ? [] : [`it counts ${name} from ${then}, and the report from ${now}`];
  });
}

function dayOf(published: string | undefined): string {
  return published === undefined ? "names no day of publication" : `names ${published} as its day of publication`;
}
