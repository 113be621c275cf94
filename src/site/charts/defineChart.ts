import {z} from "zod";
import {layoutFaults, nameRemedy} from "../../publication/index.ts";
import type {DimensionCategory, FigureData} from "../tidy/figureData.ts";
import type {Geography} from "./geography.ts";
import {ChartError} from "./ChartError.ts";
import {drawPanels} from "./parts/drawPanels.ts";
import {orderCategories, sortOption} from "./parts/orderCategories.ts";
import type {ChartDrawing, Drawing, Omission} from "./parts/svg.ts";

/** What a chart is given: data, its own options, and the room there is. */
export interface ChartInput<Options = unknown> {
  readonly data: FigureData;
  readonly options: Options;
  readonly canvas: Canvas;
  /** What the scales have to hold: the data of all panels where one of several is drawn, and otherwise its own. */
  readonly scaled: FigureData;
  /** The categories of the first variable in the order drawn: the only one that a chart may draw them in. */
  readonly order: readonly DimensionCategory[];
}

export interface Canvas {
  /** Width in px; the chart settles its height. */
  readonly width: number;
  /** For a phone: labels above their marks, panels one below the other. */
  readonly isNarrow: boolean;
  /** One panel of several: its series are named above all of them. */
  readonly isPanel?: boolean;
  /** The map of the report's region, where it has one. */
  readonly geography?: Geography;
}

/** One option of a chart. */
export interface ChartOption {
  /** Optional or with a default: a figure need not give it. */
  readonly schema: z.ZodType;
  /** What it does, for the guide: "`ordered` for categories with an order of their own". */
  readonly says: string;
}

export type ChartOptions = Readonly<Record<string, ChartOption>>;

/** The values of some options. */
export type OptionValues<Options extends ChartOptions> = {
  readonly [Name in keyof Options]: z.output<Options[Name]["schema"]>;
};

/** A kind of chart. Every part is required: what a chart has nothing of, it says. */
export interface ChartDefinition<Options extends ChartOptions> {
  /** The kind as a listener knows it, at the head of every text alternative: "Bar chart". */
  readonly spoken: string;
  /** What it draws, for the guide: "one variable, any number of populations side by side". */
  readonly draws: string;
  /** Over how many variables the query may spread. */
  readonly variables: readonly number[];
  /** What stands in the order of values where the figure asks for it by `sort`. */
  readonly ranks: "categories" | "nothing";
  /** Whether its shapes show numbers below nought; a figure with one is refused where they do not. */
  readonly belowNought: "drawn" | "refused";
  /** Whether the figure may ask for one small drawing for each category of a second variable by `panels`. */
  readonly repeats: "panels" | "nothing";
  readonly options: Options;
  /** Draws from printed values alone; every shape that shows a cell says so. Throws ChartError. */
  readonly draw: (input: ChartInput<OptionValues<Options>>) => Drawing;
  /** Which cells of its figure it has no shape, number or mark for on this canvas; the audit looks for all others. */
  readonly leavesOut: (input: ChartInput<OptionValues<Options>>) => readonly Omission[];
  /** What the drawing shows besides numbers, in sentences for who does not see it: which points lie beyond the limits. */
  readonly tells: (input: ChartInput<OptionValues<Options>>) => readonly string[];
  /** What a reader must know to read the drawing on this canvas, in sentences. */
  readonly notes: (input: ChartInput<OptionValues<Options>>) => readonly string[];
}

/** A kind of chart with its options checked: what the rest of the site sees of it. */
export interface Chart {
  readonly spoken: string;
  readonly draws: string;
  /** Every option with what it does, in the order that the guide lists them. */
  readonly options: readonly {readonly name: string; readonly says: string}[];
  /** Throws ChartError for options or data that the chart cannot be drawn from. */
  readonly draw: (data: FigureData, options: unknown, canvas: Canvas) => ChartDrawing;
  readonly tells: (data: FigureData, options: unknown, canvas: Canvas) => readonly string[];
  readonly notes: (data: FigureData, options: unknown, canvas: Canvas) => readonly string[];
}

const sort = {schema: sortOption, says: "`value` for the order of values, where every value ranked is published"};
const panels = {
  schema: z.string().optional(),
  says: "the variable for each of whose categories a small chart is drawn, all on the same scales; the query spreads over it too",
};

/** A kind of chart. Options that it does not have or that are faulty are reported by their names. */
export function defineChart<const Options extends ChartOptions>(definition: ChartDefinition<Options>): Chart {
  const {spoken, draws, ranks, repeats, draw, leavesOut, tells, notes} = definition;
  const all: ChartOptions = {
    ...(ranks === "categories" && {sort}),
    ...definition.options,
    ...(repeats === "panels" && {panels}),
  };
  const schema = z.strictObject(Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one.schema])));
  const read = (data: FigureData, content: unknown): ReadOptions => {
    const options = readOptions(schema, content);
    requireVariables(data, definition, options);
    if (definition.belowNought === "refused") refuseBelowNought(data);
    return options;
  };
  const inputOf = (data: FigureData, options: ReadOptions, rest: InputFrame): ChartInput<OptionValues<Options>> => {
    const order = orderCategories(data, ranks === "categories" ? sortOption.parse(options.sort) : "published");
    // The schema is made of the schemas of these very options.
    return {data, options: options as OptionValues<Options>, order, ...rest};
  };
  const drawWhole = (data: FigureData, options: ReadOptions, canvas: Canvas): ChartDrawing => {
    const {panels: variable} = options;
    const whole = inputOf(data, options, {canvas, scaled: data});
    const omissions = [...new Set([...leavesOut(whole), ...data.omitted.flatMap(({roles}) => roles)])];
    if (typeof variable !== "string") return {...draw(whole), leavesOut: omissions};
    const drawOne = (slice: FigureData, width: number): Drawing =>
      draw(inputOf(slice, options, {canvas: {...canvas, width, isNarrow: true, isPanel: true}, scaled: data}));
    const drawing = drawPanels({data, variable, leavesOut: omissions, width: canvas.width, draw: drawOne});
    return {...drawing, leavesOut: omissions};
  };
  return {
    spoken,
    draws,
    options: Object.entries(all).map(([name, {says}]) => ({name, says})),
    draw: (data, content, canvas) => drawWhole(data, read(data, content), canvas),
    tells: (data, content, canvas) => tells(inputOf(data, read(data, content), {canvas, scaled: data})),
    notes: (data, content, canvas) => notes(inputOf(data, read(data, content), {canvas, scaled: data})),
  };
}

/** Lengths, tints and parts of a whole show no number below nought. */
function refuseBelowNought({rows, benchmarks}: FigureData): void {
  const shown = [...rows, ...benchmarks.map(({row}) => row)];
  const isBelow = shown.some(({cell}) => cell.status === "published" && cell.value < 0);
  if (!isBelow) return;
  throw new ChartError("", "a number lies below nought, which this chart cannot show. Draw bars, dots or a line");
}

type ReadOptions = Readonly<Record<string, unknown>>;
type InputFrame = Pick<ChartInput, "canvas" | "scaled">;

function readOptions(schema: z.ZodObject, content: unknown): ReadOptions {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const faults = layoutFaults(result.error.issues, {schema, content});
  const wrong = faults.map(({unknownKey, path}) => unknownKey ?? path.join("."));
  throw new ChartError(wrong.join(", "), faults.map(({what, remedy}) => `${what}. ${remedy}`).join(". "));
}

interface Allowed {
  readonly variables: readonly number[];
  readonly repeats: "panels" | "nothing";
}

function requireVariables({dimensions}: FigureData, {variables, repeats}: Allowed, options: ReadOptions): void {
  const {panels: asked, sort: order} = options;
  const names = dimensions.map(({name}) => name);
  if (typeof asked === "string" && !names.includes(asked))
    throw new ChartError("panels", `the query does not spread over ${asked}. ${nameRemedy(asked, names)}`);
  if (order === "value" && asked !== undefined)
    throw new ChartError("sort", "panels are read across, so that all have one order: leave sort out");
  if (order === "value" && dimensions[0]?.isOrdered === true)
    throw new ChartError("sort", "bands have an order of their own and are never sorted by value: leave sort out");
  const spent = asked === undefined ? 0 : 1;
  if (variables.includes(dimensions.length - spent)) return;
  const [found, wanted] = [String(dimensions.length), variables.map((count) => String(count + spent)).join(" or ")];
  const isRepeatable = repeats === "panels" && spent === 0 && variables.includes(dimensions.length - 1);
  const remedy = isRepeatable ? `. Name one of them after panels, for a small chart of each of its categories` : "";
  throw new ChartError("", `the query spreads over ${found} variables and this chart draws ${wanted}${remedy}`);
}
