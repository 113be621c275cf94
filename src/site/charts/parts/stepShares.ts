import {rowAt, type DimensionCategory, type FigureData} from "../../tidy/figureData.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import type {Cell} from "../../../release/index.ts";
import {formatCell} from "../../words/formatCell.ts";
import {ChartError} from "../ChartError.ts";

/** A step of a pathway: how many reached it, and which share of the step before they are. */
export interface PathwayStep {
  readonly label: string;
  readonly row: TidyRow;
  /** Absent of the first one. */
  readonly share?: StepShare;
}

export interface StepShare {
  /** The step that it is a share of. */
  readonly before: TidyRow;
  /** A share like any other: in whole percent, or with a mark where one of both counts is not published or the base is too small. */
  readonly cell: Cell;
  readonly text: string;
}

/**
 * The steps of a pathway in the order asked. Throws ChartError where they are not the counts of one population, each of
 * which is asked with all that the one before is asked with and more: then it is a part of it, whatever the records say.
 */
export function stepsOf(data: FigureData, order: readonly DimensionCategory[]): readonly PathwayStep[] {
  const [panel, another] = data.panels;
  const areItems = panel !== undefined && panel.query.by.length + panel.query.within.length === 0;
  if (!areItems || another !== undefined || panel.rows.some(({measure}) => measure !== "count"))
    throw new ChartError("show", "it draws counts of one population in one edition, each a single number. Ask these");
  const rows = order.flatMap(({name, label}) => {
    const row = rowAt(panel, [name]);
    return row ? [{label, row}] : [];
  });
  if (rows.length < 2) throw new ChartError("show", "a pathway has two steps or more. Ask the next one");
  return rows.map((step, at) => {
    const before = rows[at - 1];
    if (before === undefined) return step;
    if (!isPartOf(step.row, before.row))
      throw new ChartError(
        "show",
        `“${step.label}” is no part of “${before.label}”. Ask each step with all that the step before is asked with, and more`,
      );
    return {...step, share: shareOf(step.row, before.row, data)};
  });
}

/** Whether a cell is narrowed by all that another one is narrowed by, and by more. */
function isPartOf({at: own}: TidyRow, {at: whole}: TidyRow): boolean {
  const has = ({variable, category}: TidyRow["at"][number]): boolean =>
    own.some((one) => one.variable.name === variable.name && one.category.name === category.name);
  return own.length > whole.length && whole.every(has);
}

function shareOf({cell}: TidyRow, before: TidyRow, {mark, fewestOfShare}: FigureData): StepShare {
  const share = shareCell(cell, before.cell, fewestOfShare);
  return {before, cell: share, text: formatCell(share, {measure: "share", decimals: 0, mark}).text};
}

function shareCell(own: Cell, whole: Cell, fewest: number): Cell {
  if (whole.status !== "published") return whole;
  if (own.status !== "published") return own;
  const [count, of] = [own.value, whole.value];
  if (of === 0) return {status: "not-applicable"};
  return of < fewest ? {status: "unreliable", count, of} : {status: "published", value: (100 * count) / of, count, of};
}
