import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, test} from "vitest";
import {readDictionary} from "../../src/confidential/index.ts";
import {openProject} from "../../src/publication/index.ts";
import {runCommand} from "./runCommand.ts";
import {secrets, strangeExtracts} from "./strangeExtracts.ts";
import {temporaryProject} from "./temporaryProject.ts";

const details = ["--region", "south-east", "--publisher", "Observatory", "--contact", "office@example.org"];
const [visits] = strangeExtracts;

function emptyProject(): string {
  return temporaryProject({copied: ["templates", "data/dictionaries", "data/codelists"]});
}

/** A project in which a kind "strange" was to be started from an extract, and how that went. */
async function start(
  {file, bytes}: {readonly file: string; readonly bytes: Buffer},
  {more = [], project = emptyProject()}: {readonly more?: readonly string[]; readonly project?: string} = {},
) {
  const extract = path.join(project, "data/extracts", file);
  writeFileSync(extract, bytes);
  const argv = ["init", "strange-2024", "--kind", "strange", "--extract", `records=${extract}`, ...details, ...more];
  return {project, ...(await runCommand(argv, {root: project, cwd: project}))};
}

/** Every file that a project has below the folders in which a kind of report stands. */
function filesOf(project: string): readonly string[] {
  return ["templates", "data/dictionaries", "data/codelists", "reports"].flatMap((folder) =>
    readdirSync(path.join(project, folder), {recursive: true}).map((name) => path.join(folder, String(name))),
  );
}

describe.each(strangeExtracts)("of $about", ({types, leftOut, ...extract}) => {
  test("a kind of report is started that passes check and can be released", {timeout: 240_000}, async () => {
    const {project, ...started} = await start(extract);
    expect(started).toMatchObject({exitCode: 0, errors: ""});
    const {columns} = readDictionary(openProject(project), "strange-records");
    expect(Object.fromEntries(columns.map(({name, type}) => [name, type]))).toMatchObject(types);
    expect(columns.map(({name}) => name).filter((name) => leftOut.includes(name))).toEqual([]);
    for (const name of leftOut) expect(started.output).toContain(`\n  ${name} `);
    const environment = {root: project, cwd: project};
    expect(await runCommand(["check", "strange-2024"], environment)).toMatchObject({exitCode: 0, errors: ""});
    const released = await runCommand(["release", "strange-2024", "--out", path.join(project, "trial")], environment);
    expect(released).toMatchObject({exitCode: 0});
    expect(existsSync(path.join(project, "trial/releases/strange-2024/release.json"))).toBe(true);
  });
});

describe("what is personal or shared by few", () => {
  test("stands in no file and in nothing that is printed", async () => {
    const before = filesOf(emptyProject());
    const {project, output} = await start(visits);
    const written = filesOf(project).filter((file) => !before.includes(file) && /\.\w+$/.test(file));
    expect(written.length).toBeGreaterThan(8);
    for (const file of written) expect(readFileSync(path.join(project, file), "utf8"), file).not.toMatch(secrets);
    expect(output).not.toMatch(secrets);
    // The reference that the file begins with is there to be found.
    expect(visits.bytes.toString("latin1")).toMatch(secrets);
  });

  test("is told by no limit of a number, and the terminal prints no value at all", async () => {
    const {project, output} = await start(visits);
    const {columns} = readDictionary(openProject(project), "strange-records");
    const limits = columns.flatMap((column) =>
      column.type === "number" ? [[column.name, column.from, column.to]] : [],
    );
    expect(limits).toEqual([
      ["Packs given", 0, 100],
      ["Fare", 0, 1000],
    ]);
    expect(output).not.toMatch(/Harbour|heroin|steroids/);
    expect(output).toContain("each shared by 10 clients or more");
  });

  test("is not a value that one person gave in many records", async () => {
    const rows = Array.from({length: 400}, (_, at) => {
      const who = at < 40 ? "R0" : `R${String(at)}`;
      return `${who},2024-0${String(1 + (at % 9))}-05,${at < 40 ? "ZZONE" : at % 2 === 0 ? "yes" : "no"}`;
    });
    const {project} = await start({
      file: "one.csv",
      bytes: Buffer.from(["client,seen on date,Answer", ...rows].join("\n")),
    });
    expect(readFileSync(path.join(project, "data/codelists/strange-records-answer.csv"), "utf8")).toBe(
      "code,name,label,text,role\nno,no,no,no,\nyes,yes,yes,yes,\n",
    );
  });
});

describe("a list of codes", () => {
  test("has what differs by capitals as one answer, and says which answers are none", async () => {
    const {project} = await start(strangeExtracts[1]);
    const list = (name: string): string =>
      readFileSync(path.join(project, `data/codelists/strange-records-${name}.csv`), "utf8");
    expect(list("spelling")).toContain("ELECTIVE,elective,Elective,Elective,\nElective,elective,Elective,Elective,\n");
    expect(list("method")).toContain("Not known,not-stated,Not stated,not stated,not-stated\n");
    expect(list("ethnicity")).toContain('"White, British",white-british,"White, British","White, British",\n');
  });
});

describe("a file that cannot be drafted from", () => {
  test.each([
    [
      "without a client",
      "when\n2024-01-02\n2024-01-03\n",
      /it is not plain which column names the client. Say with --client/,
    ],
    ["without dates", "client\nA1\nA2\n", /no column is filled with dates that lie in the report's period/],
    ["with dates of another year", "client,date\nA1,2011-01-02\nA2,2011-02-02\n", /--from and --to/],
    ["without a header", "A1,2024-01-02\nA2,2024-02-02\n", /the first line holds values and no names/],
    ["with a column twice", "client,date,x,x\nA1,2024-01-02,1,2\n", /"x" stands in the header twice/],
    ["without a row", "client,date\n", /it is not plain which column names the client/],
  ])("%s is refused, and nothing is written", async (_, text, message) => {
    const before = filesOf(emptyProject());
    const {project, exitCode, errors} = await start({file: "x.csv", bytes: Buffer.from(text)});
    expect(exitCode).toBe(10);
    expect(errors).toMatch(message);
    expect(errors).not.toMatch(/A1|2011|2024-01-0/);
    expect(filesOf(project)).toEqual(before);
  });
});

describe("the columns of the client and of the date", () => {
  const text = [
    "number,other,first,second",
    ...Array.from({length: 60}, (_, at) => `${String(at)},x${String(at)},2024-01-05,2024-06-05`),
  ];
  const file = {file: "x.csv", bytes: Buffer.from(text.join("\n"))};

  test("are those that options name", async () => {
    const {project, errors} = await start(file, {more: ["--client", "other", "--date", "second"]});
    expect(errors).toBe("");
    expect(readDictionary(openProject(project), "strange-records")).toMatchObject({client: "other", period: "second"});
  });

  test("are refused where there is none of that name", async () => {
    const {exitCode, errors} = await start(file, {more: ["--client", "others"]});
    expect([exitCode, errors]).toEqual([10, expect.stringMatching(/there is no column "others"/)]);
  });

  test("are of a new kind alone", async () => {
    const {exitCode, errors} = await runCommand(["init", "x-2024", "--client", "ID"]);
    expect([exitCode, errors]).toEqual([2, expect.stringMatching(/give --kind too/)]);
  });
});

test("nothing that stands there is replaced", async () => {
  const {project} = await start(strangeExtracts[3]);
  const before = readFileSync(path.join(project, "data/dictionaries/strange-records.yaml"), "utf8");
  const again = await start(visits, {project});
  expect([again.exitCode, again.errors]).toEqual([2, expect.stringMatching(/templates\/strange exists already/)]);
  expect(readFileSync(path.join(project, "data/dictionaries/strange-records.yaml"), "utf8")).toBe(before);
});

test("a kind needs an extract, a name, and no template", async () => {
  const run = async (...argv: readonly string[]) => (await runCommand(["init", "x-2024", ...argv])).errors;
  expect(await run("--kind", "x")).toMatch(/give it with --extract/);
  expect(await run("--kind", "X y", "--extract", "a=b.csv")).toMatch(/lower-case letters/);
  expect(await run("--kind", "x", "--template", "y", "--extract", "a=b.csv")).toMatch(
    /or --template for one that there is/,
  );
  expect(await run("--kind", "x", "--extract", "A_b=b.csv")).toMatch(/by what its rows are/);
});

test("Parquet is drafted from by what its columns hold", {timeout: 60_000}, async () => {
  const project = emptyProject();
  const file = path.join(project, "data/extracts/x.parquet");
  mkdirSync(path.dirname(file), {recursive: true});
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT 'P' || (range % 90) AS person, DATE '2024-01-01' + (range % 300)::INTEGER AS "visit date",
    range % 2 = 0 AS new, CASE WHEN range % 3 = 0 THEN ['a', 'b'] ELSE ['a'] END AS needs, (range % 40)::DOUBLE AS packs,
    {'x': 1} AS nested, now() AS moment FROM range(600)) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  const {exitCode, errors, output} = await runCommand(
    ["init", "strange-2024", "--kind", "strange", "--extract", `records=${file}`, ...details],
    {root: project, cwd: project},
  );
  expect({exitCode, errors}).toEqual({exitCode: 0, errors: ""});
  const {columns} = readDictionary(openProject(project), "strange-records");
  expect(columns.map(({name, type}) => `${name}: ${type}`)).toEqual([
    ...["person: text", "visit date: date", "new: code", "needs: codes", "packs: number"],
  ]);
  expect(output).toMatch(/nested +its type holds no answers/);
});
