import {readYaml, type YamlValue} from "../source/readYaml.ts";
import type {Report} from "../document/publication.ts";
import {nameRemedy} from "../nearestName.ts";
import {FaultCollector, publicationFault} from "../PublicationError.ts";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {checkEditionName} from "./checkEditionName.ts";
import {describePeriod} from "../period/describePeriod.ts";
import {loadPolicy} from "../policy/loadPolicy.ts";
import {checkHistory, checkProvisional, checkStretches, checkZeros, readBreaks} from "./daysDeclared.ts";
import {readRegions} from "./readRegions.ts";
import {readTemplate} from "./loadTemplate.ts";
import {yamlFile} from "../project/readText.ts";
import {groupingsDeclared, populationsDeclared} from "./templateDeclarations.ts";
import {reportSchema, type ReportContent, type TemplateContent} from "./reportSchema.ts";

/**
 * Reads `report.yaml` and `policy.yaml` of an edition and its template's `template.yaml`. Throws PublicationError with
 * every fault found.
 */
export const loadReport = oncePerProject((project: Project, editionId: string): Report => {
  checkEditionName(editionId);
  const report = readYaml(yamlFile(project, `reports/${editionId}/report.yaml`), reportSchema);
  const {revisions, ...parts} = readParts(project, editionId, report);
  const {period, "compare-with": compareWith, map, title, summary, published, publisher, contact} = report.value;
  const extracts = Object.entries(report.value.extracts);
  return {
    id: editionId,
    template: report.value.template,
    title,
    summary,
    period: {...period, ...describePeriod(period.from, period.to)},
    ...(published !== undefined && {published}),
    publisher,
    contact,
    synthetic: report.value.synthetic ?? false,
    extracts: Object.fromEntries(extracts.map(([name, {file}]) => [name, file])),
    extractReadings: readReadings(report),
    ...(Object.keys(report.value.history).length > 0 && {history: report.value.history}),
    revisions,
    expected: report.value.expected,
    ...(Object.keys(report.value.provisional).length > 0 && {provisional: report.value.provisional}),
    ...(compareWith !== undefined && {compareWith}),
    ...parts,
    ...(map !== undefined && {map}),
  };
});

function boundsOf({expect: {"not-stated": notStated, variables, ...bounds}}: TemplateContent): Report["bounds"] {
  const own = Object.entries(variables).map(([name, {share, "not-stated": none}]) => {
    return [name, {...(share !== undefined && {share}), ...(none !== undefined && {notStated: none})}] as const;
  });
  return {...bounds, notStated, variables: Object.fromEntries(own)};
}

/** What other files, or several fields together, say of a report. Throws PublicationError with every fault found. */
function readParts(project: Project, editionId: string, report: YamlValue<ReportContent>) {
  const faults = new FaultCollector();
  const name = report.value.template;
  const template = faults.attempt(() => readTemplate(project, name));
  faults.attempt(() => checkPeriod(report));
  faults.attempt(() => checkComparison(editionId, report));
  const region = faults.attempt(() => readRegion(project, report));
  const revisions = faults.attempt(() => readRevisions(report));
  const ruled = faults.attempt(() => loadPolicy(project, editionId, name));
  const references = template && faults.attempt(() => readReferences(report, template.value));
  const breaks = template && faults.attempt(() => readBreaks(report, template.value));
  const populations = template && faults.attempt(() => populationsDeclared(template));
  if (template !== undefined) {
    if (ruled) faults.attempt(() => checkZeros(report, template.value, ruled.policy));
    faults.attempt(() => checkExtracts(report, template.value));
    faults.attempt(() => checkStretches(report, template.value));
    for (const name of Object.keys(report.value.history))
      faults.attempt(() => checkHistory(name, report, template.value));
    for (const name of Object.keys(report.value.provisional))
      faults.attempt(() => checkProvisional(name, report, template.value));
    faults.attempt(() => checkSynthetic(report, template.value));
    faults.attempt(() => checkLabels(template));
  }
  faults.throwIfAny();
  if (!(template && region && revisions && ruled && references && breaks && populations))
    throw new Error("a report without faults is whole");
  const declared = {populations, groupings: groupingsDeclared(template), bounds: boundsOf(template.value)};
  return {...declared, print: template.value.print, region, revisions, breaks, references, ...ruled};
}

function readReadings({value, positionOf}: YamlValue<ReportContent>): NonNullable<Report["extractReadings"]> {
  const readings = Object.entries(value.extracts).map(([name, extract]) => {
    const {columns, values, encoding, dates, century, "time-zone": timeZone} = extract;
    const stated = {
      ...(encoding !== undefined && {encoding}),
      ...(dates !== undefined && {dates}),
      ...(timeZone !== undefined && {timeZone}),
    };
    return [name, {columns, values, century, ...stated, position: positionOf(["extracts", name])}] as const;
  });
  return Object.fromEntries(readings);
}

function checkPeriod({value, positionOf}: YamlValue<ReportContent>): void {
  const {period, published = period.to} = value;
  if (period.from > period.to)
    throw publicationFault("the period ends before it starts", "Correct its dates", positionOf(["period", "to"]));
  if (published >= period.to) return;
  const remedy = "Correct one of the two, or leave published out while the edition is a draft";
  throw publicationFault("the report is published before its period ends", remedy, positionOf(["published"]));
}

function checkComparison(editionId: string, {value, positionOf}: YamlValue<ReportContent>): void {
  if (value["compare-with"] !== editionId) return;
  const remedy = "Name an earlier one, or leave compare-with out";
  throw publicationFault("an edition cannot be compared with itself", remedy, positionOf(["compare-with"]));
}

function readRevisions({value, positionOf}: YamlValue<ReportContent>): Report["revisions"] {
  return value.revisions.map((revision, index) => {
    const position = positionOf(["revisions", index, "date"]);
    if (value.published === undefined) {
      throw publicationFault(
        "a draft has nothing to correct",
        "Name the day of publication in published, or leave revisions out",
        position,
      );
    }
    if (revision.date >= value.published) return {...revision, position};
    throw publicationFault("this revision is older than the report", "Correct its date, or published", position);
  });
}

function checkExtracts({value, positionOf}: YamlValue<ReportContent>, template: TemplateContent): void {
  const needed = Object.values(template.populations).find(({extract}) => !(extract in value.extracts));
  if (needed === undefined) return;
  const what = `the template counts the extract "${needed.extract}", which this report does not name`;
  throw publicationFault(what, "Add its path under extracts", positionOf(["extracts"]));
}

/** Of records it has to be said whether they are made up; of figures from elsewhere each reference says it. */
function checkSynthetic({value: {synthetic}, positionOf}: YamlValue<ReportContent>, template: TemplateContent): void {
  const isOfRecords = Object.keys(template.populations).length > 0;
  if (isOfRecords === (synthetic !== undefined)) return;
  throw isOfRecords
    ? publicationFault(
        "it is not said whether the records are made up",
        'Write "synthetic: false" for real records, "synthetic: true" for made-up ones',
        positionOf(["template"]),
      )
    : publicationFault(
        "the template counts no records that could be synthetic",
        'Leave it out; where the figures of a reference are made up, write "synthetic: true" into its own YAML file',
        positionOf(["synthetic"]),
      );
}

/** Whose number it is, is told by the label alone. */
function checkLabels({value: {populations}, positionOf}: YamlValue<TemplateContent>): void {
  const seen = new Map<string, string>();
  for (const [name, {label}] of Object.entries(populations)) {
    const other = seen.get(label);
    if (other !== undefined) {
      const position = positionOf(["populations", name, "label"]);
      throw publicationFault(
        `"${label}" is what ${other} is called`,
        "Give each population a label of its own",
        position,
      );
    }
    seen.set(label, name);
  }
}

/** The template's references, or those of them that the edition keeps. */
function readReferences(
  {value: {references}, positionOf}: YamlValue<ReportContent>,
  template: TemplateContent,
): Report["references"] {
  const known = template.references;
  const unknown = references?.findIndex((name) => !known.includes(name)) ?? -1;
  if (unknown === -1) return references ?? known;
  const name = references?.[unknown] ?? "";
  const position = positionOf(["references", unknown]);
  throw publicationFault(`the template has no reference "${name}"`, nameRemedy(name, known), position);
}

function readRegion(project: Project, {value, positionOf}: YamlValue<ReportContent>): Report["region"] {
  const regions = readRegions(project);
  const region = regions.find(({name}) => name === value.region);
  if (region !== undefined) return region;
  const known = regions.map(({name}) => name);
  throw publicationFault(
    `there is no region "${value.region}"`,
    nameRemedy(value.region, known),
    positionOf(["region"]),
  );
}
