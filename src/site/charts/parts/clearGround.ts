import {rect, type Markish} from "@observablehq/plot";
import {plain, type Label} from "./labels.ts";
import {measureText} from "./measureText.ts";
import {ink} from "./svg.ts";

/** Paper behind names in px that begin at their places, so that no line runs through them. */
export function clearGround(names: readonly Label[]): Markish {
  const grounds = names.map(({x, y, text}) => {
    const left = Number(x);
    return {x1: left - 2, x2: left + measureText(String(text), plain) + 2, y1: y - 8, y2: y + 8};
  });
  return rect(grounds, {x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: ink("paper")});
}
