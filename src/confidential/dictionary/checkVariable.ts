import {adviseOnName} from "../../publication/index.ts";
import type {Band, Column, DictionaryVariable} from "./dictionary.ts";
import type {DictionaryError} from "./DictionaryError.ts";
import {meaningInQueries} from "./reservedNames.ts";

/** An error that points at what is checked. */
export type RefuseHere = (message: string) => DictionaryError;

/** Throws where there is no column of that name and one of the types. */
export type NeedsColumn = (name: string, types: readonly Column["type"][], refuse: RefuseHere) => void;

interface VariableContext {
  readonly needs: NeedsColumn;
  readonly variables: readonly DictionaryVariable[];
}

type Definition<Kind> = Extract<DictionaryVariable, {kind: Kind}>;

/** Checks that a variable is made of columns that can answer it, and that its categories are of different names. */
export function checkVariable(
  definition: DictionaryVariable,
  {needs, variables}: VariableContext,
  refuse: RefuseHere,
): void {
  if (["fate", "usable", "period"].includes(definition.name)) {
    throw refuse(`"${definition.name}" is a variable that every population of forms has. Give this one another name.`);
  }
  switch (definition.kind) {
    case "from":
      return needs(definition.from, ["code", "codes"], refuse);
    case "area":
    case "grouped":
      return needs(definition.from, ["code"], refuse);
    case "in-region":
      needs(definition.from, ["code"], refuse);
      return checkInRegion(definition, refuse);
    case "years":
      needs(definition.years.from, ["date"], refuse);
      needs(definition.years.to, ["date"], refuse);
      return checkYears(definition, refuse);
    case "any-of":
      definition.anyOf.columns.forEach((name) => needs(name, ["code"], refuse));
      return refuseTwice("column", definition.anyOf.columns, refuse);
    case "answered":
      return needs(definition.column, ["code", "codes", "date"], refuse);
    case "period":
      return needs(definition.of, ["date"], refuse);
    case "bands":
      return checkBands(definition, variables, refuse);
  }
}

function checkInRegion({inRegion: {inside, elsewhere}}: Definition<"in-region">, refuse: RefuseHere): void {
  refuseTwice("category", [inside, elsewhere], refuse);
  for (const name of [inside, elsewhere]) refuseReserved(name, refuse);
}

function checkYears({years: {from, to}, between: [least, most]}: Definition<"years">, refuse: RefuseHere): void {
  if (from === to) throw refuse(`from "${from}" to itself there are no years. Name two columns.`);
  if (least > most) throw refuse(`no years are between ${least} and ${most}. Write the smaller number first.`);
}

function checkBands(
  {of, groups}: Definition<"bands">,
  variables: readonly DictionaryVariable[],
  refuse: RefuseHere,
): void {
  const numbers = variables.filter((one) => one.kind === "years");
  const years = numbers.find(({name}) => name === of);
  if (!years) throw refuse(`there is no number "${of}". ${adviseOnName(of, numbers.map(({name}) => name))}`); // prettier-ignore
  refuseTwice("group", groups.map(({name}) => name), refuse); // prettier-ignore
  refuseTwice("label", groups.map(({label}) => label), refuse); // prettier-ignore
  for (const {name} of groups) refuseReserved(name, refuse);
  checkOrder(groups, refuse);
  checkReach(groups, years.between, refuse);
}

function checkOrder(groups: readonly Band[], refuse: RefuseHere): void {
  let above: number | undefined;
  for (const {name, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY} of groups) {
    if (from > to || (above !== undefined && from <= above)) {
      throw refuse(`group "${name}" overlaps the group before it. Give the groups in rising order.`);
    }
    if (above !== undefined && from > above + 1) {
      throw refuse(`between group "${name}" and the one before it years are left out. Begin it with ${above + 1}.`);
    }
    above = to;
  }
}

/** Who is of an age that the number allows and no group has would count as "not stated", and has stated it. */
function checkReach(groups: readonly Band[], [least, most]: readonly [number, number], refuse: RefuseHere): void {
  const {name: first, from = least} = groups[0] ?? {};
  if (from > least) throw refuse(`below group "${first}" years are left out. Begin it with ${least} or without from.`);
  const {name: last, to = most} = groups.at(-1) ?? {};
  if (to < most) throw refuse(`above group "${last}" years are left out. End it with ${most} or without to.`);
}

function refuseTwice(what: string, names: readonly string[], refuse: RefuseHere): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw refuse(`the ${what} "${twice}" stands here twice. Name each once.`);
}

function refuseReserved(name: string, refuse: RefuseHere): void {
  if (meaningInQueries(name) === undefined) return;
  throw refuse(`the name "${name}" has a meaning of its own in queries. Choose another.`);
}
