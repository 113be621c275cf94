import {stated, type Coordinates} from "../../../measures/index.ts";
import {bandsRead, type Category, type Population, type Reads, type Variable} from "../../../publication/index.ts";
import type {PrintedStatement} from "../addStatement.ts";
import type {ModelBuilder} from "../ModelBuilder.ts";
import type {Statement} from "../../tells/statement.ts";

/** What releases say of one population. */
interface Told {
  readonly population: Population;
  readonly statements: readonly PrintedStatement[];
}

type Quantile = Extract<Statement, {says: "quantile"}>;

/**
 * Reads quantiles as counts: one of p percent that is v cuts its number into those below v, at v and above it, of which
 * fewer than p percent are below and no more than the rest above. Each cut stands beside the population's variables as
 * one of them, read from the same number, so that it meets every band and every other cut.
 */
export function cutByQuantiles({population, statements}: Told, builder: ModelBuilder): Told {
  const cuts = new Map<string, Variable>();
  const read = statements.flatMap((printed): readonly PrintedStatement[] => {
    const {statement} = printed;
    if (statement.says !== "quantile") return [printed];
    const reads = population.variables.find(({name}) => name === statement.variable)?.reads;
    const cut = reads && cutAt(statement, reads);
    if (cut === undefined) {
      builder.leaveOut(
        `Quantiles of ${statement.variable} of ${population.name} were not used: the release does not say from what they are read.`,
      );
      return [];
    }
    cuts.set(cut.name, cut);
    return sidesOf(statement, cut.name).map((side) => ({...printed, statement: side}));
  });
  return {population: {...population, variables: [...population.variables, ...cuts.values()]}, statements: read};
}

const [below, above] = ["below", "above"];

function sidesOf({at, variable, percent}: Quantile, cut: string): readonly Statement[] {
  const base: Coordinates = {...at, [variable]: stated};
  return [
    {says: "at most", at: {...at, [cut]: below}, base, percent, isLess: true},
    {says: "at most", at: {...at, [cut]: above}, base, percent: 100 - percent, isLess: false},
  ];
}

/** Nothing where what it is read from is no number. */
function cutAt({variable, value}: Quantile, number: Reads): Variable | undefined {
  const reads = bandsRead(number, {[below]: [null, value - 1], at: [value, value], [above]: [value + 1, null]});
  if (reads === undefined) return undefined;
  const name = `${variable} cut at ${String(value)}`;
  const categories = [below, "at", above, "not-stated"].map(categoryNamed);
  return {name, label: name, kind: "category", categories, reads};
}

function categoryNamed(name: string): Category {
  return {name, code: "", label: name, text: name, role: name === "not-stated" ? "not-stated" : "value"};
}
