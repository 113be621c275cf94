import {describe, expect, test} from "vitest";
import {z} from "zod";
import {checkPeople, peopleCertificateSchema, type PeopleCertificate} from "../../src/audit/index.ts";
import type {ReleaseContent} from "../../src/release/index.ts";
import {tinyRelease} from "../audit/tinyRelease.ts";
import {codeBlocks, readDocument} from "./documents.ts";

const document = readDocument("docs/certificate.md");
const [cells = "", example = ""] = codeBlocks(document, "json");

describe("the document on certificates", () => {
  test("names every field of the layout", () => {
    const fields = namesIn(z.toJSONSchema(peopleCertificateSchema));
    expect(fields.length).toBeGreaterThan(25);
    expect(fields.filter((name) => !document.text.includes(`\`${name}\``))).toEqual([]);
  });

  test("has an example that holds, in its own layout", () => {
    expect(check((certificate) => certificate)).toEqual({
      holds: true,
      faults: [],
      open: [],
      narrow: [],
      unread: [],
      populations: 3,
    });
  });

  test("says of the example what leaves a count open", () => {
    const without = (place: number) =>
      check((certificate) => ({...certificate, witnesses: certificate.witnesses.filter((_, at) => at !== place)}))
        .holds;
    expect([without(0), without(1)]).toEqual([true, false]);
  });
});

function check(alter: (certificate: PeopleCertificate) => PeopleCertificate) {
  const release = tinyRelease({
    variables: {sex: ["women", "men"], area: ["kent", "surrey"]},
    counts: {},
    cells: JSON.parse(cells) as ReleaseContent["cells"],
    policy: {level: "exact"},
  });
  const certificate = peopleCertificateSchema.parse(JSON.parse(example));
  return checkPeople([release], alter(certificate), {
    unsafe: new Set(certificate.unsafe),
    tooFew: new Set(certificate.tooFew),
  });
}

/** The names of all fields in a schema. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(namesIn)])];
}
