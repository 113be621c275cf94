import {readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {attack, auditRelease, describeReport, modelOf, type AuditReport} from "../../../src/audit/index.ts";
import {readRelease} from "../../../src/release/index.ts";
import {category, tinyRelease, variable, type Shown, type TinyRelease} from "../tinyRelease.ts";

/**
 * The flaws of the report "Drug Interventions Programme in the South East 2007/08" (South East Public Health
 * Observatory, May 2009): Appendix A counts prison clients by prison and residence, Appendix B community clients by area
 * of contact and residence, and the table on page 5 both settings by whether home and contact lay in the region.
 */
const root = path.resolve(import.meta.dirname, "../../..");

/** The printed cells of an appendix, as the project's margins hold them: a blank is nobody, stars are withheld. */
function appendix(file: string): {rows: readonly string[]; columns: readonly string[]; counts: Record<string, Shown>} {
  const text = readFileSync(path.join(root, "data/reference/margins/south-east-2007-08", file), "utf8");
  const [head = "", ...lines] = text.trim().split("\n");
  const columns = head.split(",").slice(1);
  const counts: Record<string, Shown> = {};
  const rows = lines.map((line) => {
    const [row = "", ...cells] = line.split(",");
    cells.forEach((printed, at) => {
      counts[`contact=${row},home=${columns[at]!}`] = printed.startsWith("*") ? "c" : Number(printed);
    });
    return row;
  });
  return {rows, columns, counts};
}

const outside = (name: string): boolean => name === "outside" || name === "not-stated";

/** Appendix and table of page 5 as one release: areas lie in the region or elsewhere. */
function published(file: string, fourWay: Readonly<Record<string, Shown>>): TinyRelease {
  const {rows, columns, counts} = appendix(file);
  const within = (names: readonly string[], region: string) =>
    names.map((name) => category(name, {[region]: outside(name) ? "elsewhere" : "in-region"}));
  const population = {
    variables: [
      {...variable("contact", []), categories: within(rows, "contact-region")},
      {...variable("home", []), categories: within(columns, "home-region")},
      variable("contact-region", ["in-region", "elsewhere"]),
      variable("home-region", ["in-region", "elsewhere"]),
    ],
  };
  return {variables: {}, population, counts: {...counts, ...fourWay}};
}

const at = (contact: string, home: string): string => `contact-region=${contact},home-region=${home}`;
const community = published("area-by-residence.csv", {
  "": 3855,
  [at("in-region", "in-region")]: 3729,
  [at("in-region", "elsewhere")]: 123,
  [at("elsewhere", "in-region")]: 3,
  [at("elsewhere", "elsewhere")]: 0,
});
const prison = published("prison-by-residence.csv", {
  "": 7822,
  [at("in-region", "in-region")]: 4872,
  [at("in-region", "elsewhere")]: 2924,
  [at("elsewhere", "in-region")]: 18,
  [at("elsewhere", "elsewhere")]: 8,
});

async function audit(tiny: TinyRelease): Promise<AuditReport> {
  return (await auditRelease(tinyRelease(tiny))).report;
}

const key = (contact: string, home: string): string => `count people [contact=${contact},home=${home}]`;

describe("the report on 2007/08 is failed for", () => {
  test("counts of 1 to 4 of clients from outside the region (Appendix B), and a count of 3 in the table on page 5", async () => {
    const {passes, printedUnsafe} = await audit(community);
    const areas =
      "east-sussex hampshire isle-of-wight kent milton-keynes portsmouth west-sussex windsor-and-maidenhead";
    expect(passes).toBe(false);
    expect(printedUnsafe).toEqual(
      expect.arrayContaining([
        ...areas.split(" ").map((area) => key(area, "outside")),
        "count people [contact-region=elsewhere,home-region=in-region]",
      ]),
    );
    expect(printedUnsafe).toHaveLength(9);
  });

  test("a count of 2 in the row of prisons not stated (Appendix A)", async () => {
    const {printedUnsafe} = await audit(prison);
    expect(printedUnsafe).toEqual([key("not-stated", "outside")]);
  });

  test("a nought that is printed where noughts are withheld (Blantyre House, outside the region)", async () => {
    const counts = {"": 5, "home=kent": 5, "home=outside": 0};
    const report = await audit({variables: {home: ["kent", "outside"]}, counts, zeros: "hidden"});
    expect(report.printedUnsafe).toEqual(["count people [home=outside]"]);
  });

  test("three stars that share three: one each (Appendix B)", async () => {
    const {givenAway} = await audit(community);
    const stars = ["oxfordshire", "portsmouth", "reading"].map((home) => key("outside", home));
    expect(givenAway.map(({key: cell}) => cell)).toEqual(expect.arrayContaining(stars));
    const [first] = givenAway.filter(({key: cell}) => stars.includes(cell));
    expect(first?.possible).toEqual([1]);
    expect(first?.derivation.join("\n")).toContain("is at most 1: 3 − 1");
  });

  test("a star for nobody, by 8 − 2 − 6 (Appendix A)", async () => {
    const report = await audit(prison);
    expect(describeReport(report)).toContain("The printed numbers contradict each other");
    const hidden = await audit({
      variables: {home: ["not-stated-here", "outside-here", "outside-there"]},
      counts: {"": 8, "home=outside-here": 2, "home=outside-there": 6, "home=not-stated-here": "c"},
      zeros: "hidden",
    });
    expect(hidden.givenAway).toMatchObject([{key: "count people [home=not-stated-here]", possible: [0]}]);
  });

  test("a lone star in a row, as soon as the row's total is printed (Appendix B)", async () => {
    const {counts} = appendix("area-by-residence.csv");
    const line = Object.entries(counts).filter(([place]) => place.startsWith("contact=brighton-and-hove,"));
    const report = await audit({
      variables: {},
      population: {
        variables: [
          variable("contact", ["brighton-and-hove"]),
          variable("home", line.map(([place]) => place.split("home=")[1]!)), // prettier-ignore
        ],
      },
      counts: {...Object.fromEntries(line), "contact=brighton-and-hove": 95},
    });
    expect(report.givenAway).toMatchObject([{key: key("brighton-and-hove", "east-sussex"), possible: [2]}]);
    expect(report.givenAway[0]?.derivation.join("\n")).toContain("95 − 93");
  });

  test("a percentage in the text that bounds a star of a row: 6.4% of 3,855 less 247 (Buckinghamshire)", async () => {
    const variables = {home: ["buckinghamshire", "slough", "outside"], contact: ["buckinghamshire", "other"]};
    const here = (home: string) => `contact=buckinghamshire,home=${home}`;
    const counts = {"": 3855, [here("buckinghamshire")]: 238, [here("slough")]: "c", [here("outside")]: 9} as const;
    const share = {
      address: {measure: "share", population: "people", at: {contact: "buckinghamshire"}, base: {}},
      cell: {status: "published", value: 6.4},
    } as const;
    const {givenAway} = await audit({variables, counts, cells: [share]});
    expect(givenAway).toMatchObject([{key: key("buckinghamshire", "slough"), possible: [1]}]);
    expect(givenAway[0]?.derivation.join("\n")).toContain("printed as 6.4");
  });
});

describe("the report on 2007/08 is reported for", () => {
  test("five stars that share seven (Appendix A, residence not stated): each is at most 3", async () => {
    const homes = ["a", "b", "c", "d", "e"];
    const release = tinyRelease({
      variables: {prison: [...homes, "others"]},
      counts: {"": 107, "prison=others": 100, ...Object.fromEntries(homes.map((one) => [`prison=${one}`, "c"]))},
    });
    const {report} = await auditRelease(release, {
      signed: {primaries: homes.map((one) => `count people [prison=${one}]`), byChoice: []},
    });
    expect(report.primaries).toMatchObject({primaries: 5, notExact: 5, full: 0});
    expect(report.smallSums).toHaveLength(10);
  });

  test("a small row of which everybody is in one cell (Blantyre House: five clients, all of Kent)", async () => {
    const {groups} = await audit({
      variables: {contact: ["blantyre-house", "others"], home: ["kent", "outside"]},
      counts: {
        "contact=blantyre-house,home=kent": 5,
        "contact=blantyre-house,home=outside": 0,
        "contact=blantyre-house": 5,
      },
    });
    expect(groups).toMatchObject([{group: "count people [contact=blantyre-house]", people: 5}]);
  });

  test('"a small number had no care plan", which 76.0% and 24.0% of 7,822 bound from above', async () => {
    const share = (plan: string, value: number) =>
      ({
        address: {measure: "share", population: "people", at: {plan}, base: {}},
        cell: {status: "published", value},
      }) as const;
    const release = tinyRelease({
      variables: {plan: ["yes", "no", "not-stated"]},
      counts: {"": 7822, "plan=no": "c"},
      cells: [share("yes", 76), share("not-stated", 24)],
    });
    const model = modelOf([release]);
    const attacked = await attack(model, {exactRanges: true});
    const found = attacked.withheld.find(({cell}) => model.cells[cell]?.key === "count people [plan=no]");
    attacked.dispose();
    expect(found).toMatchObject({least: 1, most: 7});
  });
});

describe("this project's release of 2007/08", () => {
  const file = path.join(root, "data/releases/south-east-2007-08/release.json");
  const audited = auditRelease(readRelease(readFileSync(file, "utf8"), file));

  test("prints no count of 1 to 4, gives none away and does not contradict itself", async () => {
    const {report} = await audited;
    expect(report).toMatchObject({passes: true, reachesTarget: true, printedUnsafe: [], givenAway: [], derivable: []});
    expect(report.contradiction).toEqual([]);
  });

  test("has no small group whose breakdown is printed", async () => {
    const {report} = await audited;
    expect(report.groups).toEqual([]);
    expect(describeReport(report)).not.toContain("Small groups in which everybody is in one category");
  });
});
