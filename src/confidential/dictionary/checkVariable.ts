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
  readonly columns: readonly Column[];
  /** The column of the date that selects forms, where they have one. */
  readonly selects: string | undefined;
}

type Definition<Kind> = Extract<DictionaryVariable, {kind: Kind}>;

/** Checks that a variable is made of columns that can answer it, and that its categories are of different names. */
export function checkVariable(
  definition: DictionaryVariable,
  {needs, variables, columns, selects}: VariableContext,
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
    case "span":
      needs(definition.span.from, ["date"], refuse);
      needs(definition.span.to, ["date"], refuse);
      return checkSpan(definition, refuse);
    case "number":
      return needs(definition.column, ["number"], refuse);
    case "any-of":
      definition.anyOf.columns.forEach((name) => needs(name, ["code"], refuse));
      return refuseTwice("column", definition.anyOf.columns, refuse);
    case "answered":
      return needs(definition.column, ["code", "codes", "date"], refuse);
    case "period":
      needs(definition.of, ["date"], refuse);
      return checkPeriods(definition, selects, refuse);
    case "bands":
      return checkBands(definition, {variables, columns}, refuse);
  }
}

/** Forms that count have a period of the date that selects them, the latest months too. */
function checkPeriods({of, divided}: Definition<"period">, selects: string | undefined, refuse: RefuseHere): void {
  if (of !== selects || !("months-before" in divided) || divided["months-before"] === 0) return;
  throw refuse(`"${of}" selects forms, and those of its latest months would have no year. Name another date.`);
}

function checkInRegion({inRegion: {inside, elsewhere}}: Definition<"in-region">, refuse: RefuseHere): void {
  refuseTwice("category", [inside, elsewhere], refuse);
  for (const name of [inside, elsewhere]) refuseReserved(name, refuse);
}

function checkSpan({span, between: [least, most]}: Definition<"span">, refuse: RefuseHere): void {
  if (span.from === span.to) {
    throw refuse(`from "${span.from}" to itself there are no ${span.in}. Name two columns.`);
  }
  if (least > most) throw refuse(`no ${span.in} are between ${least} and ${most}. Write the smaller number first.`);
}

function checkBands(
  {of, groups}: Definition<"bands">,
  context: Pick<VariableContext, "variables" | "columns">,
  refuse: RefuseHere,
): void {
  const numbers = context.variables.filter(({kind}) => kind === "span" || kind === "number");
  const number = numbers.find(({name}) => name === of);
  if (!number) throw refuse(`there is no number "${of}". ${adviseOnName(of, numbers.map(({name}) => name))}`); // prettier-ignore
  refuseTwice("group", groups.map(({name}) => name), refuse); // prettier-ignore
  refuseTwice("label", groups.map(({label}) => label), refuse); // prettier-ignore
  for (const {name} of groups) refuseReserved(name, refuse);
  const scale = scaleOf(number, context.columns);
  checkOrder(groups, scale, refuse);
  if (scale.between !== undefined) checkReach(groups, {...scale, between: scale.between}, refuse);
}

/** How a number is counted: in which steps, called what, and from where to where, if that is known. */
interface Scale {
  readonly steps: string;
  readonly decimals: number;
  readonly between?: readonly [number, number] | undefined;
}

function scaleOf(number: DictionaryVariable, columns: readonly Column[]): Scale {
  if (number.kind === "span") return {steps: number.span.in, decimals: 0, between: number.between};
  const name = number.kind === "number" ? number.column : "";
  const column = columns.find((one) => one.type === "number" && one.name === name);
  if (column?.type !== "number") return {steps: "numbers", decimals: 0};
  return {steps: "numbers", decimals: column.decimals, between: [column.from, column.to]};
}

/** A number of steps as a dictionary writes it. */
function written(steps: number, {decimals}: Scale): string {
  return (steps / 10 ** decimals).toFixed(decimals);
}

function checkOrder(groups: readonly Band[], scale: Scale, refuse: RefuseHere): void {
  let above: number | undefined;
  for (const {name, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY} of groups) {
    if (from > to || (above !== undefined && from <= above)) {
      throw refuse(`group "${name}" overlaps the group before it. Give the groups in rising order.`);
    }
    if (above !== undefined && from > above + 1) {
      const next = written(above + 1, scale);
      throw refuse(`between group "${name}" and the one before it ${scale.steps} are left out. Begin it with ${next}.`);
    }
    above = to;
  }
}

/** Whoever has a number that may be and that no group has would count as "not stated", and has stated it. */
function checkReach(
  groups: readonly Band[],
  scale: Scale & {readonly between: readonly [number, number]},
  refuse: RefuseHere,
): void {
  const {
    steps,
    between: [least, most],
  } = scale;
  const [first, last] = [groups[0], groups.at(-1)];
  if (first !== undefined && (first.from ?? least) > least) {
    const begin = `Begin it with ${written(least, scale)} or without from.`;
    throw refuse(`below group "${first.name}" ${steps} are left out. ${begin}`);
  }
  if (last !== undefined && (last.to ?? most) < most) {
    const end = `End it with ${written(most, scale)} or without to.`;
    throw refuse(`above group "${last.name}" ${steps} are left out. ${end}`);
  }
}

function refuseTwice(what: string, names: readonly string[], refuse: RefuseHere): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw refuse(`the ${what} "${twice}" stands here twice. Name each once.`);
}

function refuseReserved(name: string, refuse: RefuseHere): void {
  if (meaningInQueries(name) === undefined) return;
  throw refuse(`the name "${name}" has a meaning of its own in queries. Choose another.`);
}
