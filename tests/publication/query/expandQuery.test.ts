import {describe, expect, test} from "vitest";
import {cellKey, expandQuery, parseQuery} from "../../../src/publication/index.ts";
import {variable, vocabulary} from "../vocabulary.ts";

const cells = (text: string) => expandQuery(parseQuery(text), vocabulary);
const keys = (text: string) => cells(text).map(({address}) => cellKey(address));
const first = (text: string) => {
  const [cell] = cells(text);
  if (cell === undefined) throw new Error(`${text} asks nothing`);
  return cell;
};
const denominator = (text: string) => {
  const address = first(text).denominator;
  return address && cellKey(address);
};
const missing = (text: string) => {
  const address = first(text).missing;
  return address && cellKey(address);
};

describe("forms", () => {
  const [prison] = vocabulary.populations;
  const forms = {...prison!, name: "forms", unit: "forms" as const};
  const own = ["fate", "usable", "period"].map((name) => variable(name, ["counted", "yes", "inside"]));
  const populations = [{...forms, variables: [...forms.variables, ...own]}];
  const formKeys = (text: string) =>
    expandQuery(parseQuery(text), {...vocabulary, populations}).map(({address}) => cellKey(address));

  test("are the usable ones of the period, in counts, shares and means", () => {
    expect(formKeys("count forms")).toEqual(["count forms [usable=yes]"]);
    expect(formKeys("share forms sex=male among ppo=yes")).toEqual([
      "share forms [ppo=yes,sex=male,usable=yes] among [ppo=yes,usable=yes]",
    ]);
    expect(formKeys("mean age forms")).toEqual(["mean age forms [usable=yes]"]);
  });

  test.each(["fate=counted", "usable=yes", "period=inside"])("are all of those that %s names", (place) => {
    expect(formKeys(`count forms ${place}`)).toEqual([`count forms [${place}]`]);
    expect(formKeys(`share forms sex=male among ${place}`)).toEqual([
      `share forms [${[place, "sex=male"].sort().join()}] among [${place}]`,
    ]);
  });

  test("are all forms read where a table spreads over what became of them", () => {
    expect(formKeys("count forms by fate with totals")).toContain("count forms []");
  });

  test("clients are never narrowed", () => {
    expect(keys("count prison")).toEqual(["count prison []"]);
  });
});

describe("a share", () => {
  test("has everyone as its base", () => {
    expect(keys("share prison sex=male")).toEqual(["share prison [sex=male] among []"]);
    expect(denominator("share prison sex=male")).toBe("count prison []");
  });

  test("shows those not stated beside its base", () => {
    expect(missing("share prison sex=male")).toBe("count prison [sex=not-stated]");
  });

  test("among stated leaves out those not stated, and their number stays known", () => {
    expect(keys("share prison by sex among stated")).toEqual([
      "share prison [sex=male] among [sex=stated]",
      "share prison [sex=female] among [sex=stated]",
    ]);
    expect(missing("share prison by sex among stated")).toBe("count prison [sex=not-stated]");
  });

  test("among some narrows the numerator and the base", () => {
    expect(keys("share prison sex=male among ppo=yes")).toEqual(["share prison [ppo=yes,sex=male] among [ppo=yes]"]);
    expect(missing("share prison sex=male among ppo=yes")).toBe("count prison [ppo=yes,sex=not-stated]");
  });

  test("within one area has the area's clients as its base", () => {
    expect(keys("share community sex=male within area-of-contact=kent")).toEqual([
      "share community [area-of-contact=kent,sex=male] among [area-of-contact=kent]",
    ]);
  });

  test("within a variable has each category as a base", () => {
    expect(keys("share prison by age-group within sex").slice(0, 2)).toEqual([
      "share prison [age-group=under-18,sex=male] among [sex=male]",
      "share prison [age-group=under-18,sex=female] among [sex=female]",
    ]);
  });

  test("of a question with several answers has all clients as its base and no one missing", () => {
    expect(keys("share prison by support-required")).toEqual([
      "share prison [support-required=housing] among []",
      "share prison [support-required=leisure] among []",
    ]);
    expect(missing("share prison by support-required")).toBeUndefined();
  });
});

describe("a table", () => {
  test("has populations outermost and the last variable varying fastest", () => {
    const places = cells("count prison, community by sex, ppo").map(({population, place}) =>
      [population?.name, ...place.map(({category}) => (category === "total" ? category : category.name))].join(" "),
    );
    expect(places.slice(0, 4)).toEqual([
      "prison male yes",
      "prison male no",
      "prison male not-stated",
      "prison female yes",
    ]);
    expect(places[9]).toBe("community male yes");
  });

  test("with totals adds each margin and the whole", () => {
    expect(keys("count prison by sex, ppo with totals")).toHaveLength(16);
    expect(keys("count prison by sex with totals").at(-1)).toBe("count prison []");
  });

  test("leaves out a category for the population that lacks it", () => {
    expect(keys("share prison, community by treatment-required")).toEqual([
      "share prison [treatment-required=harm-reduction] among []",
      "share prison [treatment-required=carat-group] among []",
      "share prison [treatment-required=prescribing] among []",
      "share community [treatment-required=harm-reduction] among []",
      "share community [treatment-required=prescribing] among []",
    ]);
  });

  test("leaves out one place for the population that lacks it", () => {
    expect(keys("share prison, community treatment-required=carat-group")).toEqual([
      "share prison [treatment-required=carat-group] among []",
    ]);
  });
});

describe("a mean", () => {
  test("rests on those whose number is known", () => {
    expect(keys("mean age prison")).toEqual(["mean age prison []"]);
    expect(denominator("mean age prison")).toBe("count prison [age=stated]");
    expect(missing("mean age prison")).toBe("count prison [age=not-stated]");
  });

  test("of a group asks no number averaged, because few of a group are of unknown age, but knows where it would stand", () => {
    expect(keys("mean age prison by sex")[1]).toBe("mean age prison [sex=female]");
    expect(denominator("mean age prison sex=female")).toBeUndefined();
    expect(missing("mean age prison sex=female")).toBeUndefined();
    const [{averaged, group} = {}] = expandQuery(parseQuery("mean age prison sex=female"), vocabulary);
    expect([averaged, group].map((count) => count && cellKey(count))).toEqual([
      "count prison [age=stated,sex=female]",
      "count prison [sex=female]",
    ]);
  });
});

describe("a rate", () => {
  test("is divided by the reference's figure for the same area", () => {
    expect(keys("rate community residence=kent per prevalence.estimate")).toEqual([
      "rate community [residence=kent] per prevalence.estimate [area=kent]",
    ]);
  });

  test.each([
    ["by residence", "residence=not-stated"],
    ["residence=kent", "residence=not-stated"],
    ["ppo=yes by residence", "ppo=yes,residence=not-stated"],
    ["ppo=yes residence=kent", "ppo=yes,residence=not-stated"],
    ["by sex, residence", "residence=not-stated,sex=male"],
    ["residence=kent by sex", "residence=not-stated,sex=male"],
  ])("%s misses those of its own filters without a place", (asked, place) => {
    expect(missing(`rate community ${asked} per prevalence.estimate`)).toBe(`count community [${place}]`);
  });

  test("leaves out places that the reference has no figure for", () => {
    expect(keys("rate community by residence per prevalence.estimate")).toEqual([
      "rate community [residence=kent] per prevalence.estimate [area=kent]",
      "rate community [residence=surrey] per prevalence.estimate [area=surrey]",
    ]);
  });
});

test("a value is a row of a reference", () => {
  expect(keys("value prevalence.rate by area")).toEqual([
    "value rate prevalence [area=kent]",
    "value rate prevalence [area=surrey]",
  ]);
});

test("a number that may be below nought is averaged, and not added up", () => {
  const [prison] = vocabulary.populations;
  const number = (name: string, least: number) =>
    ({name, label: name, kind: "number", categories: [], reads: {as: "number", column: name, between: [least, 9]}}) as const; // prettier-ignore
  const populations = [{...prison!, variables: [number("change", -9), number("visits", 0)]}];
  const asked = (text: string) => expandQuery(parseQuery(text), {...vocabulary, populations}).map(({address}) => cellKey(address)); // prettier-ignore
  expect(asked("mean change prison")).toEqual(["mean change prison []"]);
  expect(asked("sum visits prison")).toEqual(["sum visits prison []"]);
  expect(() => asked("sum change prison")).toThrow('"change" may be below nought, and of such numbers no sum is given');
});

test("sums have totals", () => {
  const places = ["sex=male", "sex=female", "sex=not-stated", ""];
  expect(keys("sum age prison by sex with totals")).toEqual(places.map((place) => `sum age prison [${place}]`));
});

describe("a query that makes no sense is refused", () => {
  test.each([
    ["count prisn", 'there is no population "prisn" in "count prisn". Did you mean "prison"? Correct the name.'],
    ["share prison sexx=male", 'there is no variable of prison "sexx"'],
    ["share prison sex=mael", 'Did you mean "male"? Correct the name.'],
    ["share prison by area-of-contact", 'there is no variable of prison "area-of-contact"'],
    ["share prison", "a share of everyone in the base is always 100%"],
    ["mean sex prison", '"sex" is not a number'],
    ["count prison by age", '"age" is a number and has no categories'],
    ["count prison sex=male by sex", '"sex" has two parts to play'],
    ["count prison by support-required, treatment-required", "each take several answers and cannot be crossed"],
    ["share prison by support-required among stated", "the base cannot leave out those not stated"],
    ["share prison sex=not-stated among stated", 'the base leaves out "not stated" of sex'],
    ["rate community by sex per prevalence.estimate", "no variable says which row"],
    ["rate community by residence, area-of-contact per prevalence.estimate", "more than one variable"],
    ["rate community residence=elsewhere per prevalence.estimate", "no cell is asked"],
    ["rate community by residence per prevalenc.estimate", 'Did you mean "prevalence"? Correct the name.'],
    ["value prevalence.estimat area=kent", 'Did you mean "estimate"? Correct the name.'],
    ["value prevalence.estimate area=kant", 'Did you mean "kent"? Correct the name.'],
    ["value prevalence.estimate", "it is not clear which rows"],
  ])("%s", (text, message) => {
    expect(() => cells(text)).toThrow(message);
  });
});

test("a fault names the file, line and column of the name", () => {
  const query = parseQuery("share prison sex=mael", {file: "10-who.md", line: 3, column: 5});
  expect(() => expandQuery(query, vocabulary)).toThrow(/^10-who\.md:3:22: /);
});

test.each([
  [
    "rate community per prevalence.rate by residence",
    "prevalence.rate",
    '"rate" is in the unit "per 1,000", and is no number of people',
  ],
])("%s is refused, because a rate is of people", (text, _, what) => {
  expect(() => expandQuery(parseQuery(text), vocabulary)).toThrow(what);
});
