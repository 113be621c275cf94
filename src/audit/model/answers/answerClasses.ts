import {readQuantity, type Reads} from "../../../publication/index.ts";
import {
  answersOfColumn,
  answersOfForm,
  answersOfMonths,
  answersOfNumber,
  notStated,
  sourcesOf,
  type Sayings,
} from "./answersTo.ts";

/** Answers that no variable tells apart, as one class. */
export interface AnswerClass {
  /** The category that each variable puts it in, in the order of the variables. */
  readonly categories: readonly string[];
  /** Least and most that each number can be in it, by the number's key; none where there is none. */
  readonly numbers: ReadonlyMap<string, readonly [number, number]>;
}

/** Most classes that some columns may be cut into. */
export const mostClasses = 4000;

/** A class of answers to some of the sources so far. */
interface Partial {
  /** What each variable says so far; none where it reads other sources. */
  readonly said: readonly (string | undefined)[];
  readonly numbers: ReadonlyMap<string, readonly [number, number]>;
}

const nothing: Partial = {said: [], numbers: new Map()};

/**
 * Cuts the answers to all columns that some variables read into classes that none of them tells apart: one class for
 * each combination of their categories that can be. Nothing where there would be too many.
 */
export function answerClasses(variables: readonly Reads[]): readonly AnswerClass[] | undefined {
  const sources = [...new Set(variables.flatMap(sourcesOf))];
  let classes: readonly Partial[] = [nothing];
  for (const source of sources) {
    const answers = distinct(answersTo(source, variables));
    if (classes.length * answers.length > mostClasses * 50) return undefined;
    classes = distinct(classes.flatMap((one) => answers.flatMap((answer) => join(one, answer, variables) ?? [])));
    if (classes.length > mostClasses) return undefined;
  }
  return distinctClasses(classes.filter((one) => canBe(one, variables)));
}

/** Every answer of one source, told apart as far as the variables do. */
function answersTo(source: string, variables: readonly Reads[]): readonly Partial[] {
  const reading = variables
    .map((reads, index) => ({reads, index}))
    .filter(({reads}) => sourcesOf(reads).includes(source));
  const readings = reading.map(({reads}) => reads);
  const place = (said: readonly string[], numbers?: number): Partial => ({
    said: variables.map((_, index) => said[reading.findIndex((one) => one.index === index)]),
    numbers: new Map(numbers === undefined ? [] : [[source, [numbers, numbers]]]),
  });
  const kind = readings[0]?.as;
  if (kind === "form") return answersOfForm(readings).flatMap((one) => combinations(one).map((said) => place(said)));
  if (kind === "period")
    return answersOfMonths(readings).flatMap((one) => combinations(one).map((said) => place(said)));
  if (readings[0] !== undefined && readQuantity(readings[0]) !== undefined) {
    const {answers, numbers} = answersOfNumber(readings);
    return answers.flatMap((one, index) => combinations(one).map((said) => place(said, numbers[index])));
  }
  return answersOfColumn(source, readings).flatMap((one) => combinations(one).map((said) => place(said)));
}

function combinations(sayings: Sayings): readonly (readonly string[])[] {
  return sayings.reduce<readonly (readonly string[])[]>(
    (all, says) => all.flatMap((one) => says.map((category) => [...one, category])),
    [[]],
  );
}

/** Two answers of one form. A question about any of several columns is answered by the strongest: yes, no, nothing. */
function join(one: Partial, other: Partial, variables: readonly Reads[]): Partial {
  const said = variables.map(({as}, index) => {
    const [a, b] = [one.said[index], other.said[index]];
    return as === "any-of" && a !== undefined && b !== undefined ? strongest(a, b) : (a ?? b);
  });
  return {said, numbers: new Map([...one.numbers, ...other.numbers])};
}

function strongest(a: string, b: string): string {
  return ["yes", "no"].find((answer) => a === answer || b === answer) ?? notStated;
}

/** Without one of its two dates there is no time between them, and without its date no month. */
function canBe({said, numbers}: Partial, variables: readonly Reads[]): boolean {
  return variables.every((reads, index) => {
    if (reads.as !== "answered" || reads.list !== undefined || said[index] === "yes") return true;
    return variables.every((other, at) => {
      if (other.as === "period") return other.column !== reads.column || said[at] === notStated;
      const quantity = readQuantity(other);
      return quantity?.columns.includes(reads.column) !== true || !numbers.has(quantity.key);
    });
  });
}

/** Classes that differ in what is said, or in whether there is a number. */
function distinct(classes: readonly Partial[]): readonly Partial[] {
  const key = ({said, numbers}: Partial): string =>
    JSON.stringify([said.map((one) => one ?? null), [...numbers.keys()]]);
  return [...Map.groupBy(classes, key).values()].map(merge);
}

function merge(alike: readonly Partial[]): Partial {
  const [first = nothing] = alike;
  const numbers = new Map<string, readonly [number, number]>();
  for (const one of alike) {
    for (const [key, [least, most]] of one.numbers) {
      const [from, to] = numbers.get(key) ?? [least, most];
      numbers.set(key, [Math.min(from, least), Math.max(to, most)]);
    }
  }
  return {said: first.said, numbers};
}

function distinctClasses(classes: readonly Partial[]): readonly AnswerClass[] {
  const groups = Map.groupBy(classes, ({said}) => said.join("\n"));
  return [...groups.values()].map((alike) => {
    const {said, numbers} = merge(alike);
    return {categories: said.map((one) => one ?? notStated), numbers};
  });
}
