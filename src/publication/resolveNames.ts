import {countOfLabel} from "./chapter/countOfLabel.ts";
import {directivesOf} from "./chapter/walk.ts";
import type {Claim, Directive, LabelDirective, Publication} from "./document/publication.ts";
import {checkForms} from "./checkForms.ts";
import {FaultCollector, publicationFault, type Fault} from "./PublicationError.ts";
import {wordsOfLabel} from "./directive/wordsOfLabel.ts";
import {findNamed} from "./findNamed.ts";
import {expandQuery} from "./query/expandQuery.ts";
import type {EditionName, Query} from "./query/query.ts";
import {unitOfNumbers} from "./query/unitOfNumbers.ts";
import {measureOf} from "../measures/index.ts";
import {checkIndicators} from "./report/checkIndicators.ts";
import type {Vocabulary} from "./vocabulary.ts";

/**
 * Every name of a publication that a vocabulary lacks, with the nearest that it has. Looks at the queries that ask
 * `edition`; the vocabulary of an edition compared with may be another than this one's.
 */
export function resolveNames(
  publication: Publication,
  vocabulary: Vocabulary,
  edition: EditionName = "this",
): readonly Fault[] {
  const faults = new FaultCollector();
  if (edition === "this") for (const fault of checkIndicators(publication, vocabulary)) faults.add(fault);
  const queries = publication.plan.filter((query) => query.edition === edition);
  for (const query of queries) faults.attempt(() => expandQuery(query, vocabulary));
  for (const directive of publication.chapters.flatMap(directivesOf)) {
    faults.attempt(() => checkDirective(directive, vocabulary, edition));
  }
  if (edition === "this") faults.attempt(() => checkForms(publication, vocabulary));
  return faults.faults;
}

function checkDirective(directive: Directive, vocabulary: Vocabulary, edition: EditionName): void {
  if (directive.kind === "label" && edition === "this") checkLabel(directive, vocabulary);
  if (directive.kind === "claim-rank" && directive.query.edition === edition) checkRank(directive, vocabulary);
  checkUnits(sidesOf(directive), vocabulary, edition);
}

/** The two numbers that a directive holds against each other; nothing where it holds one against a number, or none. */
function sidesOf(directive: Directive): readonly Query[] {
  if (directive.kind === "claim" && typeof directive.right !== "number") return [directive.left, directive.right];
  if (directive.kind === "compare") return [directive.left, directive.right];
  return directive.kind === "outlying" ? [directive.query, directive.than] : [];
}

/** Figures of references are held against each other in one unit alone: 12 offences are not fewer than 15 people. */
function checkUnits(sides: readonly Query[], vocabulary: Vocabulary, edition: EditionName): void {
  if (sides.some((query) => measureOf(query).about !== "reference")) return;
  const [left, right] = sides.map((query) => unitOfNumbers(query, vocabulary));
  const [, other] = sides;
  if (left === undefined || right === undefined || left === right) return;
  if (other === undefined || sides.some((query) => query.edition !== edition)) return;
  const what = `"${other.text}" is in ${right}, and what it is held against in ${left}`;
  throw publicationFault(what, "Compare figures of one unit", other.position);
}

function checkLabel(directive: LabelDirective, vocabulary: Vocabulary): void {
  if (directive.sets === undefined) wordsOfLabel(directive, vocabulary);
  else expandQuery(countOfLabel(directive), vocabulary);
}

function checkRank({query, category, position}: Extract<Claim, {kind: "claim-rank"}>, vocabulary: Vocabulary): void {
  const [asked] = expandQuery(query, vocabulary);
  const variable = asked?.place[0]?.variable;
  if (variable !== undefined)
    findNamed({sort: `category of ${variable.name}`, name: category}, variable.categories, position);
}
