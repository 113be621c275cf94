import {nameRemedy, publicationFault, type SourcePosition} from "../../publication/index.ts";
import {describeFigure} from "../tidy/describeFigure.ts";
import {describeBaseNotes, describeExplanations} from "../tidy/describeNotes.ts";
import type {FigureData} from "../tidy/figureData.ts";
import {ChartError} from "./ChartError.ts";
import {charts, type Charts} from "./charts.ts";
import type {Canvas, Chart} from "./defineChart.ts";
import type {Geography} from "./geography.ts";
import {svgForPage} from "./parts/svg.ts";
import {svgForFile} from "./parts/svgFile.ts";

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
  /** What stands under the downloaded drawing, a sentence each: where it is from, and that it is synthetic. */
  readonly credits?: readonly string[];
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
  /** What intervals, tints and marks of the wide drawing mean, in sentences. */
  readonly explanations: readonly string[];
  /** The same of the narrow drawing, where it shows other shapes. */
  readonly narrowExplanations?: readonly string[];
  /** No cell is published: the figure's `otherwise` should stand in its place. */
  readonly isWhollyWithheld: boolean;
}

/** Draws a figure. Throws PublicationError, at the block, for an unknown chart, a faulty option or data of the wrong shape. */
export function drawFigure(data: FigureData, request: FigureRequest, known: Charts = charts): DrawnFigure {
  const {id, chart: name, position} = request;
  const chart = findChart(request, known);
  try {
    return draw(data, request, chart);
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    const what = `figure "${id}": chart ${name}: ${error.message}`;
    throw publicationFault(what, 'See "Figures" in docs/writing-a-report.md', position);
  }
}

function draw(data: FigureData, request: FigureRequest, chart: Chart): DrawnFigure {
  const {id, options, title, geography, credits = []} = request;
  const map = geography === undefined ? {} : {geography};
  const [wideCanvas, narrowCanvas]: readonly [Canvas, Canvas] = [
    {width: widths.wide, isNarrow: false, ...map},
    {width: widths.narrow, isNarrow: true, ...map},
  ];
  const wide = chart.draw(data, options, wideCanvas);
  const narrow = chart.draw(data, options, narrowCanvas);
  const description = [describeFigure(data, chart.spoken), ...chart.tells(data, options, wideCanvas)].join(" ");
  const bases = describeBaseNotes(data);
  const explanationsOn = (canvas: Canvas) => describeExplanations(data, chart.notes(data, options, canvas));
  const [explanations, narrowExplanations] = [explanationsOn(wideCanvas), explanationsOn(narrowCanvas)];
  return {
    wide: svgForPage(wide, {id: `${id}-wide`, title, description, className: "drawing-wide"}),
    narrow: svgForPage(narrow, {id: `${id}-narrow`, title, description, className: "drawing-narrow"}),
    file: svgForFile(wide, {
      id,
      title,
      description,
      over: data.subtitle,
      under: [...explanations, ...bases, ...credits],
    }),
    wideWidth: wide.width,
    description,
    bases,
    explanations,
    ...(explanations.join(" ") !== narrowExplanations.join(" ") && {narrowExplanations}),
    isWhollyWithheld: data.panels.every(({rows}) => rows.every(({cell}) => cell.status !== "published")),
  };
}

function findChart({id, chart, position}: FigureRequest, known: Charts): Chart {
  const found = Object.hasOwn(known, chart) ? known[chart] : undefined;
  if (found !== undefined) return found;
  const remedy = nameRemedy(chart, Object.keys(known));
  throw publicationFault(`figure "${id}" names the unknown chart "${chart}"`, remedy, position);
}
