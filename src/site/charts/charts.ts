import {bars} from "./bars.ts";
import type {Chart} from "./defineChart.ts";
import {dots} from "./dots.ts";
import {heatMap} from "./heatMap.ts";
import {hexMap} from "./hexMap.ts";
import {line} from "./line.ts";
import {pyramid} from "./pyramid.ts";
import {rankedDots} from "./rankedDots.ts";
import {stackedBar} from "./stackedBar.ts";

/** Every kind of chart that a report may name, in the order that the guide lists them. */
export const charts: readonly Chart[] = [bars, dots, stackedBar, pyramid, rankedDots, heatMap, hexMap, line];
