import {describe, expect, test} from "vitest";
import {sampleCharts} from "../../site/sample/sampleCharts.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

describe.each(sampleCharts)("$name", (asked) => {
  const figure = shownFigure(asked.show);
  const drawing = drawn(asked);

  test.each(["wide", "narrow"] as const)("as it is drawn, nothing is found in the %s drawing", (size) => {
    expect(found(drawing[size], figure)).toEqual([]);
  });
});
