import {nameRemedy, publicationFault, type SourcePosition} from "../../publication/index.ts";
import {describeFigure} from "../figures/describeFigure.ts";
import {describeBaseNotes, describeExplanations} from "../figures/describeNotes.ts";
import type {FigureData} from "../figures/figureData.ts";
import {ChartError} from "./ChartError.ts";
import {charts} from "./charts.ts";
import type {Chart} from "./defineChart.ts";
import type {Geography} from "./geography.ts";
import {svgForFile, svgForPage} from "./parts/svg.ts";

/** Widths in px that every figure is drawn at. Shown no smaller than 0.9 of them, text stays above 12 px. */
export const widths = {wide: 720, narrow: 320} as const;

/** What is needed of a figure block, and what its text has been set to. */
export interface FigureRequest {
  readonly id: string;
  readonly chart: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: SourcePosition;
  /** The finding, as plain text: the title of the downloaded drawing. */
  readonly title: string;
  readonly geography?: Geography;
}

/** A figure drawn for wide and narrow pages and as a file, with its words. */
export interface DrawnFigure {
  readonly wide: string;
  readonly narrow: string;
  /** The whole text of an SVG file. */
  readonly file: string;
  /** Width in px of the wide drawing: more than {@link widths} for a table of many columns. */
  readonly wideWidth: number;
  /** Text alternative of all three. */
  readonly description: string;
  /** The base of every population with its number and how many are not stated, in sentences. */
  readonly bases: readonly string[];
  /** What intervals, tints and marks mean, in sentences. */
  readonly explanations: readonly string[];
  /** No cell is published: the figure's `otherwise` should stand in its place. */
  readonly isWhollyWithheld: boolean;
}

/** Draws a figure. Throws PublicationError, at the block, for an unknown chart, a faulty option or data of the wrong shape. */
export function drawFigure(data: FigureData, request: FigureRequest): DrawnFigure {
  const {id, options, title, position, geography} = request;
  const chart = findChart(request);
  const map = geography === undefined ? {} : {geography};
  try {
    const wide = chart.draw(data, options, {width: widths.wide, isNarrow: false, ...map});
    const narrow = chart.draw(data, options, {width: widths.narrow, isNarrow: true, ...map});
    const description = describeFigure(data, chart.name);
    return {
      wide: svgForPage(wide, {id: `${id}-wide`, title, description, className: "drawing-wide"}),
      narrow: svgForPage(narrow, {id: `${id}-narrow`, title, description, className: "drawing-narrow"}),
      file: svgForFile(wide, {id, title, description}),
      wideWidth: wide.width,
      description,
      bases: describeBaseNotes(data),
      explanations: describeExplanations(data, chart.notes(data, options)),
      isWhollyWithheld: data.rows.every(({cell}) => cell.status !== "published"),
    };
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    throw publicationFault(`figure "${id}": ${error.message}`, 'See "Figures" in docs/writing-a-report.md', position);
  }
}

function findChart({id, chart, position}: FigureRequest): Chart {
  const found = charts.find(({name}) => name === chart);
  if (found !== undefined) return found;
  const names = charts.map(({name}) => name);
  throw publicationFault(`figure "${id}" names the unknown chart "${chart}"`, nameRemedy(chart, names), position);
}
