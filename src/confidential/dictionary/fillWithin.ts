import {stated, type Category} from "../../publication/index.ts";
import {bandOf} from "./bandOf.ts";
import {notStatedCategory} from "./commonCategories.ts";
import {periodsInside} from "./periodVariable.ts";
import type {ModelledVariable, QuantitySource, VariableSource} from "./variableModel.ts";

type CodeSource = Extract<VariableSource, {kind: "code"}>;
type CodeVariable = ModelledVariable & {readonly source: CodeSource};

/**
 * Says of each category which category of every coarser variable it belongs to. One variable is coarser than another
 * when both read the same column and every category of the finer lies wholly in one of its own. Groups of a number
 * that leave none out are within its being stated, and months and quarters within quarters and years of the same date.
 */
export function fillWithin(variables: readonly ModelledVariable[]): readonly ModelledVariable[] {
  const coded = variables.filter(isCoded);
  return variables.map((finer) => {
    if (finer.source.kind === "bands") return bandsWithin(finer, variables);
    const parents = isCoded(finer)
      ? coded.flatMap((coarser) => parentsIn(finer, coarser))
      : periodsAround(finer, variables);
    if (parents.length === 0) return finer;
    const categories = finer.variable.categories.map((category) => placed(category, parents));
    return {...finer, variable: {...finer.variable, categories}};
  });
}

/** Months lie in quarters and years, and the quarters of a year in it, where they are of one date. */
function periodsAround(finer: ModelledVariable, variables: readonly ModelledVariable[]): readonly Parents[] {
  const {source} = finer;
  if (source.kind !== "period") return [];
  return variables.flatMap((coarser): readonly Parents[] => {
    if (coarser === finer || coarser.source.kind !== "period") return [];
    const ofCategory = periodsInside(source, coarser.source);
    if (ofCategory === undefined || periodsInside(coarser.source, source) !== undefined) return [];
    return [{variable: coarser.variable.name, ofCategory}];
  });
}

interface Parents {
  readonly variable: string;
  readonly ofCategory: ReadonlyMap<string, string>;
}

function isCoded(modelled: ModelledVariable): modelled is CodeVariable {
  return modelled.source.kind === "code";
}

function parentsIn(finer: CodeVariable, coarser: CodeVariable): readonly Parents[] {
  if (finer === coarser || finer.source.column !== coarser.source.column) return [];
  const ofCategory = mapping(finer.source, coarser.source);
  // Two variables that divide the codes alike are not one within the other.
  if (!ofCategory || mapping(coarser.source, finer.source)) return [];
  return [{variable: coarser.variable.name, ofCategory}];
}

/** Coarse category by fine category, or nothing where a fine category is spread over several. */
function mapping(fine: CodeSource, coarse: CodeSource): ReadonlyMap<string, string> | undefined {
  const found = new Map([[fine.blank, coarse.blank]]);
  for (const [row, name] of fine.categoryOfRow.entries()) {
    const parent = coarse.categoryOfRow[row] ?? coarse.blank;
    if ((found.get(name) ?? parent) !== parent) return undefined;
    found.set(name, parent);
  }
  return found;
}

function placed(category: Category, parents: readonly Parents[]): Category {
  const entries = parents.flatMap(({variable, ofCategory}) => {
    const parent = ofCategory.get(category.name);
    return parent === undefined ? [] : [[variable, parent] as const];
  });
  return {...category, within: Object.fromEntries(entries)};
}

function bandsWithin(bands: ModelledVariable, variables: readonly ModelledVariable[]): ModelledVariable {
  const {source, variable} = bands;
  if (source.kind !== "bands") return bands;
  const {of, groups} = source;
  const number = variables.find((other) => isQuantity(other.source) && isSame(other.source, of));
  const [least, most] = of.between;
  const isWhole = Array.from({length: most - least + 1}, (_, index) => least + index).every(
    (one) => bandOf(one, groups) !== notStatedCategory.name,
  );
  if (number === undefined || !isWhole) return bands;
  const categories = variable.categories.map((category) => {
    const within = category.name === notStatedCategory.name ? notStatedCategory.name : stated;
    return {...category, within: {[number.variable.name]: within}};
  });
  return {...bands, variable: {...variable, categories}};
}

function isQuantity(source: VariableSource): source is QuantitySource {
  return source.kind === "span" || source.kind === "number";
}

function isSame(one: QuantitySource, other: QuantitySource): boolean {
  if (one.between.join() !== other.between.join()) return false;
  if (one.kind === "number" || other.kind === "number") {
    return one.kind === "number" && other.kind === "number" && one.column === other.column;
  }
  return one.in === other.in && one.from === other.from && one.to === other.to;
}
