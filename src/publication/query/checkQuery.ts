import {measureOf, stated} from "../../measures/index.ts";
import {floorOf} from "../floorOf.ts";
import {readQuantity} from "../readQuantity.ts";
import type {Population, Vocabulary} from "../vocabulary.ts";
import {checkCategory, findPopulation, findVariable} from "./findNames.ts";
import {checkSets} from "./checkSets.ts";
import {questionNamed, type Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/**
 * The populations of a query, once its names are known and it makes sense: a mean averages a number, a share names
 * what it is a share of, no variable stands twice, and at most one takes several answers (their cells could not be
 * added up). Throws PublicationError.
 */
export function checkQuery(query: Query, vocabulary: Vocabulary): readonly Population[] {
  const populations = query.populations.map((name) => findPopulation(query, vocabulary, name));
  checkSets(query, populations);
  checkNames(query, populations);
  checkRepetition(query);
  for (const population of populations) checkPart(query, population);
  checkMulti(query, populations);
  checkMeasure(query, populations);
  return populations;
}

function checkNames(query: Query, populations: readonly Population[]): void {
  for (const [name, category] of [...Object.entries(query.at), ...Object.entries(query.among)]) {
    checkCategory(
      query,
      populations.map((population) => findVariable(query, population, name)),
      category,
    );
  }
  for (const name of [...query.by, ...query.within]) {
    const isNumber = populations.map((population) => findVariable(query, population, name).kind).includes("number");
    if (isNumber) {
      throw queryFault(query, {
        name,
        what: `"${name}" is a number and has no categories`,
        remedy: "Name a grouped variable",
      });
    }
  }
}

function checkRepetition(query: Query): void {
  const {at, by, within, among} = query;
  // `sex=male among sex=stated` says twice what the base is, but not two places.
  const bases = Object.keys(among).filter((name) => among[name] !== stated);
  const all = [...Object.keys(at), ...by, ...within, ...bases].map((one) => questionNamed(query, one));
  const name = all.find((candidate, index) => all.indexOf(candidate) !== index);
  if (name !== undefined) {
    throw queryFault(query, {name, what: `"${name}" has two parts to play`, remedy: "Name each variable once"});
  }
  const contradiction = Object.keys(at).find((one) => at[one] === "not-stated" && (query.amongStated || among[one]));
  if (contradiction !== undefined) {
    const what = `the base leaves out "not stated" of ${contradiction}, which is asked`;
    throw queryFault(query, {name: contradiction, what, remedy: "Remove among stated"});
  }
}

/** All of a part give the answers that make it one. */
function checkPart(query: Query, {name: part, partOf}: Population): void {
  const name = namesAsked(query).find((one) => ![undefined, stated].includes(partOf?.at[one]));
  if (partOf === undefined || name === undefined) return;
  throw queryFault(query, {
    name,
    what: `all of "${part}" are ${name}=${partOf.at[name] ?? ""}`,
    remedy: `Leave ${name} out, or ask ${partOf.population}`,
  });
}

function checkMulti(query: Query, populations: readonly Population[]): void {
  const asked = [...namesAsked(query), ...populations.flatMap(({partOf}) => Object.keys(partOf?.at ?? {}))];
  const multi = [...new Set(asked)].filter((name) =>
    populations.some(({variables}) => variables.some((one) => one.name === name && one.kind === "multi")),
  );
  if (multi.length > 1) {
    const what = `${multi.join(" and ")} each take several answers and cannot be crossed`;
    throw queryFault(query, {name: multi[1] ?? "", what, remedy: "Ask for one of them at a time"});
  }
  const isBaseless = query.amongStated && asked.every((name) => multi.includes(name));
  if (isBaseless) {
    const what = "the base cannot leave out those not stated, because no variable with one answer a person is asked";
    throw queryFault(query, {name: "stated", what, remedy: "Remove among stated"});
  }
}

function namesAsked({at, by, within, among}: Query): readonly string[] {
  return [...Object.keys(at), ...by, ...within, ...Object.keys(among)];
}

function checkMeasure(query: Query, populations: readonly Population[]): void {
  const measure = measureOf(query);
  const name = measure.numberOf(query);
  if (name !== undefined) for (const population of populations) checkNumber(query, population, name);
  if (measure.needsPart && query.by.length === 0 && Object.keys(query.at).length === 0) {
    const what = `a ${measure.name} of everyone in the base is always 100%`;
    throw queryFault(query, {what, remedy: "Name the part, e.g. sex=male, or a variable: by sex"});
  }
}

/**
 * Whether one number between two limits may be so far from thirty others that the sum of all and that of their squares tell
 * it: the squares of the others do not come to what a tenth of the largest makes of its own. Ages from ten to a hundred
 * are close enough; a number that may be nought, or no more than what everybody is known to have, never is.
 */
function isLoose([least, most]: readonly [number, number]): boolean {
  return least <= 0 || (fewestAveraged - 2) * least ** 2 < 0.21 * most ** 2;
}

/** The fewest records of a mean with its interval, where a policy does not ask more. */
const fewestAveraged = 30;

function checkNumber(query: Query, population: Population, name: string): void {
  const {kind, reads} = findVariable(query, population, name);
  if (kind !== "number") {
    throw queryFault(query, {name, what: `"${name}" is not a number`, remedy: "Name a number, e.g. age"});
  }
  const floor = floorOf(population, name);
  const [least = 0, most = least] = (reads && readQuantity(reads))?.between ?? [];
  if (query.measure === "estimated-mean" && isLoose([least - floor, most - floor])) {
    throw queryFault(query, {
      name,
      what: `limits of "${name}" let one record be far from all others, whom the interval of a mean would tell of`,
      remedy: "Ask its mean and its median, or set the limits of the column closer in the dictionary",
    });
  }
  if (query.measure !== "sum" || least >= 0) return;
  throw queryFault(query, {
    name,
    what: `"${name}" may be below nought, and of such numbers no sum is given`,
    remedy: "Ask its mean, or let the limits of its column begin at 0 in the dictionary",
  });
}
