import {textOf, type PageElement} from "./parsePage.ts";

const mark = /\s*(\[[pb]\]) \((?:provisional|break in the series)\)/g;

/** A name or number of a table without the marks behind it, and these: "Q4 2013/14" and [p]. */
export function markedText(element: PageElement): {readonly text: string; readonly marks: readonly string[]} {
  const whole = textOf(element);
  return {text: whole.replaceAll(mark, ""), marks: [...whole.matchAll(mark)].map(([, sign = ""]) => sign)};
}
