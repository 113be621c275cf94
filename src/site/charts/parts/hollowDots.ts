import type {FigureData} from "../../tidy/figureData.ts";
import {isStillProvisional} from "../../tidy/tidyRow.ts";

/** What hollow dots in a line over time mean, where it has any. */
export function hollowDots({panels}: FigureData): readonly string[] {
  return panels.some(({rows}) => rows.some(isStillProvisional)) ? ["Hollow dots are provisional."] : [];
}
