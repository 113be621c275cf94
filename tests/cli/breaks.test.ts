import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {loadPublication, openProject} from "../../src/publication/index.ts";
import {readFigureData} from "../../src/site/tidy/readFigureData.ts";
import {describeExplanations} from "../../src/site/tidy/describeNotes.ts";
import {announceRequest} from "../../src/site/edition/siteRequest.ts";
import {figuresOf} from "../../src/site/views/figuresOf.ts";
import {methodsPage} from "../../src/site/views/methodsPage.ts";
import {ledgerProject, released, run, writeEdition, type SmallEdition} from "./ledgerProject.ts";

const first: SmallEdition["report"] = {period: "{from: 2007-04-01, to: 2008-03-31}", published: undefined};
const second = {...first, period: "{from: 2007-05-01, to: 2008-04-30}", "compare-with": "one"};
const asks = ["count clients drug=heroin", "count clients drug-class=soft", "count clients"];
const inPrevious = [...asks, "count clients drug-class=soft in previous"];

const table = `::: table t
title: Classes
measure: Clients
show: [count clients by drug-class, count clients by drug-class in previous]
:::
`;

/** Two released editions, between which the old drug became a hard one. */
async function projectWith(report: SmallEdition["report"]): Promise<string> {
  const root = ledgerProject();
  writeEdition(root, "one", {asks: [...asks, "count clients drug-class=hard"], ...(first && {report: first})});
  expect(await run(root, "release", "one")).toMatchObject({exitCode: 0});
  const list = path.join(root, "data/codelists/drugs.csv");
  writeFileSync(list, readFileSync(list, "utf8").replace("old drug,,soft", "old drug,,hard"));
  writeEdition(root, "two", {asks: inPrevious, ...(report && {report})});
  const text = path.join(root, "templates/two/10-one.md");
  writeFileSync(text, `${readFileSync(text, "utf8")}\n${table}`);
  expect(await run(root, "release", "two")).toMatchObject({exitCode: 0});
  return root;
}

test("a number of the edition before is refused where its variable was made of other answers", async () => {
  const root = await projectWith(second);
  const {exitCode, errors} = await run(root, "check", "two");
  expect(exitCode).toBe(11);
  expect(errors).toContain('asks one, where "drug-class" was made of other answers than it is now');
  expect(errors).toContain("Say why under breaks in report.yaml");
  expect(errors).not.toContain('"drug"');
});

test("it stands where the report says why, and the reason under what shows both", async () => {
  const because = "The old drug counts as hard since 2008.";
  const root = await projectWith({
    ...second,
    breaks: `[{variable: drug-class, because: ${because}}]`,
    expected: '[{what: "clients: more", because: A second team sends its forms.}]',
  });
  expect(await run(root, "check", "two")).toMatchObject({exitCode: 0});
  const publication = loadPublication(openProject(root), "two");
  const releases = new Map([
    ["this", released(root, "two")],
    ["previous", released(root, "one")],
  ]);
  const [block] = figuresOf(publication);
  if (block === undefined) throw new Error("the table is there");
  const notes = describeExplanations(readFigureData(block, releases, publication.report.breaks));
  expect(notes).toContain(`[b]: break. ${because}`);
  // The methods tell of it too.
  const site = {
    editions: ["two"],
    releases: [path.join(root, "data/releases")],
    out: path.join(root, "dist"),
    pdf: false,
  };
  announceRequest({project: openProject(root), ...site});
  expect(methodsPage("two").expected).toEqual([because, "A second team sends its forms."]);
  const alone = {...block, show: block.show.filter(({edition}) => edition === "this")};
  expect(describeExplanations(readFigureData(alone, releases, publication.report.breaks)).join()).not.toContain(
    "break",
  );
});

test("a reason holds no number of people", async () => {
  const root = ledgerProject();
  writeEdition(root, "one", {asks, report: {...first, breaks: "[{variable: drug, because: Twelve people more.}]"}});
  expect((await run(root, "check", "one")).errors).toContain("a reason under breaks");
});
