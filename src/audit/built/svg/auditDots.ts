import type {PageElement} from "../html/parsePage.ts";
import type {ShownFigure} from "../scope.ts";
import type {ShapeFault} from "./auditBars.ts";
import {benchmarkRows, publishedValues, scaledValues, seriesOf, drawnRows} from "./drawnRows.ts";
import {colourName, hasClass, pixelTolerance, px, scaleThrough, shapesOf, unmatched, type Scale} from "./Shapes.ts";

/** The line that some dots stand on: from where to where it runs, in px. */
interface Track {
  readonly from: number;
  readonly to: number;
  readonly dots: PageElement[];
}

/** Two dots on nearly one value are drawn this far above and below their line, in px. */
const apart = 4.5;

/**
 * Compares the dots of a drawing with the released values: the dots of one track are those of one series, or of all,
 * each dot at the place of one published value; the scale goes no further than a round step beyond what is published.
 */
export function auditDots(svg: PageElement, figure: ShownFigure): readonly ShapeFault[] {
  const dots = shapesOf(svg, "circle").filter((circle) => hasClass(circle, "dot"));
  const tracks = tracksOf(svg, dots);
  const legend = dots.filter((dot) => !tracks.some((track) => track.dots.includes(dot)));
  const series = seriesOf(figure);
  const surplus = legend.length > series.length ? legend : [];
  return [
    ...surplus.map((shape) => ({shape, what: "a dot stands on no line and is none of the legend"})),
    ...tracks.flatMap((track) => auditTrack(track, {svg, figure})),
  ];
}

function auditTrack(track: Track, {svg, figure}: {svg: PageElement; figure: ShownFigure}): readonly ShapeFault[] {
  const positions = track.dots.map((dot) => px(dot, "cx"));
  const candidates = [drawnRows(figure), ...seriesOf(figure)].map(publishedValues);
  const scales = candidates
    .filter((values) => values.length === positions.length)
    .flatMap((values) => {
      const scale = scaleThrough(values, positions);
      return scale === undefined ? [] : [{scale, wrong: unmatched(positions, values, scale)}];
    });
  const fitting = scales.find(({wrong}) => wrong.length === 0);
  if (fitting !== undefined)
    return [
      ...auditReach(track, fitting.scale, figure),
      ...auditIntervals(svg, {track, scale: fitting.scale, figure}),
      ...auditBenchmarks(svg, {track, scale: fitting.scale, figure}),
    ];
  // Values that are all alike fix no scale; dots that are all in one place are then right.
  const isAlike = candidates.some((values) => values.length === positions.length && new Set(values).size < 2);
  if (isAlike && new Set(positions).size < 2) return [];
  return wrongDots(track, candidates).map((shape) => ({
    shape,
    what: "a dot stands where no released value of this figure is",
  }));
}

/** The dots that fit no value under the scale that fits most of them; all of them where none fits. */
function wrongDots({from, to, dots}: Track, candidates: readonly (readonly number[])[]): readonly PageElement[] {
  const positions = dots.map((dot) => px(dot, "cx"));
  const scales = candidates.flatMap((values) => {
    const through = scaleThrough(values, positions);
    const fromNought = scaleThrough([0, Math.max(...values)], [from, to]);
    return [through, fromNought]
      .filter((scale) => scale !== undefined)
      .map((scale) => unmatched(positions, values, scale));
  });
  const fewest = scales.toSorted((a, b) => a.length - b.length)[0] ?? positions;
  return dots.filter((_, index) => fewest.includes(positions[index] ?? NaN));
}

/** A scale that runs on far beyond the largest published value tells how large a withheld one is. */
function auditReach({to, dots}: Track, {start, perUnit}: Scale, figure: ShownFigure): readonly ShapeFault[] {
  const published = scaledValues(figure);
  const [low, high] = [Math.min(0, ...published), Math.max(...published)];
  const spread = high - Math.min(...published) || Math.abs(high) || 1;
  const reach = (to - start) / perUnit;
  const roundStep = 10 ** Math.floor(Math.log10(spread / 2)) * 5;
  const [shape] = dots;
  if (shape === undefined || reach <= high + 0.05 * spread + roundStep + Math.abs(low) * 1e-9) return [];
  return [{shape, what: "the scale runs on beyond the next round value above the largest published one"}];
}

/** Lines through dots run from and to released bounds, or lead to a dot from nought or from another dot. */
function auditIntervals(
  svg: PageElement,
  {track, scale, figure}: {track: Track; scale: Scale; figure: ShownFigure},
): readonly ShapeFault[] {
  const ends = [...scaledValues(figure).map((value) => scale.start + scale.perUnit * value), track.from];
  const tolerance = pixelTolerance + errorOfScale(track);
  const isEnd = (x: number): boolean => ends.some((end) => Math.abs(end - x) <= tolerance);
  return shapesOf(svg, "line")
    .filter((line) => px(line, "y1") === px(line, "y2") && px(line, "stroke-width") === 2)
    .filter((line) => px(line, "x1") >= track.from - 1 && px(line, "x2") <= track.to + 1)
    .filter((line) => !isEnd(px(line, "x1")) || !isEnd(px(line, "x2")))
    .map((shape) => ({shape, what: "a line ends where no released value or bound of this figure is"}));
}

/** Upright lines to compare with stand at a single number that the figure shows beside its table. */
function auditBenchmarks(
  svg: PageElement,
  {track, scale, figure}: {track: Track; scale: Scale; figure: ShownFigure},
): readonly ShapeFault[] {
  const places = publishedValues(benchmarkRows(figure)).map((value) => scale.start + scale.perUnit * value);
  const tolerance = pixelTolerance + errorOfScale(track);
  return shapesOf(svg, "line")
    .filter((line) => px(line, "y1") !== px(line, "y2") && px(line, "stroke-width") === 2)
    .filter((line) => px(line, "x1") >= track.from - 1 && px(line, "x1") <= track.to + 1)
    .filter((line) => !places.some((place) => Math.abs(place - px(line, "x1")) <= tolerance))
    .map((shape) => ({shape, what: "a line to compare with stands where no released value of this figure is"}));
}

/** Places are written to a hundredth of a px: a scale through dots that stand close together is so much out far from them. */
function errorOfScale({from, to, dots}: Track): number {
  const positions = dots.map((dot) => px(dot, "cx"));
  return (0.01 * (to - from)) / (Math.max(...positions) - Math.min(...positions));
}

/** Dots by the horizontal line that they stand on; lines of the same extent are one track. */
function tracksOf(svg: PageElement, dots: readonly PageElement[]): readonly Track[] {
  const lines = shapesOf(svg, "line").filter(
    (line) => px(line, "y1") === px(line, "y2") && ["grid", "#DDDFE2"].includes(colourName(line, "stroke")),
  );
  const tracks = new Map<string, Track>();
  for (const dot of dots) {
    const line = lines.find((candidate) => standsOn(dot, candidate));
    if (line === undefined) continue;
    const [from, to] = [px(line, "x1"), px(line, "x2")];
    const track = tracks.get(`${String(from)} ${String(to)}`) ?? {from, to, dots: []};
    track.dots.push(dot);
    tracks.set(`${String(from)} ${String(to)}`, track);
  }
  return [...tracks.values()];
}

function standsOn(dot: PageElement, line: PageElement): boolean {
  const isAcross = px(dot, "cx") >= px(line, "x1") - 0.5 && px(dot, "cx") <= px(line, "x2") + 0.5;
  return isAcross && Math.abs(px(dot, "cy") - px(line, "y1")) <= apart;
}
