import type {z} from "zod";
import {layoutFaults} from "../../publication/index.ts";
import type {FigureData} from "../figures/figureData.ts";
import type {Geography} from "./geography.ts";
import {ChartError} from "./ChartError.ts";
import type {Drawing} from "./parts/svg.ts";

/** What a chart is given: data, its own options, and the room there is. */
export interface ChartInput<Options> {
  readonly data: FigureData;
  readonly options: Options;
  readonly canvas: Canvas;
}

export interface Canvas {
  /** Width in px; the chart settles its height. */
  readonly width: number;
  /** For a phone: labels above their marks, panels one below the other. */
  readonly isNarrow: boolean;
  /** The map of the report's region, where it has one. */
  readonly geography?: Geography;
}

export interface ChartDefinition<Schema extends z.ZodType> {
  /** As written after `chart:`. */
  readonly name: string;
  readonly options: Schema;
  readonly draw: (input: ChartInput<z.output<Schema>>) => Drawing;
  /** What a reader must know to read the drawing, in sentences. */
  readonly notes?: (data: FigureData, options: z.output<Schema>) => readonly string[];
}

/** A kind of chart with its options checked: what the rest of the site sees of it. */
export interface Chart {
  readonly name: string;
  /** Throws ChartError for options or data that the chart cannot be drawn from. */
  readonly draw: (data: FigureData, options: unknown, canvas: Canvas) => Drawing;
  readonly notes: (data: FigureData, options: unknown) => readonly string[];
}

/** A kind of chart. Options that its schema refuses are reported by their names. */
export function defineChart<Schema extends z.ZodType>(definition: ChartDefinition<Schema>): Chart {
  const {name, options: schema, draw, notes} = definition;
  const read = (options: unknown): z.output<Schema> => {
    const result = schema.safeParse(options);
    if (result.success) return result.data;
    const faults = layoutFaults(result.error.issues, {schema, content: options});
    const wrong = faults.map(({unknownKey, path}) => unknownKey ?? path.join("."));
    throw new ChartError(name, wrong.join(", "), faults.map(({what, remedy}) => `${what}. ${remedy}`).join(". "));
  };
  return {
    name,
    draw: (data, options, canvas) => draw({data, options: read(options), canvas}),
    notes: (data, options) => notes?.(data, read(options)) ?? [],
  };
}
