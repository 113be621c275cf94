import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {differenceOfAnswered, isMadeByUnanswered, toldApart} from "../../../src/release/index.ts";
import type {PublicCell} from "../../../src/audit/site/editionInDist.ts";
import {sideOfRegion} from "../../../src/audit/site/words/sideOfRegion.ts";
import {verdictOn} from "../../../src/audit/site/words/verdict.ts";
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

describe("two shares of a question that some did not answer", () => {
  const [now, before] = [
    share("prison plan=yes", [2773, 8088], "half asked"),
    share("prison plan=yes", [2512, 7822], "half asked before"),
  ];

  test("are not told apart where only the answers not given part them: 37.2% and 36.3% of those who answered", () => {
    expect(toldApart(now, before)).toBe(0);
    expect(isMadeByUnanswered(now, before)).toBe(true);
    expect(differenceOfAnswered(now, before)!.points).toBeCloseTo((100 * 2773) / 7450 - (100 * 2512) / 6915, 10);
  });

  test("are told apart where those who answered differ as well", () => {
    const fewer = share("prison plan=yes", [2000, 7822], "half asked before");
    expect([toldApart(now, fewer), toldApart(fewer, now)]).toEqual([1, -1]);
    expect(isMadeByUnanswered(now, fewer)).toBe(false);
  });

  test("are judged among all where it is not released of one how many did not", () => {
    const elsewhere = share("prison plan=yes", [2512, 7822], "before");
    expect(toldApart(now, elsewhere)).toBe(1);
    expect(differenceOfAnswered(now, elsewhere)).toBeUndefined();
  });

  test("among those who answered already are left as they are", () => {
    const [one, other] = [
      share("prison plan=yes among stated", [2773, 7450], "half asked"),
      share("prison plan=yes among stated", [2300, 6915], "half asked before"),
    ];
    expect([toldApart(one, other), differenceOfAnswered(one, other)]).toEqual([1, undefined]);
  });

  test("of those who gave none may be told apart", () => {
    const [one, other] = [
      share("prison plan=not-stated", [638, 8088], "half asked"),
      share("prison plan=not-stated", [907, 7822], "half asked before"),
    ];
    expect(toldApart(one, other)).toBe(-1);
  });
});

test("two shares that everybody answered differ among all alone", () => {
  const [one, other] = [
    share("prison plan=yes", [4000, 8000], "all asked"),
    share("prison plan=no", [3000, 8000], "all asked"),
  ];
  expect([toldApart(one, other), differenceOfAnswered(one, other)]).toEqual([1, undefined]);
});

const split = fc
  .tuple(fc.integer({min: 0, max: 4000}), fc.integer({min: 1, max: 4000}))
  .map(([yes, no]) => [yes, yes + no] as const);

test("a share is never called higher than one that is as high among those who answered, or higher", () => {
  fc.assert(
    fc.property(split, split, ([count, of], [otherCount, otherOf]) => {
      const one = share("prison plan=yes", [count, of + 638], "half asked");
      const other = share("prison plan=yes", [otherCount, otherOf + 907], "half asked before");
      const answered = Math.sign(count * otherOf - otherCount * of);
      expect([0, answered]).toContain(toldApart(one, other));
      expect(toldApart(other, one) + toldApart(one, other)).toBe(0);
    }),
  );
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

describe("a rate of a place and that of its region", () => {
  const rate = (area: string, [count, of]: readonly [number, number], from?: "rounded") =>
    placed(`rate prison area=${area} per people.all`, {value: (1000 * count) / of, count, of}, from);
  const audited = (one: ReturnType<typeof rate>) =>
    ({cell: one.cell, release: one.release, asked: {address: one.address, place: []}}) as unknown as PublicCell;

  test("are told apart by the place and the rest of the region: 20 and 15 of 1,000", () => {
    const [kent, region] = [rate("kent", [200, 10_000]), rate("region", [300, 20_000])];
    expect([toldApart(kent, region), toldApart(region, kent)]).toEqual([1, -1]);
    expect(toldApart(rate("kent", [165, 10_000]), region)).toBe(0);
    expect(toldApart(rate("kent", [170, 10_000]), region)).toBe(1);
  });

  test("are not of rounded counts, nor of a place that is all of its region", () => {
    expect(toldApart(rate("kent", [170, 10_000], "rounded"), rate("region", [300, 20_000], "rounded"))).toBe(0);
    expect(toldApart(rate("kent", [300, 20_000]), rate("region", [300, 20_000]))).toBe(0);
  });

  test("are judged by the audit's own code as by the words", () => {
    const area = fc.tuple(fc.integer({min: 0, max: 400}), fc.integer({min: 1000, max: 30_000}));
    fc.assert(
      fc.property(area, area, ([own, of], [others, rest]) => {
        const [kent, region] = [rate("kent", [own, of]), rate("region", [own + others, of + rest])];
        const told = toldApart(kent, region);
        const apart = toldApart(kent, rate("surrey", [others, rest]));
        expect(told).toBe(apart);
        expect([told, undefined]).toContain(sideOfRegion(audited(kent), audited(region)));
        expect(toldApart(region, kent) + told).toBe(0);
        if (sideOfRegion(audited(kent), audited(region)) !== undefined) {
          expect(verdictOn(audited(region), audited(kent))?.sides).toEqual([0 - told || 0]);
        }
      }),
    );
    expect(sideOfRegion(audited(rate("kent", [200, 10_000])), audited(rate("region", [300, 20_000])))).toBe(1);
    expect(sideOfRegion(audited(rate("kent", [20, 100])), audited(rate("surrey", [300, 20_000])))).toBeUndefined();
  });
});

test("numbers from elsewhere are what they are printed as", () => {
  const value = (number: number) => placed("value people.all area=kent", {value: number});
  expect(toldApart(value(5.6), value(5.7))).toBe(-1);
});
