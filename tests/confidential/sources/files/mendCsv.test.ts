import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {parse} from "csv-parse/sync";
import {expect, test} from "vitest";
import {mendCsv} from "../../../../src/confidential/sources/files/mendCsv.ts";
import {fileChunks} from "../../../../src/intake/index.ts";
import {mendedLines} from "../../../../src/confidential/sources/files/sourceLines.ts";

const folder = mkdtempSync(join(tmpdir(), "mend-test-"));
const [from, to] = [join(folder, "from.csv"), join(folder, "to.csv")];
const shape = {delimiter: ",".charCodeAt(0), fields: 2, headerLines: 1};

const field = fc.string({unit: fc.constantFrom("a", "é", ",", '"', "\n", " x")});
const written = (text: string) => `"${text.replaceAll('"', '""')}"`;

test("well-formed records come through as they are, each with the line it starts on", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(field, field).filter((fields) => fields.some((text) => text.trim() !== ""))),
      (records) => {
        const lines = ["h1,h2", ...records.map((fields) => fields.map(written).join(","))];
        writeFileSync(from, lines.join("\n"));
        const mended = mendCsv(fileChunks(from), to, shape);
        expect(mended).toMatchObject({records: records.length, brokenLines: []});
        expect(parse(readFileSync(to), {from_line: 2})).toEqual(records);
        let line = 2;
        for (const [index, fields] of records.entries()) {
          expect(mendedLines(mended).lineOf(index)).toBe(line);
          line += fields.join("").split("\n").length;
        }
      },
    ),
    {numRuns: 200, seed: 1},
  );
});

test("every line of a file without quotation marks is a record or broken", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 1, max: 4})), (widths) => {
      writeFileSync(from, ["h1,h2", ...widths.map((width) => Array<string>(width).fill("x").join(","))].join("\r\n"));
      const broken = widths.flatMap((width, index) => (width === 2 ? [] : [index + 2]));
      const mended = mendCsv(fileChunks(from), to, shape);
      expect(mended).toMatchObject({records: widths.length - broken.length, brokenLines: broken});
    }),
    {numRuns: 100, seed: 2},
  );
});
