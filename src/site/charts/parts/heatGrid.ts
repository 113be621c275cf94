import {scale, type Scale} from "@observablehq/plot";
import {rowAt, type DimensionCategory, type FigureData, type Panel} from "../../tidy/figureData.ts";
import {printRow} from "../../tidy/printRow.ts";
import type {Canvas} from "../defineChart.ts";
import {plain, strong, widest} from "./labels.ts";
import {measureText} from "./measureText.ts";
import {widestLine, wrapText} from "./wrapText.ts";

const totalBar = 90;
/** Width in px under which a column cannot hold a value. */
export const leastColumn = 26;

/** How a heat map is divided, in px. */
export interface Grid {
  readonly panel: Panel;
  readonly rows: readonly DimensionCategory[];
  readonly columns: readonly DimensionCategory[];
  readonly hasTotals: boolean;
  readonly left: number;
  readonly cellWidth: number;
  /** Columns by their names, as bands. */
  readonly x: Scale;
  /** Right end of the columns. */
  readonly end: number;
  readonly widestValue: number;
  readonly width: number;
}

/** Divides the room there is; a table of many columns makes its drawing as wide as it needs, and the page lets it scroll. */
export function gridOf(data: FigureData, panel: Panel, {width: asked, isNarrow}: Canvas): Grid {
  const [first, second] = data.dimensions;
  const inner = (categories: readonly DimensionCategory[] | undefined) =>
    (categories ?? []).filter(({role}) => role !== "total");
  const rows = inner(first?.categories);
  const columns = inner(second?.categories);
  const hasTotals = second?.categories.some(({role}) => role === "total") ?? false;
  const labels = rows.flatMap(({label}) => wrapText(label, isNarrow ? asked * 0.3 : 220, plain));
  const left = widestLine(labels, plain) + 10;
  const texts = columns
    .flatMap(({name}) => rows.map((row) => rowAt(panel, [row.name, name])))
    .flatMap((row) => (row ? [printRow(row, data.mark).text] : []));
  const widestValue = widest(texts, plain);
  const total = isNarrow ? widest(["All: 00,000"], strong) + 10 : totalBar + widest(["00,000"], plain) + 14;
  const right = Math.max(hasTotals ? total : 4, overhang(columns));
  const available = (asked - left - right) / Math.max(1, columns.length);
  const cellWidth = isNarrow ? available : Math.min(64, Math.max(available, leastColumn, widestValue + 6));
  const end = left + columns.length * cellWidth;
  const domain = columns.map(({name}) => name);
  return {
    panel,
    rows,
    columns,
    hasTotals,
    left,
    cellWidth,
    x: scale({x: {type: "band", domain, range: [left, end], padding: 0, round: false}}),
    end,
    widestValue,
    width: Math.max(isNarrow ? 0 : asked, end + right),
  };
}

/** How far a column's name may reach beyond the last column, in px, where the columns are as narrow as they get. */
function overhang(columns: readonly DimensionCategory[]): number {
  const beyond = columns.map(
    ({label}, index) => measureText(label, plain) - (columns.length - index - 0.5) * leastColumn,
  );
  return Math.max(0, ...beyond);
}
