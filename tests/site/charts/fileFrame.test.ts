import {expect, test} from "vitest";
import {drawFigure} from "../../../src/site/charts/drawFigure.ts";
import {elements, textBoxes} from "../sample/readDrawing.ts";
import {figureData, geography, position} from "../sample/sampleFigure.ts";

test("no text of a file is cut where the font is a quarter wider than ours", () => {
  const show = ["share community sex=male within area-of-contact", "share community sex=male"];
  const {file} = drawFigure(figureData(show), {
    ...{id: "men", chart: "ranked-dots", options: {}, position, title: "A finding", geography},
  });
  const [left = NaN, , width = NaN] = (elements(file, "svg")[0]?.attributes.viewBox ?? "").split(" ").map(Number);
  const outside = textBoxes(file).filter((box) => {
    const wide = 1.2 * (box.right - box.left);
    const anchor = elements(file, "text").find(({inner}) => inner.includes(box.text))?.attributes["text-anchor"];
    return anchor === "end" && (box.right - wide < left || box.right > left + width);
  });
  expect(left).toBeLessThan(0);
  expect(outside).toEqual([]);
});

test("a file says what its marks and lines mean", () => {
  const {file} = drawFigure(figureData(["share prison by main-drug"]), {
    ...{id: "drugs", chart: "bars", options: {}, position, title: "A finding", geography},
  });
  expect(file).toContain("[c]: withheld to protect confidentiality.");
});
