import {describe, expect, test} from "vitest";
import {tells} from "../../src/audit/tells/registry.ts";
import {cellKey, measures, type AddressOf, type Coordinates, type Given} from "../../src/measures/index.ts";
import type {Cell, Release} from "../../src/release/index.ts";

const {"similar-share": measure} = measures;
const similar = {kent: ["surrey", "medway"], surrey: ["kent"]};

function addressOf(area: string): AddressOf<"similar-share"> | undefined {
  return measure.addressAt({
    subject: {variable: "area", similar},
    population: "clients",
    at: {area, sex: "male", plan: "stated"},
    base: {area, plan: "stated"},
  });
}

const ofKent = addressOf("kent")!;

/** Counts of each area: men, and all. */
const counted: Readonly<Record<string, {readonly count: number; readonly of: number}>> = {
  surrey: {count: 30, of: 120},
  medway: {count: 45, of: 80},
};

const given = {
  count: ({area = "", sex}: Coordinates) => counted[area]?.[sex === undefined ? "of" : "count"] ?? 0,
} as unknown as Given;

const published = measure.publish(measure.gather(ofKent, given), {}) as Extract<Cell, {status: "published"}>;

test("is of the areas that a list names for one, and of nobody where it names none", () => {
  expect(ofKent).toEqual({
    ...{measure: "similar-share", population: "clients", variable: "area", areas: ["surrey", "medway"]},
    ...{at: {sex: "male", plan: "stated"}, base: {plan: "stated"}},
  });
  expect(addressOf("elsewhere")).toBeUndefined();
});

test("is the share among all of their records, with Wilson's interval, and prints no count", () => {
  // R: prop.test(75, 200, correct = FALSE)$conf.int gives 0.310854 and 0.443795.
  expect(published).toEqual({status: "published", value: 37.5, lower: 31.1, upper: 44.4});
});

test("rests on every count that it is made of", () => {
  expect(measure.restsOn(ofKent).map(cellKey)).toEqual([
    "count clients [area=surrey,plan=stated,sex=male]",
    "count clients [area=medway,plan=stated,sex=male]",
    "count clients [area=surrey,plan=stated]",
    "count clients [area=medway,plan=stated]",
  ]);
});

test.each([
  [{count: 0, of: 0}, {}, "not-applicable"],
  [{count: 3, of: 19}, {shareNeeds: 20}, "not-available"],
])("of %j with %j is %s", (of, beside, status) => {
  expect(measure.publish(of, beside)).toEqual({status});
});

describe("the audit", () => {
  const shares = new Map(
    Object.entries(counted).map(([area, counts]) => {
      const place = {at: {...ofKent.at, area}, base: {...ofKent.base, area}};
      return [cellKey({measure: "share", population: "clients", ...place}), {status: "published", value: 0, ...counts}];
    }),
  );
  const faultsOf = (cell: typeof published, known = shares): readonly string[] => {
    const release = {
      has: (address: Parameters<typeof cellKey>[0]) => known.has(cellKey(address)),
      cell: (address: Parameters<typeof cellKey>[0]) => known.get(cellKey(address)),
    };
    return tells["similar-share"].faultsOf({release: release as unknown as Release, address: ofKent, cell});
  };

  test("finds nothing where it is what the printed shares of its areas give", () => {
    expect(faultsOf(published)).toEqual([]);
  });

  test.each(["value", "lower", "upper"] as const)("finds another %s", (part) => {
    expect(faultsOf({...published, [part]: 38})).toEqual([expect.stringContaining("the shares of its areas give")]);
  });

  test("finds one whose shares are not all printed", () => {
    const fewer = new Map([...shares].slice(1));
    expect(faultsOf(published, fewer)).toEqual(["is given, though a share that it is made of is not printed"]);
  });
});
