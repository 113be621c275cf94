import type {Scale, ScaleOptions} from "@observablehq/plot";
import type {ShapeClaim} from "./claim.ts";
import {number} from "./svg.ts";

/** The scale that each channel is drawn on; words and marks are on none. */
const scaleOf = {
  x: "x",
  y: "y",
  "x-interval": "x",
  "x-base": "x",
  "x-time": "x",
  "x-made": "x",
  "y-made": "y",
  "x-made-interval": "x",
  "x-tick": "x",
  "y-tick": "y",
  "x-begin": "x",
  "y-begin": "y",
  fill: "color",
  key: "color",
  text: undefined,
  mark: undefined,
  "made-number": undefined,
  "made-mark": undefined,
  "made-word": undefined,
  limit: undefined,
  "limit-number": undefined,
} as const satisfies Readonly<Record<ShapeClaim["channels"][number], Axis | undefined>>;

type Axis = "x" | "y" | "color";

/** The scale that a plot drew with. */
type ScaleAt = (axis: Axis) => Scale | ScaleOptions | undefined;

/**
 * The scales of a drawing, each named by its number. Written as they are read: what they scale, their kind, the domain
 * and, behind a bar, the range in px or colours: `x linear 0 62 | 103.5 600`.
 */
export class NamedScales {
  readonly all: string[] = [];

  /** Names a scale that something is drawn on; px are none. */
  add(axis: Axis, scale: Scale | undefined): void {
    if (scale !== undefined && scale.type !== "identity") this.#number(axis, scale);
  }

  /** The attributes by which a shape says what it shows. Throws for a claim on a scale that its plot does not have. */
  describe(stated: string, scaleAt: ScaleAt): Readonly<Record<string, string>> {
    const {channels, cells, formula} = JSON.parse(stated) as ShapeClaim;
    const axes = channels.includes("limit") ? (["x", "y"] as const) : channels.map((channel) => scaleOf[channel]);
    const numbers = axes.flatMap((axis) => (axis === undefined ? [] : [this.#number(axis, scaleAt(axis))]));
    return {
      "data-channel": channels.join(" "),
      ...(numbers.length > 0 && {"data-scale": numbers.join(" ")}),
      ...(cells.length > 0 && {"data-cell": cells.join("; ")}),
      ...(formula !== undefined && {"data-formula": formula}),
    };
  }

  #number(axis: Axis, scale: ScaleOptions | undefined): string {
    if (scale === undefined || scale.type === "identity")
      throw new Error(`a shape shows something on no scale of ${axis}`);
    const {type, domain, range} = scale;
    const text = [axis, type, ...listOf(domain), "|", ...listOf(range)].join(" ");
    if (!this.all.includes(text)) this.all.push(text);
    return String(this.all.indexOf(text));
  }
}

function listOf(values: Iterable<unknown> | undefined): readonly string[] {
  return [...(values ?? [])].map((value) => wordOf(value));
}

/** Numbers as the drawing writes them, days as `2014-02-14`. */
function wordOf(value: unknown): string {
  if (typeof value === "number") return number(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : tokenOf(String(value));
}

/** `amount-3` for the colour `var(--figure-amount-3, #6BACE6)`. */
function tokenOf(value: string): string {
  return /^var\(--figure-([\w-]+),/.exec(value)?.[1] ?? value;
}
