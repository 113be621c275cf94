import {expect, test} from "vitest";
import {checkPeople, type Definitions} from "../../../src/audit/index.ts";
import {tinyRelease, variable} from "../tinyRelease.ts";
import {alike, smallCertificate, type SmallPeople} from "./smallPeople.ts";

type Variable = ReturnType<typeof variable>;

const spring: [string, string] = ["2007-04-01", "2007-06-30"];
const summer: [string, string] = ["2007-07-01", "2007-09-30"];

function quarterOf(name: string, column: string): Variable {
  return {
    ...variable(name, ["spring", "summer"]),
    reads: {as: "period", column, in: "quarter", year: "calendar", categories: {spring, summer}},
  };
}

const wait: Variable = {
  ...variable("wait", ["short", "long"]),
  reads: {
    as: "bands",
    in: "days",
    from: "SEEN",
    to: "STARTED",
    between: [0, 400],
    categories: {short: [0, 99], long: [100, null]},
  },
};

const release = tinyRelease({
  variables: {},
  counts: {"": 30},
  policy: {level: "exact"},
  population: {variables: [quarterOf("seen", "SEEN"), quarterOf("started", "STARTED"), wait]},
});

type Impossible = Definitions["sources"][number]["impossible"];

/** The columns seen, started and wait, by the numbers of their values. */
const [seen, started, waited] = [0, 1, 2];
const [inSpring, inSummer] = [0, 1];
const [short, long] = [0, 1];

const small: SmallPeople = {
  columns: {
    "SEEN by month": ["2007-04", "2007-07"],
    "STARTED by month": ["2007-04", "2007-07"],
    SEEN: ["short", "long"],
  },
  variables: {
    seen: {column: seen, categories: {spring: [inSpring], summer: [inSummer]}},
    started: {column: started, categories: {spring: [inSpring], summer: [inSummer]}},
    wait: {column: waited, categories: {short: [short], long: [long]}},
  },
  rows: alike(30, "2007-04 2007-04 short"),
};

/** What is wrong with a certificate that calls this impossible, and nothing else. */
function faultsWith(impossible: Impossible): readonly string[] {
  const certificate = smallCertificate({...small, impossible}, []);
  const {definitions} = certificate;
  const sources = definitions.sources.map((source) => ({
    ...source,
    columns: source.columns.map((one) => (one.name === "SEEN" ? {...one, values: ["usable 0", "usable 100"]} : one)),
  }));
  const altered = {...certificate, definitions: {...definitions, sources}};
  return checkPeople([release], altered, {unsafe: new Set(), tooFew: new Set()}).faults;
}

/** What no days do: a hundred days within a quarter, and going back from summer to spring. */
const calendar: [number, number, number][] = [
  [inSpring, inSpring, long],
  [inSummer, inSummer, long],
  [inSummer, inSpring, short],
  [inSummer, inSpring, long],
];
const fault = "the definitions let wait, seen, started of people go together as no days do";

test("definitions that call impossible what no days do pass", () => {
  expect(faultsWith([{columns: [seen, started, waited], values: calendar}])).toEqual([]);
  const ordered = calendar.map(([one, other, span]) => [span, one, other]);
  expect(faultsWith([{columns: [waited, seen, started], values: ordered}])).toEqual([]);
});

test("definitions that leave out all of it, or one thing, do not", () => {
  expect(faultsWith([])).toEqual([fault]);
  for (const left of calendar.keys()) {
    expect(faultsWith([{columns: [seen, started, waited], values: calendar.toSpliced(left, 1)}])).toEqual([fault]);
  }
});

test("what is impossible of some columns is so whatever the others are", () => {
  const back = {columns: [seen, started], values: [[inSummer, inSpring]]};
  const within = {
    columns: [seen, started, waited],
    values: calendar.filter(([one, other]) => one === other),
  };
  expect(faultsWith([back, within])).toEqual([]);
  expect(faultsWith([back])).toEqual([fault]);
});
