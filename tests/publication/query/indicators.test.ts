import {describe, expect, test} from "vitest";
import {
  expandQuery,
  loadPublication,
  openProject,
  resolveNames,
  targetReference,
  type Publication,
  type Query,
} from "../../../src/publication/index.ts";
import {edition, faultsOf, template, writeProject} from "../project.ts";
import {vocabulary} from "../vocabulary.ts";

const carePlan = [
  "care-plan:",
  "  label: Clients with a plan",
  "  definition: Clients who agreed a plan, of those of whom it is known.",
  "  query: share community plan=agreed among stated",
  "  better: higher",
  "  area: residence",
];
const target = ["  target: {number: 80, from: 2007-04-01, source: A plan}"];

function publishWith(indicators: readonly string[], markdown: string): Publication {
  const files = {
    [`${template}/indicators.yaml`]: [...indicators, ""].join("\n"),
    [`${template}/10-one.md`]: `# One\n\n${markdown}\n`,
  };
  return loadPublication(openProject(writeProject(files)), edition.slice("reports/".length));
}

/** The one query that a text asks. */
function queryOf(markdown: string, indicators: readonly string[] = [...carePlan, ...target]): Query {
  const {plan} = publishWith(indicators, markdown);
  expect(plan).toHaveLength(1);
  return plan[0]!;
}

function faultsIn(indicators: readonly string[], markdown = "Nothing."): readonly string[] {
  return faultsOf(() => publishWith(indicators, markdown));
}

/** Faults of names, which are looked up once a publication is read. */
function nameFaults(indicators: readonly string[], markdown = "Nothing."): readonly string[] {
  return resolveNames(publishWith(indicators, markdown), vocabulary).map(({what, remedy, position}) =>
    [position?.file, position?.line, position?.column, what, remedy].join(": "),
  );
}

describe("an indicator that is asked", () => {
  test("of everybody is its own query", () => {
    expect(queryOf("{{ indicator care-plan }}")).toMatchObject({
      ...{measure: "share", populations: ["community"], at: {plan: "agreed"}, among: {}, within: [], by: []},
      ...{amongStated: true, label: "Clients with a plan", text: "indicator care-plan", edition: "this"},
    });
  });

  test("at a place is a share of those who are there, and asks the same cell as the query in full", () => {
    const cells = [
      "{{ indicator care-plan residence=kent }}",
      "{{ share community plan=agreed among stated residence=kent }}",
    ].map((text) => expandQuery(queryOf(text), vocabulary));
    expect(cells[0]).toEqual(cells[1]);
  });

  test("by a variable is a share within each of its categories", () => {
    const figure = [
      "::: table plans",
      "title: Plans",
      "measure: Plans",
      "show: indicator care-plan by residence",
      ":::",
    ];
    expect(queryOf(figure.join("\n"))).toMatchObject({by: [], within: ["residence"], at: {plan: "agreed"}});
  });

  test("of another measure than a share is that of the place", () => {
    const age = ["age:", "  label: Age", "  definition: Mean age.", "  query: mean age community"];
    expect(queryOf("{{ indicator age residence=kent }}", age)).toMatchObject({at: {residence: "kent"}, among: {}});
  });

  test("is printed with the decimals that its definition says", () => {
    expect(queryOf("{{ indicator care-plan }}", [...carePlan, "  decimals: 1"])).toMatchObject({decimals: 1});
    const age = ["age:", "  label: Age", "  definition: Mean age.", "  query: mean age community", "  decimals: 0"];
    expect(faultsIn(age)).toEqual([
      "templates/annual/indicators.yaml:5:13: a mean is printed with the decimals that it is released with, or that its reference says. Leave decimals out.",
    ]);
  });

  test("in the previous edition asks that", () => {
    const query = "{{ indicator care-plan in previous }}";
    expect(faultsIn(carePlan, query)[0]).toContain('"indicator care-plan in previous" asks the previous edition');
  });

  test("by a name that is not defined is refused with the nearest", () => {
    expect(faultsIn(carePlan, "{{ indicator care-plam }}")).toEqual([
      'templates/annual/10-one.md:3:14: there is no indicator "care-plam". Did you mean "care-plan"? Correct the name.',
    ]);
  });

  test("at a place of a variable that it fixes itself is refused", () => {
    expect(faultsIn(carePlan, "{{ indicator care-plan plan=left }}")[0]).toContain("says of plan itself what it asks");
  });

  test("among others than its definition names is refused", () => {
    expect(faultsIn(carePlan, "{{ indicator care-plan among sex=male }}")[0]).toContain('"among"');
  });

  test("at a place that there is not is refused where it is asked", () => {
    expect(nameFaults(carePlan, "{{ indicator care-plan residence=kemt }}")).toEqual([
      expect.stringContaining('templates/annual/10-one.md: 3: 34: there is no category of residence "kemt"'),
    ]);
  });
});

describe("a target", () => {
  test("that is the same everywhere is the one figure of a reference of its own", () => {
    const {indicators, report, plan} = publishWith([...carePlan, ...target], "{{ target care-plan }}");
    expect(plan[0]).toMatchObject({
      measure: "value",
      reference: "care-plan-target",
      column: "target",
      at: {area: "region"},
    });
    const reference = targetReference(indicators.get("care-plan")!, report, vocabulary)!;
    expect(reference).toMatchObject({source: "A plan, from 1 April 2007", columns: [{unit: "percent", decimals: 0}]});
    expect(expandQuery(plan[0]!, {...vocabulary, references: [reference]})).toHaveLength(1);
  });

  test("is the last of those set by the end of the period", () => {
    const dated = [
      "  target:",
      "    - {number: 85, from: 2007-10-01, source: A second plan}",
      "    - {number: 80.5, from: 2006-04-01, source: A plan}",
      "    - {number: 90, from: 2008-04-01, source: A third plan}",
    ];
    const {indicators, report} = publishWith([...carePlan, ...dated], "Nothing.");
    expect(targetReference(indicators.get("care-plan")!, report, vocabulary)?.source).toMatch(/^A second plan/);
  });

  test("of every place is a column of a reference, whose rows are the places", () => {
    const column = ["  target: {column: prevalence.rate}"];
    const figure = ["::: table plans", "title: Plans", "measure: Plans", "show: target care-plan by residence", ":::"];
    expect(queryOf(figure.join("\n"), [...carePlan, ...column])).toMatchObject({reference: "prevalence", by: ["area"]});
    expect(queryOf("{{ target care-plan residence=kent }}", [...carePlan, ...column])).toMatchObject({
      at: {area: "kent"},
    });
  });

  test("that is the same everywhere is asked at no place", () => {
    const faults = faultsIn([...carePlan, ...target], "{{ target care-plan residence=kent }}");
    expect(faults[0]).toContain('the target of "care-plan" is the same whatever residence is');
  });

  test("that is not defined is refused", () => {
    expect(faultsIn(carePlan, "{{ target care-plan }}")[0]).toContain('the indicator "care-plan" has no target');
  });

  test("in another unit is refused, whether or not it is asked", () => {
    expect(nameFaults([...carePlan, "  target: {column: prevalence.rate}"])).toEqual([
      expect.stringContaining(
        '7: 11: "care-plan" is in the unit "percent", and what it is held against in "per 1,000"',
      ),
    ]);
  });

  test("that applies only after the period is refused", () => {
    const late = ["  target: {number: 80, from: 2009-04-01, source: A plan}"];
    expect(nameFaults([...carePlan, ...late])[0]).toContain('no target of "care-plan" applies by the end');
  });

  test("of a count is refused, because nobody could tell the two apart", () => {
    const count = ["seen:", "  label: Seen", "  definition: Clients.", "  query: count community", ...target];
    expect(nameFaults(count)[0]).toContain('the number of "seen" has no interval');
  });
});

describe("a benchmark", () => {
  test("of the region is the same number of everybody at the same time", () => {
    const region = [...carePlan, "  benchmark: region"];
    expect(queryOf("{{ benchmark care-plan sex=male }}", region)).toMatchObject({among: {sex: "male"}, within: []});
    const faults = faultsIn(region, "{{ benchmark care-plan residence=kent }}");
    expect(faults[0]).toContain('the benchmark of "care-plan" is the same whatever residence is');
  });

  test("of the region needs to be told what places are", () => {
    const faults = faultsIn([...carePlan.slice(0, -1), "  benchmark: region"]);
    expect(faults[0]).toContain("it is not said what its places are");
  });

  test("of a reference is that figure, by its own name", () => {
    const england = [...carePlan, "  benchmark: {figure: value prevalence.rate area=kent, label: Kent}"];
    expect(queryOf("{{ benchmark care-plan }}", england)).toMatchObject({measure: "value", label: "Kent"});
    expect(nameFaults(england)[0]).toContain('templates/annual/indicators.yaml: 7: 23: "care-plan" is in the unit');
  });
});

describe("a definition", () => {
  test("with a name that there is not is refused where it stands, whether or not it is asked", () => {
    const faults = nameFaults(carePlan.map((line) => line.replace("plan=agreed", "plan=agred")));
    expect(faults).toEqual([
      expect.stringMatching(
        /indicators\.yaml: 4: 31: there is no category of plan "agred" in "share comm.*Did you mean "agreed"/,
      ),
    ]);
    expect(nameFaults(carePlan.map((line) => line.replace(": residence", ": residense")))[0]).toContain(
      'there is no variable of community "residense"',
    );
  });

  test("brings no number of its own", () => {
    const faults = faultsIn(carePlan.map((line) => line.replace("Clients with", "37 with")));
    expect(faults[0]).toContain('templates/annual/indicators.yaml:2:10: "37" is a typed number in the label');
  });

  test("asks one number", () => {
    const faults = faultsIn(carePlan.map((line) => line.replace("among stated", "by sex among stated")));
    expect(faults[0]).toContain("asks for several numbers");
  });

  test("with a field that there is not is refused", () => {
    expect(faultsIn([...carePlan, "  targt: 80"])[0]).toContain("targt");
  });
});

test("a definition that cannot be read is one fault at its line, and the others stay known", () => {
  const bad = ["bad:", "  label: Bad", "  definition: Nothing.", "  query: share community plan="];
  const text = "{{ indicator bad }} and {{ indicator bad residence=kent }}, {{ indicator care-plan }}.";
  const faults = faultsIn([...carePlan, ...bad], text);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/indicators\.yaml:10:/);
});

test("a benchmark of places that are no region is called as its definition says, and a region by its name", () => {
  const labelOf = (benchmark: string) =>
    publishWith([...carePlan, `  benchmark: ${benchmark}`], "Nothing.").indicators.get("care-plan")?.benchmark?.label;
  expect(labelOf("{region: all pilot areas}")).toBe("all pilot areas");
  expect(labelOf("region")).toBe("the South East");
});
