import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {differenceOfShares, type PlacedCell} from "../../../src/release/index.ts";
import {placed, share} from "./placed.ts";

const ends = (left: PlacedCell, right: PlacedCell) => {
  const difference = differenceOfShares(left, right);
  return difference && [difference.lower, difference.upper].map((end) => Math.round(100 * end) / 100);
};

describe("two groups, by the hybrid score", () => {
  const published = [5.24, 33.39];

  test("are two populations", () => {
    expect(ends(share("prison plan=yes", [56, 70]), share("community plan=yes", [48, 80]))).toEqual(published);
  });

  test("are two editions", () => {
    expect(ends(share("prison plan=yes", [56, 70]), share("prison plan=yes", [48, 80], "before"))).toEqual(published);
  });

  test("are two parts of one population", () => {
    const [men, women] = ["male", "female"].map((sex) => `prison plan=yes among sex=${sex}`);
    expect(ends(share(men!, [56, 70]), share(women!, [48, 80]))).toEqual(published);
  });
});

describe("two answers of one group, by the paired form", () => {
  test("shut each other out where a question takes one answer", () => {
    // 50 of 100 people say yes and 30 no: both nobody, neither 20.
    expect(ends(share("prison plan=yes", [50, 100]), share("prison plan=no", [30, 100]))).toEqual([2.53, 36.13]);
  });

  test("may overlap where it takes several, and are then as uncertain as any overlap makes them", () => {
    const overlapping = ends(share("prison support=housing", [50, 100]), share("prison support=money", [30, 100]));
    expect(overlapping).toEqual([2.53, 36.13]);
  });

  test("go together where one lies within the other", () => {
    // All 40 have a plan, 30 of them are women: both 30, only the first 10.
    const nested = ends(share("prison plan=yes", [40, 40]), share("prison plan=yes sex=female", [30, 40]));
    expect(nested).toEqual([11.08, 40.19]);
  });
});

describe("a part and its whole", () => {
  const kent = share("community sex=male within area=kent", [336, 382]);
  const all = share("community sex=male", [3189, 3855]);

  test("differ by what the part differs from the rest, times the rest's part of the whole", () => {
    const rest = share("community sex=male within area=surrey", [3189 - 336, 3855 - 382]);
    const scale = (3855 - 382) / 3855;
    const apart = differenceOfShares(kent, rest)!;
    const difference = differenceOfShares(kent, all)!;
    expect(difference.points).toBeCloseTo(apart.points * scale, 10);
    expect(difference.lower).toBeCloseTo(apart.lower * scale, 10);
    expect(difference.upper).toBeCloseTo(apart.upper * scale, 10);
  });

  test("mirror when the whole is named first", () => {
    const [there, back] = [differenceOfShares(kent, all)!, differenceOfShares(all, kent)!];
    expect([back.lower, back.upper]).toEqual([-there.upper, -there.lower]);
  });

  test("are these too where the base leaves out who gave no answer", () => {
    const [own, whole] = [
      share("community plan=yes within area=kent among stated", [439, 1126]),
      share("community plan=yes among stated", [1053, 2971]),
    ];
    const rest = share("community plan=yes within area=surrey among stated", [614, 1845]);
    const apart = differenceOfShares(own, rest)!;
    expect(differenceOfShares(own, whole)!.lower).toBeCloseTo((apart.lower * 1845) / 2971, 10);
    expect(differenceOfShares(own, whole)!.lower).toBeGreaterThan(0);
  });

  test("that are the same people have no interval", () => {
    const everyone = share("community sex=male within area=kent", [3189, 3855]);
    expect(differenceOfShares(everyone, all)).toBeUndefined();
  });
});

test("groups that overlap in an unknown way get the widest interval there is", () => {
  const [men, planned] = [
    share("prison plan=yes among sex=male", [56, 70]),
    share("prison sex=male among plan=yes", [48, 80]),
  ];
  const apart = differenceOfShares(share("prison plan=yes", [56, 70]), share("community plan=yes", [48, 80]))!;
  const entangled = differenceOfShares(men, planned)!;
  expect(entangled.lower).toBeLessThan(apart.lower);
  expect(entangled.upper).toBeGreaterThan(apart.upper);
});

test("rounded counts make it wider, by as much as the rounding may have moved them", () => {
  const exact = differenceOfShares(share("prison plan=yes", [60, 100]), share("community plan=yes", [40, 100]))!;
  const rounded = differenceOfShares(
    share("prison plan=yes", [60, 100], "rounded"),
    share("community plan=yes", [40, 100], "rounded"),
  )!;
  expect(rounded.lower).toBeLessThan(exact.lower - 7);
  expect(rounded.upper).toBeGreaterThan(exact.upper + 7);
});

test("rounded answers on one base are moved by their own rounding alone", () => {
  const pair = (from: "this" | "rounded") =>
    [share("prison plan=yes", [60, 100], from), share("prison plan=no", [30, 100], from)] as const;
  const [exact, rounded] = [differenceOfShares(...pair("this"))!, differenceOfShares(...pair("rounded"))!];
  expect(rounded.lower).toBeLessThan(exact.lower - 7);
  expect(rounded.points).toBe(exact.points);
});

test("nothing but shares with their counts has one", () => {
  const mean = placed("mean age prison", {value: 31.4});
  expect(differenceOfShares(mean, mean)).toBeUndefined();
  expect(differenceOfShares(placed("share prison plan=yes", {value: 50}), share("community plan=yes", [1, 2]))).toBe(
    undefined,
  );
});

const counts = fc
  .integer({min: 20, max: 4000})
  .chain((of) => fc.tuple(fc.integer({min: 0, max: of}), fc.integer({min: 0, max: of}), fc.constant(of)));

test("an unknown overlap never says more than any overlap that could be", () => {
  fc.assert(
    fc.property(counts, ([one, other, of]) => {
      const open = differenceOfShares(
        share("prison support=housing", [one, of]),
        share("prison support=money", [other, of]),
      )!;
      const nested = differenceOfShares(
        share("prison plan=yes", [Math.max(one, other), of]),
        share("prison plan=yes sex=female", [Math.min(one, other), of]),
      )!;
      expect(open.upper - open.lower).toBeGreaterThanOrEqual(nested.upper - nested.lower - 1e-9);
    }),
  );
});
