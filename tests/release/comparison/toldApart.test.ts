import {describe, expect, test} from "vitest";
import {toldApart} from "../../../src/release/index.ts";
import {placed, share} from "./placed.ts";

describe("two shares", () => {
  test("are told apart where their interval leaves out nought", () => {
    const [now, before] = [
      share("community plan=yes", [1792, 4058]),
      share("community plan=yes", [1812, 3855], "before"),
    ];
    expect(toldApart(now, before)).toBe(-1);
    expect(toldApart(before, now)).toBe(1);
  });

  test("are not where it holds nought, however they print: 31.4% and 31.6%", () => {
    const [now, before] = [share("prison plan=yes", [2556, 8088]), share("prison plan=yes", [2456, 7822], "before")];
    expect(toldApart(now, before)).toBe(0);
  });

  test("are not without the counts that they come from", () => {
    expect(
      toldApart(placed("share prison plan=yes", {value: 10}), placed("share community plan=yes", {value: 90})),
    ).toBe(0);
  });
});

describe("two counts", () => {
  const count = (value: number, of?: "rounded") => placed("count prison", {value}, of);

  test("are facts", () => {
    expect([toldApart(count(7823), count(7822)), toldApart(count(7822), count(7822))]).toEqual([1, 0]);
  });

  test("that are rounded differ where no rounding could have made the lead", () => {
    expect(toldApart(count(30, "rounded"), count(25, "rounded"))).toBe(0);
    expect(toldApart(count(35, "rounded"), count(25, "rounded"))).toBe(1);
  });
});

test.each([
  [31.4, 31.5, 0],
  [31.4, 31.6, -1],
  [30.1, 30.0, 0],
  [30.3, 30.1, 1],
] as const)("means of %f and %f differ beyond the rounding of both, or not: %i", (one, other, told) => {
  expect(toldApart(placed("mean age prison", {value: one}), placed("mean age community", {value: other}))).toBe(told);
});

describe("two rates", () => {
  const rate = (area: string, value: number, count: number) =>
    placed(`rate community area=${area} per people.all`, {value, count});

  test("are told apart by the limits of their counts", () => {
    expect(toldApart(rate("kent", 40, 160), rate("surrey", 20, 80))).toBe(1);
    expect(toldApart(rate("kent", 22, 88), rate("surrey", 20, 80))).toBe(0);
  });

  test("are not where one is of nobody, so that of how many stays open", () => {
    expect(toldApart(rate("kent", 0, 0), rate("surrey", 20, 80))).toBe(0);
  });
});

test("numbers from elsewhere are what they are printed as", () => {
  const value = (number: number) => placed("value people.all area=kent", {value: number});
  expect(toldApart(value(5.6), value(5.7))).toBe(-1);
});
