import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {readRegions, openProject} from "../../src/publication/index.ts";
import {loadReport} from "../../src/publication/index.ts";
import {runCommand} from "./runCommand.ts";
import {copyReport, firstForms, temporaryProject, writeExtract} from "./temporaryProject.ts";

const template = ["--template", "drug-interventions-annual"];
const publisher = [...template, "--publisher", "Observatory", "--contact", "office@example.org"];
const otherNames: Readonly<Record<string, string>> = {SEX: "Gender", CLIENTID: "client_number", DOB: "BirthDate"};

function renameHeader([header = "", ...rows]: readonly string[]): readonly string[] {
  return [
    header
      .split(",")
      .map((name) => otherNames[name] ?? name)
      .join(","),
    ...rows,
  ];
}

const release = (project: string, edition: string): string =>
  readFileSync(path.join(project, "data/releases", edition, "release.json"), "utf8");

test("an edition is started from its name, and its report can be read", async () => {
  const project = temporaryProject();
  const {exitCode, errors} = await runCommand(["init", "south-east-2009-10", ...publisher], {
    root: project,
    cwd: project,
  });
  expect(errors).toBe("");
  expect(exitCode).toBe(0);
  const report = loadReport(openProject(project), "south-east-2009-10");
  expect(report.region.name).toBe("south-east");
  expect(report.period).toMatchObject({from: "2009-04-01", to: "2010-03-31", label: "2009/10"});
  expect(report.synthetic).toBe(false);
});

test("an edition is compared with the latest one before it", async () => {
  const project = temporaryProject();
  copyReport(project, "south-east-2007-08");
  await runCommand(["init", "south-east-2009-10", ...publisher], {root: project, cwd: project});
  expect(loadReport(openProject(project), "south-east-2009-10").compareWith).toBe("south-east-2007-08");
});

test("what nobody told is asked where a person is there to answer", async () => {
  const project = temporaryProject();
  const asked: string[] = [];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(question.includes("region") ? "south-west" : "2009-04-01");
  };
  const {exitCode} = await runCommand(["init", "trial", ...publisher], {root: project, cwd: project, ask});
  expect(exitCode).toBe(0);
  expect(asked).toHaveLength(3);
});

const chapter = `# Clients

{{ count prison }} in prison, {{ count community }} in the community.

::: table clients-by-sex
title: Clients by sex
measure: Clients
show:
  - count prison by sex
  - count community by sex
:::
`;

/** A project whose template has one short chapter: a release of it is soon made. */
function shortProject(): string {
  const project = temporaryProject({copied: ["templates"]});
  const folder = path.join(project, "templates/drug-interventions-annual");
  for (const name of readdirSync(folder)) if (/^\d/.test(name)) rmSync(path.join(folder, name));
  writeFileSync(path.join(folder, "10-clients.md"), chapter);
  return project;
}

test("an extract under other column names gives the same release as under the dictionary's own", async () => {
  const project = shortProject();
  const forms = {prison: firstForms("prison", 400), community: firstForms("community", 400)};
  const plain = Object.entries(forms).map(([name, lines]) => `${name}=${writeExtract(project, name, lines)}`);
  const renamed = Object.entries(forms).map(
    ([name, lines]) => `${name}=${writeExtract(project, `${name}-renamed`, renameHeader(lines))}`,
  );
  const start = (extracts: readonly string[]): readonly string[] => [
    ...["init", "south-east-2007-08", ...publisher],
    ...extracts.flatMap((extract) => ["--extract", extract]),
  ];
  const environment = {root: project, cwd: project};
  const {output} = await runCommand(start(renamed), environment);
  expect(output).toMatch(/SEX +Gender/);
  expect(output).not.toMatch(/CANARY|\d\d\/\d\d\/\d{4}/);
  await expectReleased(["release", "south-east-2007-08"], environment);
  const underOtherNames = release(project, "south-east-2007-08");
  const back = readFileSync(path.join(project, "reports/south-east-2007-08/report.yaml"), "utf8");
  expect(back).toContain("CLIENTID: client_number");

  const second = shortProject();
  await runCommand(start(plain), {root: second, cwd: second});
  await expectReleased(["release", "south-east-2007-08"], {root: second, cwd: second});
  expect(release(second, "south-east-2007-08")).toBe(underOtherNames);
});

test("everything that nobody told is asked for at once", async () => {
  const project = temporaryProject();
  const {exitCode, errors} = await runCommand(["init", "trial"], {root: project, cwd: project});
  expect(exitCode).toBe(2);
  expect(errors).toMatch(
    /--region <name> .*\n.*--from 2009-04-01 .*\n.*--to 2010-03-31 .*\n.*--publisher .*\n.*--contact /,
  );
});

test("a day that there is not is refused, and nothing is written", async () => {
  const project = temporaryProject();
  const dates = ["--from", "2009-13-01", "--to", "2010-03-31"];
  const started = await runCommand(["init", "south-west-trial", ...publisher, ...dates], {root: project, cwd: project});
  expect(started.exitCode).toBe(2);
  expect(started.errors).toMatch(/"period.from" is "2009-13-01", not a date/);
  expect(existsSync(path.join(project, "reports/south-west-trial/report.yaml"))).toBe(false);
});

test("what init writes passes check, with or without a map, references and another edition", async () => {
  const project = temporaryProject();
  copyReport(project, "south-east-2007-08");
  const regions = readRegions(openProject(project)).map(({name}) => name);
  expect(regions.length).toBeGreaterThan(8);
  // One with a map and an edition before it, and one with neither.
  const [other = ""] = regions.filter((name) => name !== "south-east");
  for (const region of ["south-east", other]) {
    const edition = `${region}-2009-10`;
    const started = await runCommand(["init", edition, ...publisher], {root: project, cwd: project});
    expect(started, edition).toMatchObject({exitCode: 0, errors: ""});
    expect(started.output, edition).not.toContain("To settle");
    expect(await runCommand(["check", edition], {root: project, cwd: project}), edition).toMatchObject({
      exitCode: 0,
      errors: "",
    });
  }
});

async function expectReleased(argv: readonly string[], environment: {root: string; cwd: string}): Promise<void> {
  const {exitCode, errors} = await runCommand(argv, environment);
  expect(errors).toBe("");
  expect(exitCode).toBe(0);
}
