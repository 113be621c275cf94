import {copyFileSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {ingest} from "../../../../src/confidential/sources/files/ingest.ts";
import {parquetOf} from "./parquetOf.ts";
import {extract, failure, form, header, projectWith, smallReport} from "./smallProject.ts";
import {openProject} from "../../../../src/publication/index.ts";

describe("the path of a file is no pattern", () => {
  const readAt = async (name: string, content: string | Buffer) => {
    const root = projectWith("");
    const file = join(root, name);
    mkdirSync(join(file, ".."), {recursive: true});
    writeFileSync(file, content);
    // What the name would stand for as a pattern, with another number of forms.
    writeFileSync(join(root, "q1.csv"), extract(form(), form()));
    await using ingested = await ingest({project: openProject(root), report: smallReport(), extracts: {people: file}});
    return ingested.extracts.get("people")?.counts.read;
  };
  test.each(["q[1].csv", "q*.csv", "q?.csv", "q[!2].csv", "CLIENT=x/q.csv", "q\\1.csv", "q'1.csv", "q#1%20.csv.gz"])(
    "%s",
    async (name) => {
      expect(await readAt(name, extract(form()))).toBe(1);
      expect(await readAt(name, await parquetOf(extract(form())))).toBe(1);
    },
  );
});

test("every extract's columns are found before a form of any is read", async () => {
  const root = projectWith(extract("CANARY,broken", "CANARY,broken"));
  writeFileSync(join(root, "others.csv"), header.replace("SEX", "S"));
  const usual = smallReport();
  const others = {...usual.populations[0]!, name: "others", extract: "others"};
  const report = {
    ...usual,
    extracts: {...usual.extracts, others: "others.csv"},
    populations: [...usual.populations, others],
  };
  await expect(ingest({project: openProject(root), report})).rejects.toThrow(
    'others.csv, line 1: the header lacks the column "SEX"',
  );
});

/** Two compressed files, one put behind the other, that lost the first byte of the second. */
const spoiledSecond = Buffer.concat([gzipSync(extract(form())), Buffer.alloc(1), gzipSync(`${form()}\n`).subarray(1)]);

test.each([
  ["a workbook", Buffer.from("PK\u0003\u0004....[Content_Types].xml"), "this is a workbook"],
  ["a title above the header", `Forms of 2007\n\n${extract(form())}`, "the header stands in line 3, below a title"],
  [
    "a header glued to the first record",
    extract(form()).replace("SPEND\n", "SPEND"),
    'the header lacks the column "SPEND"',
  ],
  ["a compressed file whose second part is spoiled", spoiledSecond, "the compressed file is broken"],
  ["a compressed file that breaks off", gzipSync(extract(form())).subarray(0, 40), "breaks off"],
])("%s is told as such, and no value shown", async (_, content, message) => {
  const error = await failure(content);
  expect(error.message).toContain(message);
  expect(error.message).not.toContain("CANARY");
});

test("one file under two names is refused, and two that differ are not", async () => {
  const root = projectWith(extract(form()));
  const usual = smallReport();
  const others = {...usual.populations[0]!, name: "others", extract: "others"};
  const report = {
    ...usual,
    extracts: {...usual.extracts, others: "others.csv"},
    populations: [...usual.populations, others],
  };
  const project = openProject(root);
  copyFileSync(join(root, "people.csv"), join(root, "others.csv"));
  await expect(ingest({project, report})).rejects.toThrow('the extracts "people" and "others" are one file');
  writeFileSync(join(root, "others.csv"), extract(form()));
  await using ingested = await ingest({project, report});
  expect(ingested.extracts.size).toBe(2);
});
