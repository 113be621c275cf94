import {expect, test} from "vitest";
import {tabulate} from "../../../../src/confidential/tabulate/tabulate.ts";
import {vocabularyFor} from "../../../../src/confidential/dictionary/vocabularyFor.ts";
import {cellKey, type CellAddress, openProject} from "../../../../src/publication/index.ts";
import {dictionary, extract, form, reading, smallProject, smallReport} from "./smallProject.ts";

const text = `${dictionary}impossible:
  - {name: kent-for-men, title: Kent is for men, where: {SEX: ["2"], AREA: [K]}, drop: SEX}
  - {name: surrey-for-heroin, title: Surrey is for heroin, where: {AREA: [S], DRUG1: {not: [H]}}, drop: AREA}
  - {name: old-men, title: men take no old drug, where: {SEX: ["1"], DRUG1: [O], AREA: [K, S]}, drop: DRUG1}
`;
const files = {"data/dictionaries/small.yaml": text};

const figures = (): undefined => undefined;

/** The clients at a place. */
async function clients(at: Readonly<Record<string, string>>, ...forms: readonly string[]): Promise<number | undefined> {
  const address: CellAddress = {measure: "count", population: "clients", at};
  const vocabulary = vocabularyFor(openProject(smallProject(files)), smallReport());
  const counted = await reading(
    extract(...forms),
    (_, source) => tabulate([address], {source, figures, vocabulary}),
    files,
  );
  return counted.get(cellKey(address))?.count;
}

const faultsOf = (...forms: readonly string[]) =>
  reading(
    extract(...forms),
    async ({faultCounts, faults}) => ({
      counts: faultCounts.map(({rule, column, severity, forms: found}) => [rule, column, severity, found]),
      lines: (await faults(10)).map(({rule, line}) => [rule, line]),
    }),
    files,
  );

test("answers that cannot go together cost the form the one that the dictionary names", async () => {
  const woman = form({SEX: "2", AREA: "K"});
  expect(await clients({sex: "not-stated", area: "kent"}, woman, form())).toBe(1);
  expect(await clients({sex: "female"}, woman, form({SEX: "2", AREA: "S"}))).toBe(1);
});

test("such a form is a fault of its own name, with its line", async () => {
  expect(await faultsOf(form(), form({SEX: "2", AREA: "K"}))).toEqual({
    counts: [["kent-for-men", "SEX", "answer-dropped", 1]],
    lines: [["kent-for-men", 3]],
  });
});

test("a blank or unlisted answer is not one of all codes but some", async () => {
  const {counts} = await faultsOf(form({AREA: "S", DRUG1: ""}), form({AREA: "S", DRUG1: "?"}));
  expect(counts).toEqual([["unlisted-code", "DRUG1", "answer-dropped", 1]]);
});

test("an answer that one rule drops is none for the next", async () => {
  const both = await faultsOf(form({SEX: "1", AREA: "S", DRUG1: "O"}));
  expect(both.counts).toEqual([["surrey-for-heroin", "AREA", "answer-dropped", 1]]);
});
