import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {expect, test} from "vitest";
import {runs} from "../../../invariants/runs.ts";
import {parquetOf} from "./parquetOf.ts";
import {plant, plantedKinds, type PlantedExtract} from "./plantedExtract.ts";
import {dictionary, extract, form, reading} from "./smallProject.ts";

const plain = (field: string): string => field;
const quoted = (field: string): string => (field === "" ? "" : `"${field}"`);

function csvOf({rows}: PlantedExtract, write: (field: string) => string, ending = "\n"): string {
  return rows.map((row) => row.map(write).join(",") + ending).join("");
}

type Road = (planted: PlantedExtract) => string | Buffer | Promise<Buffer>;

const roads: Readonly<Record<string, Road>> = {
  "as it is": (planted) => csvOf(planted, plain),
  "with CRLF": (planted) => csvOf(planted, plain, "\r\n"),
  "with CR": (planted) => csvOf(planted, plain, "\r"),
  quoted: (planted) => csvOf(planted, quoted),
  "in UTF-16": (planted) => Buffer.from(`\ufeff${csvOf(planted, plain)}`, "utf16le"),
  compressed: (planted) => gzipSync(csvOf(planted, plain)),
  "in Parquet": (planted) => parquetOf(csvOf(planted, quoted)),
};

// Every limit is lifted: what is asked is whether all is counted right.
const unlimited = dictionary.replace("broken-rows: 50%", "broken-rows: 100%");
const files = {"data/dictionaries/small.yaml": unlimited} as const;

test.each(Object.entries(roads))(
  "an extract %s: every planted fault is counted, and nothing else",
  async (name, road) => {
    await fc.assert(
      fc.asyncProperty(plantedKinds, async (kinds) => {
        const planted = plant(kinds, {isRagged: name !== "in Parquet"});
        const found = await reading(
          await road(planted),
          ({counts, faultCounts}) => ({
            counts,
            faults: Object.fromEntries(faultCounts.map(({rule, column, forms}) => [`${rule} ${column}`, forms])),
          }),
          files,
        );
        expect(found).toEqual({counts: planted.counts, faults: planted.faults});
      }),
      {numRuns: runs({usual: 4, long: 1_000})},
    );
  },
);

test("quotation marks with blanks around them are no part of a reference, and those within it are", async () => {
  const written = ['  "CANARY, 1" ', '\t"CANARY, 1"', '"CANARY, 1"', 'CANARY 5" x', '"CANARY 5"" x"'];
  const clients = await reading(extract(...written.map((CLIENT) => form({CLIENT}))), async ({forms}, {connection}) => {
    const select = `SELECT ${forms.columnOf("CLIENT")} FROM ${forms.table} ORDER BY rowid`;
    return (await connection.runAndReadAll(select)).getRows().flat();
  });
  expect(clients).toEqual(["CANARY, 1", "CANARY, 1", "CANARY, 1", 'CANARY 5" x', 'CANARY 5" x']);
});

test("a comma too many before an empty last field breaks the row on every road", async () => {
  const lines = [form(), form(), form({WANTS: ""}).replace("CANARY", "CAN,ARY"), form()];
  const counted = (text: string): Promise<unknown> => reading(text, ({counts}) => counts);
  const quick = extract(...lines);
  const careful = extract(...lines.with(0, form({CLIENT: '"CANARY\nX"'})));
  expect(await counted(quick)).toMatchObject({read: 4, quarantined: 1, counted: 3});
  expect(await counted(careful)).toMatchObject({read: 4, quarantined: 1, counted: 3});
});
