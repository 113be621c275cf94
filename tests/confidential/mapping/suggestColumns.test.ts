import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, expect, test} from "vitest";
import {suggestColumns} from "../../../src/confidential/mapping/suggestColumns.ts";
import {openProject} from "../../../src/publication/index.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "suggest-"));
afterAll(() => {
  rmSync(folder, {recursive: true});
});

async function suggest(content: string | Buffer): Promise<Record<string, string | undefined>> {
  const file = path.join(folder, "extract.csv");
  writeFileSync(file, content);
  const {columns} = await suggestColumns({project: openProject(root), dictionary: "dirweb-prison", file});
  return Object.fromEntries(columns.map(({column, header}) => [column, header]));
}

const text = 'client_ref,Gender,"Date of Birth",initial_contact,V9\nCANARY-1,1,01/02/1970,05/06/2007,HDI\n';

test("columns of another system are known by their names and by what they hold", async () => {
  expect(await suggest(text)).toMatchObject({
    CLIENTID: "client_ref",
    SEX: "Gender",
    DOB: "Date of Birth",
    ICDATE: "initial_contact",
  });
});

test("columns that seem to be none of the dictionary's are listed by name, and no value with them", async () => {
  const file = path.join(folder, "visits.csv");
  writeFileSync(file, "Svc User ID,M/F,D.O.B.,Packs given\nNX-1000,M,18-Aug-1954,36\nNX-1001,F,19-Aug-1954,12\n");
  const {columns, unplaced} = await suggestColumns({project: openProject(root), dictionary: "dirweb-community", file});
  expect(columns.filter(({header}) => header !== undefined).map(({column}) => column)).toEqual(["DOB"]);
  expect(unplaced).toEqual(["Svc User ID", "M/F", "Packs given"]);
});

test("an extract in UTF-16 is read as well", async () => {
  expect(await suggest(Buffer.from(`\ufeff${text}`, "utf16le"))).toMatchObject({CLIENTID: "client_ref"});
});

test("a file without a header is refused, and its first record is not repeated", async () => {
  const refused = suggest("CANARY-1,1,01/02/1970,05/06/2007\n");
  await expect(refused).rejects.toMatchObject({exitCode: 10});
  await expect(refused).rejects.not.toThrow(/CANARY|1970/);
});

test("a file that is no text is refused", async () => {
  await expect(suggest(Buffer.from([0, 1, 0, 0, 7, 0, 0, 0]))).rejects.toMatchObject({exitCode: 10});
});
