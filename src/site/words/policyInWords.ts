import {measures} from "../../measures/index.ts";
import {floorOf, intervalNeeds, mayDominate, otherUnits, rulesOfSums, type MeanWidth} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {countInWords} from "./countInWords.ts";
import {withheldMarks} from "./marks.ts";

type Disclosure = Release["disclosure"];
type Policy = Disclosure["policy"];

const stages: Readonly<Record<Disclosure["stage"], string>> = {
  audited: "An independent audit has tried to work small counts out from everything that is published, and could not.",
  "suppressed, not audited": "No audit has tested yet whether small counts can be worked out, so this is a draft.",
  "primary suppression only":
    "Only the small numbers themselves have been withheld so far. Whether they can be worked out from other numbers has not been checked, so this is a draft.",
};

/** As much of a release as its rules are told of. */
type RuledRelease = Pick<Release, "disclosure" | "cells" | "vocabulary">;

/** The rules that decide which numbers are withheld or rounded, one sentence or two each. */
export function policyInWords(release: RuledRelease): readonly string[] {
  const {disclosure, cells} = release;
  const {policy, stage} = disclosure;
  const rules = policy.method === "round" ? roundingRules(policy) : withholdingRules(policy, stage);
  return [
    ...rules,
    ...rulesOfIntervalsInWords(policy, cells),
    ...rulesOfSumsInWords(policy, cells),
    ...ruleOfDominanceInWords(release),
    ...ruleOfFloorsInWords(release),
    ...measureRules(cells),
    ...reliabilityRules(policy),
    stages[stage],
  ];
}

/** Of whom a mean is given with its interval, where a report asks one. */
function rulesOfIntervalsInWords(policy: Policy, cells: Release["cells"]): readonly string[] {
  if (!cells.some(({address}) => address.measure === "estimated-mean")) return [];
  return [`A mean with its interval is given for at least ${countInWords(intervalNeeds(policy))} people.`];
}

/** Whose sums are given, where a report asks some. */
function rulesOfSumsInWords(policy: Policy, cells: Release["cells"]): readonly string[] {
  if (!cells.some(({address}) => address.measure === "sum")) return [];
  const {needs} = rulesOfSums(policy);
  return [
    `A sum is given where at least ${countInWords(needs)} people have more than nought, or nobody has.`,
    "Further sums are withheld so that none of these can be worked out from others.",
  ];
}

/** When one person's number is nearly all of a sum, or of a mean of numbers that may lie so far apart. */
function ruleOfDominanceInWords({disclosure: {policy}, cells, vocabulary}: RuledRelease): readonly string[] {
  const {dominance} = rulesOfSums(policy);
  const isFar = cells.some(({address}) => {
    if (address.measure === "sum") return true;
    if (address.measure !== "mean" && address.measure !== "estimated-mean") return false;
    const population = vocabulary.populations.find(({name}) => name === address.population);
    return mayDominate(population, address.variable, {needs: policy.meanNeeds, dominance});
  });
  if (dominance === 0 || !isFar) return [];
  const led = `where all but its two largest numbers come to less than ${String(dominance)}% of the largest`;
  return [`A sum or mean is withheld ${led}: the second of them could tell the first.`];
}

/** What those rules look at where everybody is known to have some of a number. */
function ruleOfFloorsInWords({cells, vocabulary}: Pick<RuledRelease, "cells" | "vocabulary">): readonly string[] {
  const isFloored = cells.some(({address}) => {
    if (address.measure !== "sum" && address.measure !== "mean" && address.measure !== "estimated-mean") return false;
    const population = vocabulary.populations.find(({name}) => name === address.population);
    return floorOf(population, address.variable) > 0;
  });
  return isFloored
    ? ["Of a number whose lower limit is above nought these rules look at what people have above that limit."]
    : [];
}

/** What measures need that a report asks and that the rules for all do not speak of. */
function measureRules(cells: Release["cells"]): readonly string[] {
  const asked = new Set(cells.map(({address}) => address.measure));
  return [...asked].flatMap((name) => measures[name].ruleInWords ?? []);
}

/** What is not given because it would tell little, and not because it would tell too much. */
function reliabilityRules({shareNeeds}: Policy): readonly string[] {
  if (shareNeeds === undefined) return [];
  const few = countInWords(shareNeeds);
  return [
    `A percentage of fewer than ${few} people is marked [u], too few to be useful; the numbers of people are given.`,
  ];
}

function withholdingRules(policy: Policy, stage: Disclosure["stage"]): readonly string[] {
  const {threshold, zeros, meanNeeds, groupNeeds, remainders} = policy;
  return [
    `A count from one to ${countInWords(threshold - 1)} is withheld, wherever it would stand: fewer than ${countInWords(threshold)} people could be recognised.`,
    zeros === "shown"
      ? "A count of none is shown, because an empty cell names nobody."
      : "A count of none is withheld as well, because it tells something of everybody in its row.",
    ...(groupNeeds === undefined
      ? []
      : [
          `The breakdown of a group of fewer than ${countInWords(groupNeeds)} people is withheld whole, counts of none too, so that nobody can see whether all of them are alike.`,
        ]),
    ...(stage === "primary suppression only"
      ? []
      : [`Further numbers are withheld so that none of these can be worked out from others. ${levelInWords(policy)}`]),
    ...(remainders === "protected"
      ? [`Nor do the parts of a total that are shown leave over one to ${countInWords(threshold - 1)}.`]
      : []),
    "A percentage, a rate or a mean is withheld with the counts that it rests on.",
    `A mean is given for at least ${countInWords(meanNeeds)} people.`,
    ...meansOfFewInWords(policy),
    marksInWords(policy),
  ];
}

/** How closely the means that are given may tell that of fewer people. */
function meansOfFewInWords({meanWidth}: Policy): readonly string[] {
  if (meanWidth === undefined) return [];
  return [
    `Whoever works out the mean of fewer from those that are given still finds values possible that are at least ${widthInWords(meanWidth)}.`,
  ];
}

function widthInWords(width: MeanWidth): string {
  if (typeof width === "number")
    return `${countInWords(width)} apart, in the unit of the mean, or a tenth of what it can be where that is less`;
  const {[otherUnits]: others = undefined, ...named} = width;
  const each = [...Object.entries(named), ...(others === undefined ? [] : [[undefined, others] as const])];
  return `so far apart: ${each.map(([unit, apart]) => widthOfUnit(unit, apart)).join("; ")}`;
}

function widthOfUnit(unit: string | undefined, apart: number | string): string {
  const of = unit ?? "all others";
  if (typeof apart === "string") return `of ${of} ${apart} of what they can be`;
  return apart === 0 ? `of ${of} nothing is asked` : `of ${of} ${String(apart)}`;
}

/** What a reader who adds and subtracts all that is published still cannot tell. */
function levelInWords({level, threshold, zeros}: Policy): string {
  const smallest = zeros === "shown" ? "one" : "none";
  switch (level) {
    case "exact":
      return "Whoever adds and subtracts everything still finds two possible values or more for each.";
    case "width-2":
      return "Whoever adds and subtracts everything still finds three possible values or more for each, wherever that can be had.";
    case "full":
      return `Whoever adds and subtracts everything still finds every value from ${smallest} to ${countInWords(threshold - 1)} possible for each, wherever that can be had.`;
  }
}

function marksInWords({mark}: Policy): string {
  const [first, second] = withheldMarks(mark);
  const everywhere =
    "in every table and figure alike; sentences call it withheld, and files give it the status suppressed";
  if (second === undefined) {
    return `A withheld number is marked ${first?.text ?? ""}, ${everywhere}. The mark does not tell a small count from a number that protects one.`;
  }
  return `A small count, the breakdown of a small group, and what rests on them, is marked ${first?.text ?? ""}; a number withheld so that a small count cannot be worked out, or a mean of too few, is marked ${second.text}, ${everywhere}.`;
}

/**
 * Source of the method: Salazar-González JJ, Lowthian P, Young C, Merola G, Bond S, Brown D, 2004, Getting the best
 * results in controlled rounding with the least effort, LNCS 3050.
 */
function roundingRules(policy: Policy): readonly string[] {
  const {threshold, base = 0, within = 0, meanNeeds, mark} = policy;
  const [{text} = {text: ""}] = withheldMarks(mark);
  const multiple = `Every count is rounded to a multiple of ${countInWords(base)}`;
  const nearness =
    within < base
      ? `${multiple}. Multiples stay as they are, and every other count becomes one of the two multiples beside it.`
      : `${multiple} beside it, or to one further where tables would not add otherwise.`;
  return [
    `No count from one to ${countInWords(threshold - 1)} is told: fewer than ${countInWords(threshold)} people could be recognised.`,
    `${nearness} A count shown as none stands for none to ${countInWords(within)}.`,
    "The rounding is controlled: all counts of the report are rounded together, so that every total is the sum of its parts, and one count is the same wherever it stands.",
    "Percentages, rates, their intervals, rankings and sentences are made of rounded counts.",
    `A mean is made of the true records and given for at least ${countInWords(meanNeeds)} people; one of fewer is withheld and marked ${text}.`,
    ...meansOfFewInWords(policy),
  ];
}
