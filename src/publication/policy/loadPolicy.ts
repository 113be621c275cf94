import type {Policy, Remedies} from "./policy.ts";
import {readYaml, type YamlValue} from "../source/readYaml.ts";
import {FaultCollector, publicationFault} from "../PublicationError.ts";
import {oncePerProject} from "../project/oncePerProject.ts";
import type {Project} from "../project/openProject.ts";
import {parseQuery} from "../query/parseQuery.ts";
import type {Query} from "../query/query.ts";
import {checkPolicy} from "./checkPolicy.ts";
import {intervalNeeds} from "./intervalNeeds.ts";
import {usualMeanWidth} from "./meanWidth.ts";
import {rulesOfSums} from "./rulesOfSums.ts";
import {policySchema, type PolicyContent} from "./policySchema.ts";
import {yamlFile} from "../project/readText.ts";

/** What applies where neither the template nor the edition says otherwise. Source: `docs/disclosure.md`, "The policy". */
export const usualPolicy: Policy = {
  threshold: 5,
  zeros: "shown",
  mark: "[c]",
  level: "width-2",
  meanNeeds: 10,
  meanWidth: usualMeanWidth,
  groupNeeds: 10,
  shareNeeds: 10,
  method: "withhold",
  remainders: "protected",
};

/** So many corrected records a revision may have where a policy says nothing: a policy that says so too is the usual one. */
const usuallyRevised = 25;

/** To this counts are rounded where a policy asks for rounding and names no base. */
const usualBase = 5;

/**
 * The policy of an edition: `policy.yaml` of its folder, for what that leaves out the template's, and for the rest the
 * usual values. Throws PublicationError with every rule that cannot be kept and every pair that cannot stand together.
 */
export function loadPolicy(
  project: Project,
  editionId: string,
  template: string,
): {policy: Policy; remedies: Remedies} {
  const faults = new FaultCollector();
  const files = [`reports/${editionId}/policy.yaml`, `templates/${template}/policy.yaml`];
  const sources = files.flatMap((file) => faults.attempt(() => readPolicy(project, file)) ?? []);
  faults.throwIfAny();
  const policy = sources.reduceRight((known, {value}) => ({...known, ...rulesOf(value)}), usualPolicy);
  const ruled = withoutIdleRules(policy);
  const rounded = ruled.method === "round" ? {base: usualBase, ...ruled} : ruled;
  const remedies = {withhold: sources.flatMap((source) => readQueries(source, faults))};
  for (const fault of checkPolicy({policy: rounded, remedies}, sources)) faults.add(fault);
  faults.throwIfAny();
  return {policy: rounded, remedies};
}

/**
 * Without rules that ask nothing, or of sums what is usual: a group of one is one anyway, every share has a base of one, every mean is open within
 * nothing, and rounding withholds no group.
 */
function withoutIdleRules({groupNeeds = 1, shareNeeds = 1, meanWidth = 0, ...rest}: Policy): Policy {
  const {sumNeeds, dominance, intervalNeeds: intervals, ...policy} = rest;
  const [sums, usual] = [rulesOfSums(rest), rulesOfSums(policy)];
  const rulesGroups = groupNeeds > 1 && policy.method === "withhold";
  return {
    ...policy,
    ...(intervals !== undefined && intervals !== intervalNeeds(policy) && {intervalNeeds: intervals}),
    ...(sumNeeds !== undefined && sums.needs !== usual.needs && {sumNeeds}),
    ...(dominance !== undefined && sums.dominance !== usual.dominance && {dominance}),
    ...(meanWidth !== 0 && {meanWidth}),
    ...(rulesGroups && {groupNeeds}),
    ...(shareNeeds > 1 && {shareNeeds}),
  };
}

/** A file that is missing, or holds nothing but comments, leaves every rule to others. */
const readPolicy = oncePerProject((project: Project, file: string): readonly YamlValue<PolicyContent>[] => {
  if (!project.has(file)) return [];
  const source = yamlFile(project, file);
  return source.text.replace(/^\s*#.*$/gm, "").trim() === "" ? [] : [readYaml(source, policySchema)];
});

function rulesOf({
  threshold,
  zeros,
  mark,
  level,
  method,
  base,
  remainders,
  "mean-needs": meanNeeds,
  "mean-width": meanWidth,
  "interval-needs": intervals,
  "sum-needs": sumNeeds,
  dominance,
  "group-needs": groupNeeds,
  "share-needs": shareNeeds,
  "revised-records": revisedRecords,
}: PolicyContent): Partial<Policy> {
  return {
    ...(threshold !== undefined && {threshold}),
    ...(zeros !== undefined && {zeros}),
    ...(mark !== undefined && {mark}),
    ...(level !== undefined && {level}),
    ...(meanNeeds !== undefined && {meanNeeds}),
    ...(meanWidth !== undefined && {meanWidth}),
    ...(intervals !== undefined && {intervalNeeds: intervals}),
    ...(sumNeeds !== undefined && {sumNeeds}),
    ...(dominance !== undefined && {dominance: dominance === "none" ? 0 : Number(dominance.replace("%", ""))}),
    ...(groupNeeds !== undefined && {groupNeeds: groupNeeds === "none" ? 1 : groupNeeds}),
    ...(shareNeeds !== undefined && {shareNeeds: shareNeeds === "none" ? 1 : shareNeeds}),
    ...(method !== undefined && {method}),
    ...(base !== undefined && {base}),
    ...(remainders !== undefined && {remainders}),
    ...(revisedRecords !== undefined && revisedRecords !== usuallyRevised && {revisedRecords}),
  };
}

function readQueries({value: {remedies}, positionOf}: YamlValue<PolicyContent>, faults: FaultCollector) {
  return (remedies?.withhold ?? []).flatMap((text, index) => {
    const position = positionOf(["remedies", "withhold", index]);
    return faults.attempt(() => checkRemedy(parseQuery(text, position))) ?? [];
  });
}

function checkRemedy(query: Query): Query {
  if (query.measure === "count" && query.edition === "this") return query;
  const what = `"remedies": "${query.text}" asks no count of this edition`;
  throw publicationFault(
    what,
    "Name counts: shares, means and rates follow the counts that they rest on",
    query.position,
  );
}
