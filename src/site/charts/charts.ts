import {bars} from "./bars.ts";
import {change} from "./change.ts";
import {concentration} from "./concentration.ts";
import {controlChart} from "./controlChart.ts";
import type {Chart} from "./defineChart.ts";
import {dots} from "./dots.ts";
import {funnel} from "./funnel.ts";
import {heatMap} from "./heatMap.ts";
import {hexMap} from "./hexMap.ts";
import {line} from "./line.ts";
import {pyramid} from "./pyramid.ts";
import {rankedDots} from "./rankedDots.ts";
import {stackedBar} from "./stackedBar.ts";
import {steps} from "./steps.ts";

/** Kinds of charts by the names that a report writes after `chart:`. */
export type Charts = Readonly<Record<string, Chart>>;

/** Every kind of chart that a report may name, in the order that the guide lists them. */
export const charts = {
  bars,
  dots,
  "stacked-bar": stackedBar,
  pyramid,
  "ranked-dots": rankedDots,
  funnel,
  "heat-map": heatMap,
  "hex-map": hexMap,
  line,
  control: controlChart,
  concentration,
  steps,
  change,
} satisfies Charts;
