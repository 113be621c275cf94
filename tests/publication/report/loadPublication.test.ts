import {describe, expect, test} from "vitest";
import {basis, chapterFaults, compared, edition, faultsOf, publish, template, type Files} from "../project.ts";

const withReport = (from: string, to: string): Files => ({
  [`${edition}/report.yaml`]: (basis[`${edition}/report.yaml`] ?? "").replace(from, to),
});

test("a report is its own definition with its template's", () => {
  expect(publish({}).report).toMatchObject({
    id: "kent-2007-08",
    template: "annual",
    title: "Kent, 2007/08",
    region: {name: "south-east", label: "South East", text: "the South East"},
    period: {from: "2007-04-01", to: "2008-03-31", label: "2007/08", text: "April 2007 to March 2008"},
    references: ["prevalence"],
    policy: {threshold: 5, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, method: "withhold"},
    remedies: {withhold: []},
    print: "whole",
    map: {layout: "south-east"},
  });
});

const printed = (way: string): Files => ({
  [`${template}/template.yaml`]: `${basis[`${template}/template.yaml`] ?? ""}print: ${way}\n`,
});

test("a template says that its reports are printed on few pages", () => {
  expect(publish(printed("brief")).report.print).toBe("brief");
  expect(faultsOf(() => publish(printed("breif"))).join("\n")).toMatch(/template\.yaml:5:8: "print".*brief/);
});

const withRevision = (date: string, affects: string): Files => ({
  ...withReport(
    "synthetic: true",
    `synthetic: true\nrevisions:\n  - {date: ${date}, reason: Two areas were exchanged., affects: [${affects}]}`,
  ),
  [`${template}/10-one.md`]: "# One\n\nText.\n",
});

test("an edition lists what was corrected since its publication, and what that changed", () => {
  expect(publish(withRevision("2008-12-04", "one")).report.revisions).toMatchObject([
    {date: "2008-12-04", reason: "Two areas were exchanged.", affects: ["one"]},
  ]);
});

test("what rests on reference figures is left out of an edition that has none", () => {
  const text =
    "# A\n\n::: when references\n{{ value prevalence.rate by area }}\n:::\n\n::: when no-references\nNone.\n:::\n";
  const files = {[`${template}/10-a.md`]: text.replace(" by area", " area=region")};
  const without = {...files, ...withReport("synthetic: true", "synthetic: true\nreferences: []")};
  expect(publish(files).plan.map((query) => query.text)).toEqual(["value prevalence.rate area=region"]);
  expect(publish(without).plan).toEqual([]);
  expect(publish(without).chapters.at(0)?.blocks).toMatchObject([{kind: "prose"}]);
});

describe("a faulty definition is refused", () => {
  test.each<[Files, string]>([
    [withReport("publisher: Observatory\n", ""), 'report.yaml:1:1: the field "publisher" is missing. Write it: text.'],
    [
      withReport("publisher:", "publsher:"),
      'there is no field "publsher". Did you mean "publisher"? Correct the field.',
    ],
    [
      withReport("synthetic: true", "synthetic: true\nreferences: [prevalance]"),
      'the template has no reference "prevalance". Did you mean "prevalence"?',
    ],
    [withReport("region: south-east", "region: south-eest"), 'report.yaml:4:9: there is no region "south-eest".'],
    [
      withReport("synthetic: true", "synthetic: true\nhistory: {prisn: 2005-04-01}"),
      'no population counts an extract "prisn". Did you mean "prison"?',
    ],
    [
      withReport("synthetic: true", "synthetic: true\nhistory: {prison: 2007-04-01}"),
      'a history of "prison" that begins on 2007-04-01 looks back to nothing before the period',
    ],
    [
      withReport("synthetic: true", "synthetic: true\nhistory: {prison: 2005-04-01}"),
      '"prison" counts clients of "prison", and of its history one form a client would stand for years.',
    ],
    [withReport("synthetic: true", "synthetic: true\nhistory: {prison: 2005}"), '"history.prison"'],
    [withReport("synthetic: true", "synthetic: true\ncompare-with: kent-2007-08"), "cannot be compared with itself"],
    [withReport("publisher: Observatory", "publisher: ' '"), '"publisher": this is blank, and a text is needed'],
    [withReport('"Kent, 2007/08"', '"Kent\\nSurrey"'), '"title": this is one line, without breaks'],
    [
      withReport('"Kent, 2007/08"', '"Kent\\u202e"'),
      "report.yaml:2:8: this is not YAML: this text holds a sign that nobody sees (U+202E)",
    ],
    [
      withReport('"Kent, 2007/08"', "Kent\u202e"),
      "report.yaml:2:12: a sign that nobody sees (U+202E) stands here. Take it out.",
    ],
    [withReport('"Kent, 2007/08"', "!!js Kent"), "the sign ! gives a value a type that there is not"],
    [
      withReport("summary: Who was seen.", 'summary: "{{ count prison }}"'),
      'holds "{{ count prison }}", which is filled in nowhere',
    ],
    [withReport("synthetic: true", "synthetic: true\n__proto__: {}"), 'no field can be called "__proto__"'],
    [withRevision("2008-12-04", "onne"), 'report.yaml:11:12: a revision names "onne"'],
    [withRevision("2008-11-19", "one"), "report.yaml:11:12: this revision is older than the report."],
    [
      withReport("to: 2008-03-31", "to: 2018-03-31"),
      "the report is published before its period ends. Correct one of the two",
    ],
    [withReport("to: 2008-03-31", "to: 2006-03-31"), "report.yaml:5:32: the period ends before it starts."],
    [withReport(", community: data/community.csv", ""), 'the template counts the extract "community"'],
    [withReport("template: annual", "template: anual"), "templates/anual/template.yaml:1:1: this file is missing."],
  ])("%#", (files, message) => {
    expect(faultsOf(() => publish(files)).join("\n")).toContain(message);
  });
});

test("the plan holds every query once, in the order of the text", () => {
  const text =
    "# A\n\n{{ count prison }} {{ share prison sex=male }} {{ count prison }} {{ claim count prison > count community }}\n";
  expect(publish({[`${template}/10-a.md`]: text}).plan.map((query) => query.text)).toEqual([
    "count prison",
    "share prison sex=male",
    "count community",
  ]);
});

test("a change asks both editions", () => {
  const {plan} = publish({...compared, [`${template}/10-a.md`]: "# A\n\n{{ change count prison }}\n"});
  expect(plan.map(({text, edition}) => [text, edition])).toEqual([
    ["count prison", "this"],
    ["count prison in previous", "previous"],
  ]);
});

test("the edition's facts stand beside the template's and replace them", () => {
  const {facts} = publish({
    [`${template}/facts.yaml`]: "one: {text: one, source: A}\ntwo: {text: two, source: A}\n",
    [`${edition}/facts.yaml`]: "two: {text: II, source: B}\n",
  });
  expect(facts).toMatchObject({one: {text: "one"}, two: {text: "II"}});
});

test("a term has a name, a long form where there is one, and a definition", () => {
  const glossary = "PDU (problematic drug user)\n: Uses heroin or\n  crack.\n\ncare plan\n: What is agreed.\n";
  expect(publish({[`${template}/glossary.md`]: glossary}).glossary).toEqual([
    {name: "PDU", long: "problematic drug user", definition: "Uses heroin or crack."},
    {name: "care plan", long: "care plan", definition: "What is agreed."},
  ]);
});

describe("a name that no other part has is refused", () => {
  const glossary = {[`${template}/glossary.md`]: "PDU\n: A.\n"};

  test.each<[string, Files, string]>([
    ["{{ term PDO }}", glossary, '10-one.md:3:1: the glossary has no "PDO". Did you mean "PDU"?'],
    ["{{ see two }}", {}, '10-one.md:3:1: there is no figure, table or chapter "two".'],
    ["{{ fact population }}", {}, '10-one.md:3:1: facts.yaml has no "population".'],
    ["{{ count prisoners }}", {}, '10-one.md:3:4: template.yaml declares no "prisoners".'],
    ["{{ value prevalense.rate area=kent }}", {}, 'template.yaml declares no "prevalense". Did you mean "prevalence"?'],
    ["{{ count prison in previous }}", {}, '10-one.md:3:4: "count prison in previous" asks the previous edition'],
    ["{{ change count prison }}", {}, "asks the previous edition, but report.yaml has no compare-with"],
    ["{{ report previous-period }}", {}, '10-one.md:3:1: "previous-period" is of the previous edition'],
  ])("%s", (markdown, files, message) => {
    expect(chapterFaults(markdown, files).join("\n")).toContain(message);
  });

  test("and so is a key message that asks another population than it stands under", () => {
    const card = "::: key-messages\n- heading: Sex\n  prison:\n    number: count community\n    sentence: men\n:::";
    expect(chapterFaults(card)[0]).toContain('10-one.md:6:13: the message of "prison" asks "community".');
  });

  test("but what is left out of this edition may name it", () => {
    expect(chapterFaults("::: when previous\n{{ change count prison }}\n:::")).toEqual([]);
  });
});

test("a glossary with a term without definition is refused", () => {
  const files = {[`${template}/glossary.md`]: "PDU\n\ncare plan\n: A.\n"};
  expect(faultsOf(() => publish(files))).toEqual([
    'templates/annual/glossary.md:1:1: "PDU" has no definition. Write : and it on the next line.',
  ]);
});

test.each([
  ["summary: Who was seen.", "summary: Only 3 women were seen.", 'holds "3", a typed number'],
  ["summary: Who was seen.", "summary: Only three women were seen.", 'holds "three women", a typed number'],
  ["publisher: Observatory", "publisher: Observatory of 3 women", 'holds "3 women", a typed number'],
])("%s may not become %s", (from, to, message) => {
  expect(faultsOf(() => publish(withReport(from, to))).join("\n")).toContain(message);
});

test("every file that is no text in UTF-8 is named at once, with the line", () => {
  const files = {
    [`${template}/10-a.md`]: "# A\n\nRh\ufffdne.\n",
    [`${template}/20-b.md`]: "# B\n\nText.\0\n",
    [`${template}/facts.yaml`]: "rivers:\n  text: four\n  source: Rh\ufffdne\n",
  };
  expect(faultsOf(() => publish(files))).toEqual([
    `${template}/facts.yaml:3:13: a letter was lost here when the file was saved. Write it again and save the file as UTF-8.`,
    `${template}/10-a.md:3:3: a letter was lost here when the file was saved. Write it again and save the file as UTF-8.`,
    `${template}/20-b.md:1:1: this is no text file. Save it as UTF-8.`,
  ]);
});
