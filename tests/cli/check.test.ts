import {mkdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {runCommand} from "./runCommand.ts";
import {temporaryProject} from "./temporaryProject.ts";

const report = [
  "template: small",
  "title: Small",
  "summary: Who was seen.",
  "region: south-east",
  "period: {from: 2007-04-01, to: 2008-03-31}",
  "published: 2008-11-20",
  "publisher: Observatory",
  "contact: office@example.org",
  "synthetic: true",
  "extracts: {prison: data/extracts/there-is-none.csv}",
];
const template = [
  "populations:",
  "  prison: {label: prison clients, heading: Prison, extract: prison, dictionary: dirweb-prison, one: client}",
  "references: [prevalence]",
];
const map = ["map: {layout: south-east}"];

/** What `check` says of a report of one chapter; nothing of it is released and its extract is not there. */
async function check(chapter: readonly string[], files: Readonly<Record<string, readonly string[]>> = {}) {
  return run("check", chapter, files);
}

async function run(
  command: string,
  chapter: readonly string[],
  files: Readonly<Record<string, readonly string[]>> = {},
) {
  const project = temporaryProject({copied: ["templates", "data/dictionaries"]});
  const all = {
    "reports/small/report.yaml": [...report, ...map],
    "templates/small/template.yaml": template,
    "templates/small/10-one.md": ["# One", "", ...chapter],
    ...files,
  };
  for (const [file, lines] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(project, file)), {recursive: true});
    writeFileSync(path.join(project, file), `${lines.join("\n")}\n`);
  }
  const {exitCode, output, errors} = await runCommand([command, "small"], {root: project, cwd: project});
  return {exitCode, said: (output + errors).trim().split("\n")};
}

const figure = (...lines: readonly string[]) => [
  "::: figure clients",
  "title: Some",
  "measure: Share",
  ...lines,
  ":::",
  "",
];

test("a report that can be built passes before any extract is there, and without a map", async () => {
  const {exitCode, said} = await check(figure("chart: bars", "show: share prison by sex"), {
    "reports/small/report.yaml": report,
  });
  expect(said).toEqual([expect.stringMatching(/^small: 1 queries, no fault found\. Its claims were not judged/)]);
  expect(exitCode).toBe(0);
});

test("lines that compare and rest on nothing that is judged are listed, and stop nothing", async () => {
  const {exitCode, said} = await check([
    "There are {{ count prison }} clients. Most are men, and more than",
    "before.",
    "",
    "Women rose. {{ claim share prison sex=female > 1% }}",
  ]);
  expect(said.slice(1)).toEqual([
    "These compare, and nothing beside them would stop the build if it were not so:",
    '  templates/small/10-one.md:3: "most", "more than"',
    'Write a claim beside each, or {{ unclaimed "reason" }} where it rests on no number.',
  ]);
  expect(exitCode).toBe(0);
});

test.each<[string, readonly string[], RegExp]>([
  [
    "a chart",
    figure("chart: bar", "show: share prison by sex"),
    /:3:1: figure "clients" names the unknown chart "bar". Did you mean "bars"/,
  ],
  [
    "an option of a chart",
    figure("chart: bars", "show: share prison by sex", "sort: size"),
    /chart bars: option "sort": "sort" is "size", not one of published, value/,
  ],
  [
    "an option that a chart has not",
    figure("chart: bars", "show: share prison by sex", "srot: value"),
    /chart bars: option "srot": there is no field "srot". Did you mean "sort"/,
  ],
  [
    "a query of another shape",
    figure("chart: bars", "show: share prison by sex, ppo"),
    /spreads over 2 variables and this chart draws 1/,
  ],
  [
    "a single number of another question",
    figure("chart: bars", "show: [share prison by sex, count prison]"),
    /the whole of no series/,
  ],
  ["a map that is not there", figure("chart: hex-map", "show: count prison by residence"), /layout|names no map/],
  [
    "more decimals than are released",
    ["{{ mean age prison | decimals 2 }}"],
    /:3:1: a mean is released and printed with one decimal/,
  ],
  [
    "a claim on figures from elsewhere",
    ["{{ claim value prevalence.estimate area=kent < 1 }}"],
    /:3:1: the claim .* is not true/,
  ],
])("%s that there is not, or that cannot be, is found by the dictionary alone", async (_, chapter, said) => {
  const isMap = chapter.includes("chart: hex-map");
  const files = isMap ? {"reports/small/report.yaml": [...report, "map: {layout: nowhere}"]} : {};
  const {exitCode, said: all} = await check(chapter, files);
  expect(all.join("\n")).toMatch(said);
  expect(exitCode).toBe(11);
});

test("a map that stands in the text of a report that names none is found", async () => {
  const {said} = await check(["::: insert map", ":::"], {"reports/small/report.yaml": report});
  expect(said).toEqual([expect.stringContaining("the map stands here, and report.yaml names none")]);
});

test("everything is told at once: of the report, the dictionary, the text and its figures", async () => {
  const {said, exitCode} = await check(
    [
      "{{ count prisn }} clients, {{ share prison sex=mal }} of them men, aged {{ mean age prison | decimals 2 }}.",
      "",
      ...figure("chart: pie", "show: share prison by sex"),
    ],
    {"reports/small/10-one.md": ["{{ conut prison }}"]},
  );
  expect(said).toEqual([
    expect.stringContaining('"conut" says nothing to the builder. Did you mean "count"'),
    expect.stringContaining('there is no population "prisn"'),
    expect.stringContaining('there is no category of sex "mal"'),
    expect.stringContaining('names the unknown chart "pie"'),
    expect.stringContaining("a mean is released and printed with one decimal"),
  ]);
  expect(exitCode).toBe(11);
});

test("every fault of a report.yaml is told, and those of the chapters beside them", async () => {
  const {said} = await check(["{{ conut prison }}"], {
    "reports/small/report.yaml": [
      ...report.map((line) => line.replace("title:", "titel:").replace("true", "yes")),
      ...map,
    ],
  });
  expect(said.map((line) => line.replace(/^.*?: /, ""))).toEqual([
    'the field "title" is missing. Did you mean it by "titel"? Correct the field.',
    '"synthetic" is "yes", not true or false. Correct the value.',
    'there is no field "titel". Did you mean "title"? Correct the field.',
    '"conut" says nothing to the builder. Did you mean "count"? Correct the name.',
  ]);
});

test("what a report says of how its extract is written is judged before the extract is there", async () => {
  const {said, exitCode} = await check(figure("chart: bars", "show: share prison by sex"), {
    "reports/small/report.yaml": [
      ...report.with(-1, "extracts:"),
      "  prison:",
      "    file: data/extracts/there-is-none.csv",
      "    values:",
      "      SEX: {M: male}",
      ...map,
    ],
  });
  expect(said).toEqual([
    expect.stringMatching(/report\.yaml, line 12, .*values of "SEX": "male" is no code of .*sex\.csv/),
  ]);
  expect(exitCode).toBe(11);
});

test("every fault of a dictionary is told, and the text is read beside it", async () => {
  const dictionary = [
    "name: visits",
    "title: Visits",
    'file: {delimiter: ",", broken-rows: 1%}',
    'blank: [""]',
    "dates: [yyyy-mm-dd]",
    "client: CLIENT",
    "period: SEEN",
    "stands-for-client: [SEN]",
    "columns:",
    "  CLIENT: {title: Client, type: text, required: true}",
    "  SEEN: {title: Seen, type: date, required: true}",
    "  SEX: {title: Sex, type: code, list: sexes}",
    "variables:",
    "  sex: {label: Sex, from: SX}",
    "  usable: {label: Usable, from: SEX}",
  ];
  const {said} = await check(["{{ conut prison }}"], {
    "data/dictionaries/visits.yaml": dictionary,
    "templates/small/template.yaml": template.map((line) => line.replace("dirweb-prison", "visits")),
  });
  expect(said.join("\n")).toMatch(/"conut" says nothing/);
  expect(said.join("\n")).toMatch(/line 8.*there is no column "SEN". Did you mean "SEEN"/);
  expect(said.join("\n")).toMatch(/line 14.*there is no column "SX". Did you mean "SEX"/);
  expect(said.join("\n")).toMatch(/line 15.*"usable" is a variable that every population of forms has/);
});

test("a release is refused for what a check finds, its drawings included, before an extract is looked for", async () => {
  const wrong = figure("chart: pyramid", "show: share prison by sex");
  const [checked, released] = [await run("check", wrong), await run("release", wrong)];
  expect(released.exitCode).toBe(11);
  expect(released.said).toEqual(checked.said);
  expect(released.said.join("\n")).toContain("chart pyramid");
});

test("bands have an order of their own, and no figure ranks them by value", async () => {
  const ranked = (by: string) => figure("chart: bars", `show: share prison by ${by}`, "sort: value");
  const {exitCode, said} = await check(ranked("age-group"));
  expect({exitCode, said}).toEqual({exitCode: 11, said: [expect.stringContaining("bands have an order of their own")]});
  expect(await check(ranked("main-drug"))).toMatchObject({exitCode: 0});
});
