import {describe, expect, test} from "vitest";
import {colours, declarations, type Token} from "../../../src/site/charts/theme.ts";

/** Relative luminance of a colour such as `#12436D`. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Token, other: Token, scheme: "light" | "dark"): number {
  const [dark = 0, light = 0] = [luminance(colours[one][scheme]), luminance(colours[other][scheme])].toSorted(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

const tokens = Object.keys(colours) as Token[];

describe.each(["light", "dark"] as const)("in the %s scheme", (scheme) => {
  test.each(tokens.filter((token) => token.startsWith("on-")))("%s is legible on its colour", (on) => {
    expect(contrast(on, on.slice(3) as Token, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["ink", "muted"] as const)("%s is legible on paper", (ink) => {
    expect(contrast(ink, "paper", scheme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["rule", "region", "population-1", "population-2", "population-3", "population-4"] as const)(
    "%s is seen on paper",
    (token) => {
      expect(contrast(token, "paper", scheme)).toBeGreaterThanOrEqual(3);
    },
  );

  test("every colour is declared", () => {
    expect(declarations(scheme).match(/--figure-/g)?.length).toBe(tokens.length);
  });
});

test("prison and community have the colours of the whole publication", () => {
  expect([colours["population-1"].light, colours["population-2"].light]).toEqual(["#12436D", "#F46A25"]);
});
