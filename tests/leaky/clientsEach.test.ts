import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {parseQuery, type CellAddress} from "../../src/publication/index.ts";
import type {Release} from "../../src/release/index.ts";
import {describeBases} from "../../src/site/tidy/describeBases.ts";
import {readParts} from "../../src/site/tidy/readParts.ts";
import {loadSolver, Program} from "../../src/solver/index.ts";
import {releaseSmall, table, type Alike, type SmallReport} from "./peopleProject.ts";

const quarters = {
  "2007-08-q1": "2007-05-15",
  "2007-08-q2": "2007-08-15",
  "2007-08-q3": "2007-11-15",
  "2007-08-q4": "2008-02-15",
} as const;
const names = Object.keys(quarters) as (keyof typeof quarters)[];
const areas = {kent: "K", surrey: "S", sussex: "X"} as const;

/** Where clients were in each quarter; nowhere where they did not come. */
type Course = readonly (keyof typeof areas | undefined)[];

/** Clients of one course, each with a form a quarter that it names, and those with an earlier one of another place in the same quarter. */
interface Came {
  readonly course: Course;
  readonly clients: number;
  /** The place of an earlier form of the first quarter in which they came. */
  readonly first?: keyof typeof areas;
}

const [k, s, x, no] = ["kent", "surrey", "sussex", undefined] as const;
// Of Sussex three in the second quarter, who came in others too; many move or come again.
const came: readonly Came[] = [
  {course: [k, k, k, k], clients: 9},
  {course: [k, no, s, no], clients: 7, first: "surrey"},
  {course: [s, s, no, x], clients: 8},
  {course: [x, no, x, x], clients: 10},
  {course: [no, s, k, no], clients: 6},
  {course: [x, x, no, k], clients: 3, first: "kent"},
  {course: [no, k, x, s], clients: 5},
];

const forms: readonly Alike[] = came.flatMap(({course, clients, first}, group) => {
  const at = course.findIndex((area) => area !== undefined);
  return course.flatMap((area, index) => {
    const seen = quarters[names[index]!];
    const person = {people: clients, client: `c${String(group)}`, sex: "M"};
    const earlier =
      index === at && first !== undefined ? [{...person, seen: `${seen.slice(0, 8)}02`, area: areas[first]}] : [];
    return area === undefined ? [] : [...earlier, {...person, seen, area: areas[area]}];
  });
});

const each: NonNullable<SmallReport["changed"]> = {
  "templates/small/template.yaml": (text) => text.replace("one: client}", "one: client, each: quarter}"),
};

/** Whether a client of a course is among the clients of a cell, once in each quarter. */
function isIn(course: Course, {at}: CellAddress): boolean {
  const quarter = names.indexOf(at.quarter as (typeof names)[number]);
  return course[quarter] !== undefined && (at.area === undefined || course[quarter] === at.area);
}

const courses: readonly Course[] = names.reduce<Course[]>(
  (all) => all.flatMap((course) => [k, s, x, no].map((area) => [...course, area])),
  [[]],
);

/**
 * The least and the most clients of a place that a reader holds possible: an integer program over how many people there are of
 * each course through the year, so that one person is in several quarters. It shares no code with the program but its solver.
 */
async function rangeOf(cells: Release["cells"], group: CellAddress): Promise<readonly [number, number]> {
  const known = cells.filter(({address}) => address.measure === "count" && address.population === "clients");
  const rows = known.map(({address, cell}) => {
    const columns = [...courses.keys()].filter((at) => isIn(courses[at]!, address));
    const [lower, upper] = cell.status === "published" ? [cell.value, cell.value] : [1, 500];
    return {columns, coefficients: columns.map(() => 1), lower, upper};
  });
  const data = {
    lower: courses.map(() => 0),
    upper: courses.map(() => 500),
    costs: courses.map((course) => (isIn(course, group) ? 1 : 0)),
    rows,
    isWhole: () => true,
  };
  const solve = async (sense: "least" | "most"): Promise<number> => {
    using program = new Program(await loadSolver(), data);
    const answer = program.solve(sense);
    if (answer.status !== "optimal") throw new Error(`the release contradicts itself: ${answer.status}`);
    return Math.round(answer.objective);
  };
  return [await solve("least"), await solve("most")];
}

function truth(address: CellAddress): number {
  return came.reduce((sum, {course, clients}) => sum + (isIn(course, address) ? clients : 0), 0);
}

const places: readonly CellAddress[] = names.flatMap((quarter) =>
  Object.keys(areas).map((area): CellAddress => ({measure: "count", population: "clients", at: {area, quarter}})),
);

async function givenAway(cells: Release["cells"]): Promise<readonly string[]> {
  const few = places.filter((place) => truth(place) > 0 && truth(place) < 5);
  const ranges = await Promise.all(few.map((place) => rangeOf(cells, place)));
  return few.flatMap((place, at) => (ranges[at]![0] === ranges[at]![1] ? [JSON.stringify(place.at)] : []));
}

describe("clients counted once in each quarter, who come in several", () => {
  const text = ["count clients by quarter", "count clients by quarter, area"].map(table).join("\n");

  test("are counted by their latest form in it, and no few of them can be worked out on people", async () => {
    const made = await releaseSmall({text, people: forms, changed: each});
    if (made instanceof DisclosureError) throw made;
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    const {cells} = made.release;
    for (const {address, cell} of cells)
      if (address.population === "clients" && cell.status === "published") expect(cell).toEqual({status: "published", value: truth(address)}); // prettier-ignore
    expect(cells.length).toBeGreaterThan(12);
    const naive = cells.map(({address}) => {
      const value = truth(address);
      return {address, cell: value > 0 && value < 5 ? {status: "suppressed" as const} : {status: "published" as const, value}}; // prettier-ignore
    });
    expect(await givenAway(naive), "no leak where small counts alone are withheld").not.toEqual([]);
    expect(await givenAway(cells)).toEqual([]);
    expect(made.release.vocabulary.populations).toMatchObject([{name: "clients", each: "quarter"}]);
    const [part] = readParts(parseQuery("count clients by quarter"), made.release);
    const bases = part && describeBases([{...part, name: "Clients"}]);
    expect(bases, "no number of all quarters is a base").toMatchObject([{words: "clients"}]);
    expect(JSON.stringify(bases)).not.toMatch(/published/);
  });

  test("are as many as the forms that stand for a client in their quarter, and are hidden with these", async () => {
    const beside = `${text}\n{{ count forms fate=counted area=sussex quarter=2007-08-q2 }} forms.`;
    const made = await releaseSmall({text: beside, people: forms, changed: each});
    if (made instanceof DisclosureError) throw made;
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    const at = {area: "sussex", fate: "counted", quarter: "2007-08-q2"};
    expect(made.release.cell({measure: "count", population: "forms", at}).status).toBe("suppressed");
  });

  test("may be those of years before", async () => {
    const changed = {
      ...each,
      "reports/small/report.yaml": (old: string) =>
        old.replace("from: 2007-04-01", "from: 2008-01-01") + "history: {people: 2007-04-01}\n",
    };
    const made = await releaseSmall({text, people: forms, changed});
    if (made instanceof DisclosureError) throw made;
    expect(made.check).toMatchObject({holds: true, faults: [], open: []});
    expect(await givenAway(made.release.cells)).toEqual([]);
    expect(made.release.vocabulary.populations).toMatchObject([{window: {from: "2007-04-01"}}]);
  });
});

test("clients of each month are those of its latest forms", async () => {
  const monthly = {
    "templates/small/template.yaml": (text: string) => text.replace("one: client}", "one: client, each: month}"),
  };
  const made = await releaseSmall({text: table("count clients by month"), people: forms, changed: monthly});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  const of = (month: string) => made.release.cell({measure: "count", population: "clients", at: {month}});
  expect([of("2007-05"), of("2007-08"), of("2007-09")]).toEqual(
    [37, 31, 0].map((value) => ({status: "published", value})),
  );
});

test("clients of a year and of its quarters are not published beside each other", async () => {
  const yearly = await releaseSmall({text: "{{ count clients }} clients.", people: forms});
  if (yearly instanceof DisclosureError) throw yearly;
  const published = [{...yearly.release, edition: {...yearly.release.edition, id: "the-year"}}];
  const made = await releaseSmall({text: table("count clients by quarter"), people: forms, changed: each, published});
  expect(made).toBeInstanceOf(DisclosureError);
  expect(made instanceof DisclosureError && made.message).toContain(
    'clients of "people" are counted once in each month or quarter here or in the-year',
  );
});

test.each([
  ["{{ count clients }}", "several quarters together count some of them twice"],
  ["{{ share clients sex=men among quarter=latest }} {{ share clients sex=men }}", "several quarters together"],
  ["{{ rolling-count 6 months of clients quarter=latest }}", "several quarters together"],
  [table("count clients by month"), "Name one (quarter=latest), or spread over them"],
  [table("share clients by quarter"), "several quarters together"],
  [table("count forms by quarter, fate"), "what became of forms is asked by their time"],
])("%s is refused where each quarter has clients of its own", async (text, message) => {
  await expect(releaseSmall({text: text.includes("by month") ? `{{ count clients quarter=latest }}\n\n${text}` : text, people: forms, changed: each})).rejects.toThrow(message); // prettier-ignore
});

test("counts of nobody are shown", async () => {
  const policy = "zeros: hidden\n";
  const text = table("count clients by quarter");
  const changed = {...each, "templates/small/policy.yaml": (old: string) => old.replace("zeros: shown\n", policy)};
  await expect(releaseSmall({text, people: forms, changed})).rejects.toThrow("hides counts of nobody");
});

test.each([
  [
    {"templates/small/template.yaml": (text: string) => text.replace("one: form}", "one: form, each: quarter}")},
    "each is for clients alone",
  ],
  [
    {"templates/small/template.yaml": (text: string) => text.replace("one: client}", "one: client, each: week}")},
    "month or quarter",
  ],
  [
    {"templates/small/template.yaml": (text: string) => text.replace("  forms:", "  others: {label: other clients, heading: Others, extract: people, dictionary: small, one: client, each: quarter}\n  forms:")}, // prettier-ignore
    'counts the clients of "people" once and "others" once each quarter',
  ],
  [
    {...each, "reports/small/report.yaml": (text: string) => text.replace("from: 2007-04-01", "from: 2007-05-01")},
    "are no whole quarters",
  ],
])("what cannot be is refused: %#", async (changed, message) => {
  await expect(releaseSmall({text: "{{ count forms }}", people: forms, changed})).rejects.toThrow(message);
});
