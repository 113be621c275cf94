import {describe, expect, test} from "vitest";
import {queriesOfDirective} from "../../src/publication/index.ts";
import {
  asPublished,
  cellOf,
  cellsOf,
  countOf,
  figureFor,
  paragraphs,
  paragraphWith,
  prose,
  publication,
  ratioOf,
  release,
  tableNamed,
  titleOf,
} from "./readEdition.ts";

/** Variables whose categories of one name must have one label. */
const placeNames = ["residence", "area-of-contact"];

const settings = ["prison", "community"] as const;

/** Names, with the labels that the release gives them, of everything that is an area. */
function labelsOfAreas(): ReadonlyMap<string, ReadonlySet<string>> {
  const variables = [
    ...release.vocabulary.populations.flatMap(({variables}) => variables.filter(({name}) => placeNames.includes(name))),
    ...release.vocabulary.references.map(({key}) => key),
  ];
  const areas = variables.flatMap(({categories}) => categories).filter(({role}) => role === "value");
  const grouped = Map.groupBy(areas, ({name}) => name);
  return new Map([...grouped].map(([name, categories]) => [name, new Set(categories.map(({label}) => label))]));
}

/** Sum of the numerators of a figure's shares, and the base that they share. */
function wholeOf(query: string): {sum: number; of: number} {
  const cells = cellsOf(query).filter((cell) => cell.status === "published");
  return {sum: cells.reduce((sum, {count}) => sum + count!, 0), of: cells[0]!.of!};
}

const prisonLabel = (name: string) =>
  release.vocabulary.populations[0]!.variables.find(
    (variable) => variable.name === "prison-of-contact",
  )!.categories.find((category) => category.name === name)!.label;

const glossaryTerm = (name: string) => publication.glossary.find((term) => term.name === name)!;

describe("what the published report contradicted itself in: counts, shares and words for them", () => {
  test("1: one area leads, in key messages, text and figure alike", () => {
    const leading = paragraphs.filter(({text}) => text.includes("the area with the largest share of clients"));
    expect(leading.map(({text}) => text)).toEqual([expect.stringContaining("Oxfordshire (15%)")]);
    expect(paragraphWith("the areas that saw the largest shares of clients were").text).toContain(
      "were Oxfordshire (15%), Reading (13%)",
    );
    expect(titleOf(figureFor(2))).toMatch(/^Oxfordshire /);
  });

  test("2: a plurality is not called a majority", () => {
    const {text} = paragraphWith("of clients were aged 18 to 29");
    expect(text).toContain("almost half (49%) of clients were aged 18 to 29");
    expect(paragraphWith("CARAT team accounted for").text).toContain("almost half (49%)");
    expect(ratioOf("share community intensive=yes").count * 2).toBeLessThan(countOf("count community"));
    expect(prose.match(/majority/g)).toEqual(["majority"]);
    expect(prose).toContain("It was not the drug of a majority in either");
  });

  test("3: both numbers of clients are rounded to the nearest hundred", () => {
    const {text} = paragraphWith("the two numbers must not be added");
    expect(text).toContain("around 7,800 people");
    expect(text).toContain("and around 3,900 through teams");
  });

  test.each(["age-group", "ethnic-group", "offence-group", "treatment-in-prison"])(
    "4: the shares of %s are parts of one whole, not stated included",
    (variable) => {
      for (const setting of settings) {
        const {sum, of} = wholeOf(`share ${setting} by ${variable}`);
        expect(sum).toBe(of);
        expect(of).toBe(countOf(`count ${setting}`));
      }
    },
  );

  test("5: the commonest spending band is called the commonest answer, not most", () => {
    const {text} = paragraphWith("In prison the commonest answers");
    expect(text).toContain("In prison the commonest answers were £0 to £50 (19%)");
    expect(text).not.toMatch(/\bmost\b/i);
  });

  test("6: figures are titled by what they measure", () => {
    expect(figureFor(21).measure).toMatch(/^Share of clients/);
    expect(figureFor(21).show.every(({measure}) => measure === "share")).toBe(true);
    expect(figureFor(27).show.flatMap(({by}) => by)).toEqual(["in-treatment"]);
    expect(titleOf(figureFor(27))).toContain("not currently in treatment");
  });

  test("7: age and sex are compared as shares within each sex", () => {
    for (const published of [6, 7]) expect(figureFor(published).show.flatMap(({within}) => within)).toEqual(["sex"]);
    for (const [sex, age] of [
      ["male", "18-to-29"],
      ["male", "45-and-over"],
    ] as const) {
      expect(ratioOf(`share prison age-group=${age} within sex=${sex}`).of).toBe(countOf(`count prison sex=${sex}`));
    }
  });

  test("8: women are given as a share and as a number, which point in opposite directions", () => {
    expect(asPublished("share community sex=female")).toBeGreaterThan(asPublished("share prison sex=female")!);
    const {text} = paragraphWith("As numbers,");
    expect(text).toContain(`${countOf("count prison sex=female").toLocaleString("en-GB")} women were seen in prison`);
    expect(countOf("count prison sex=female")).toBeGreaterThan(countOf("count community sex=female"));
  });

  test("9: nobody is said to come through the justice system who came voluntarily", () => {
    const {text} = paragraphWith("by way of a pre-sentence report");
    expect(text).toContain("(74%) came voluntarily");
    expect(text).toContain("Community clients were more likely than prison clients to have come voluntarily");
    expect(prose).not.toMatch(/via the criminal justice system/i);
  });

  test("10: the base of sentence lengths is said, and is one base", () => {
    const shares = cellsOf("share prison by sentence-length among stated").filter(({status}) => status === "published");
    const bases = new Set(shares.map((cell) => (cell.status === "published" ? cell.of : undefined)));
    expect([...bases]).toEqual([countOf("count prison") - ratioOf("share prison sentence-length=not-stated").count]);
    expect(figureFor(16).measure).toContain("whose sentence is recorded");
    expect(paragraphWith("What follows leaves these clients out").text).toContain("46% of all prison clients");
  });

  test("11: what treatment clients required is a share of all clients, and the text says so", () => {
    for (const setting of settings) {
      expect(ratioOf(`share ${setting} treatment-required=harm-reduction`).of).toBe(countOf(`count ${setting}`));
    }
    const {text} = paragraphWith("The shares below keep all clients in the base");
    expect(text).toMatch(/\d+%\)? of prison clients and .*\d+%\)? of community clients were recorded as requiring/);
  });
});

describe("what the published report contradicted itself in: names, bases and explanations", () => {
  test("12: buprenorphine is not among the drugs of class A", () => {
    const {text} = paragraphWith("Misuse of Drugs Act 1971");
    expect(text).toMatch(/class A includes [^.]*heroin[^.]*methamphetamine\./);
    expect(text).not.toMatch(/class A includes [^.]*(Subutex|buprenorphine)/i);
    expect(text).toContain("Subutex, is in class C");
  });

  test("13: prisons carry the county or authority that they stand in", () => {
    expect(["coldingley", "woodhill", "cookham-wood"].map(prisonLabel)).toEqual([
      "Coldingley (Surrey)",
      "Woodhill (Milton Keynes)",
      "Cookham Wood (Medway)",
    ]);
  });

  test("14: the intensive areas are Oxfordshire, Reading and Slough everywhere", () => {
    const areas = ["oxfordshire", "reading", "slough"].map((area) =>
      ratioOf(`share community area-of-contact=${area}`),
    );
    const together = areas.reduce((sum, {count}) => sum + count, 0);
    expect(ratioOf("share community intensive=yes").count).toBe(together);
    expect(prose).not.toMatch(/Oxford, Reading/);
  });

  test("15: a place has one name in every table", () => {
    const labels = labelsOfAreas();
    expect([...labels].filter(([, names]) => names.size > 1)).toEqual([]);
    expect([...labels.get("medway")!, ...labels.get("brighton-and-hove")!, ...labels.get("reading")!]).toEqual([
      "Medway",
      "Brighton and Hove",
      "Reading",
    ]);
    expect(prisonLabel("high-down")).toBe("High Down (Surrey)");
    expect(prose).not.toMatch(/Highdown|Medway towns|Brighton & Hove|Reading \(DAT\)/);
  });

  test("16: the glossary and the text name prolific and other priority offenders alike", () => {
    expect(glossaryTerm("PPO").long).toBe("prolific and other priority offender");
    expect(prose).not.toMatch(/priority and prolific/i);
    expect(paragraphs.some(({directives}) => directives.some((one) => one.kind === "term" && one.name === "PPO"))).toBe(
      true,
    );
  });

  test("17: the two settings are never added together", () => {
    const together = countOf("count prison") + countOf("count community");
    expect(prose).not.toContain(together.toLocaleString("en-GB"));
    expect(release.vocabulary.populations.map(({name}) => name)).not.toContain("all");
    expect(paragraphWith("Some people were seen in both settings").text).toContain("must not be added");
  });

  test("18: the appendix says whose place of contact it counts", () => {
    const {text, file} = paragraphWith("Each row is a prison of first contact");
    expect(text).toContain("as written on the form that stands for the client (the one with the latest triage date)");
    expect(file).toContain("prisons-by-residence");
    expect(tableNamed("prison-by-residence").show.map(({text}) => text)).toEqual([
      "count prison by prison-of-contact, residence with totals",
    ]);
  });

  test("19: the region's prevalence is the published one, and its difference from the rows is explained", () => {
    const rate = cellOf("value prevalence.rate area=region");
    expect(rate).toMatchObject({status: "published", value: 5.61});
    const areas = (column: string) =>
      cellsOf(`value prevalence.${column} by area`).flatMap((cell) => (cell.status === "published" ? cell.value : []));
    const sumOfAreas = (column: string) =>
      areas(column)
        .slice(0, -1)
        .reduce((sum, value) => sum + value, 0);
    expect((1000 * sumOfAreas("estimate")) / sumOfAreas("population")).toBeCloseTo(5.6, 2);
    expect(JSON.stringify(tableNamed("prevalence-by-area").note)).toContain("can differ in its last decimal");
  });

  test("20: drug misuse among prolific offenders and among all clients have bases of their own", () => {
    expect(ratioOf("share prison misused-drugs=yes among ppo=yes").of).toBe(countOf("count prison ppo=yes"));
    expect(ratioOf("share prison misused-drugs=yes").of).toBe(countOf("count prison"));
    expect(paragraphWith("Each share has its own base").text).toContain("96%");
  });

  test("21: heroin is the commonest main drug, and not that of most clients", () => {
    const paragraph = paragraphWith("It was not the drug of a majority in either");
    const claims = paragraph.directives.filter(({kind}) => kind === "claim" || kind === "claim-rank");
    expect(claims.flatMap(queriesOfDirective).map(({populations}) => populations[0])).toEqual([
      "prison",
      "community",
      "prison",
      "community",
    ]);
    for (const setting of settings) expect(asPublished(`share ${setting} main-drug=heroin`)).toBeLessThan(50);
  });
});
