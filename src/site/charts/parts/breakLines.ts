import {ruleX} from "@observablehq/plot";
import {rowAt, type DimensionCategory, type FigureData} from "../../tidy/figureData.ts";
import {marksBeside} from "../../words/marks.ts";
import {labels, strong} from "./labels.ts";
import type {LineFrame} from "./lineFrame.ts";
import type {Layer} from "./plotFigure.ts";
import {ink} from "./svg.ts";

/** A day from which something is counted otherwise, and the first time drawn that is. */
interface DrawnBreak {
  readonly from: string;
  readonly index: number;
}

/** The breaks between the times of a figure: none before the first, because nothing stands there that it could be read with. */
export function breaksAmong({panels}: FigureData, times: readonly DimensionCategory[]): readonly DrawnBreak[] {
  const found = times.flatMap(({name}, index) => {
    const caveats = panels.flatMap((panel) => rowAt(panel, [name])?.caveats ?? []);
    return caveats.flatMap(({kind, from}) => (kind === "break" && from !== undefined ? [{from, index}] : []));
  });
  const firsts = [...Map.groupBy(found, ({from}) => from).values()].flatMap(([first]) => first ?? []);
  return firsts.filter(({index}) => index > 0);
}

/** An upright line with its mark at each break: at its day on a scale of time, and half-way between two names. */
export function breakLines(
  breaks: readonly DrawnBreak[],
  times: readonly DimensionCategory[],
  {x, at, isTimed, y, foot}: LineFrame,
): readonly Layer[] {
  const placeOf = (index: number): number => Number(x.apply(at(times[index]?.name ?? "")));
  const [mark] = marksBeside([{kind: "break", because: ""}]);
  const marked = breaks.map(({from, index}) => ({
    x: isTimed ? new Date(`${from}T00:00:00Z`) : (placeOf(index - 1) + placeOf(index)) / 2,
    y: 10,
    text: mark?.text ?? "",
  }));
  const ends = {y1: y.range[1] - 8, y2: foot, stroke: ink("rule"), strokeDasharray: "6 3"};
  return [
    {...(isTimed && {x}), marks: [ruleX(marked, {x: "x", ...ends}), labels(marked, {style: strong, anchor: "middle"})]},
  ];
}
