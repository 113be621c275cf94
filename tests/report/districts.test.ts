import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parse} from "csv-parse/sync";
import {expect, test} from "vitest";
import {loadPublication, openProject} from "../../src/publication/index.ts";
import {readRelease} from "../../src/release/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const edition = "west-yorkshire-2013-14-q4";
const file = `data/releases/${edition}/release.json`;
const release = readRelease(readFileSync(`${root}/${file}`, "utf8"), file);
const publication = loadPublication(openProject(root), edition);

const funding: readonly Readonly<Record<string, string>>[] = parse(
  readFileSync(`${root}/data/reference/district-funding.csv`),
  {columns: true},
);
const region = funding.find(({district}) => district === "west-yorkshire")!;
const districts = funding.filter((row) => row !== region);
const sumOf = (column: string) => districts.reduce((sum, row) => sum + Number(row[column]), 0);

test("the money of the worked table follows its formula, and what is there adds up", () => {
  expect([sumOf("crimes"), sumOf("present")]).toEqual([Number(region.crimes), Number(region.present)]);
  for (const {crimes, share, present, formula, change} of districts) {
    const part = Number(crimes) / Number(region.crimes);
    expect(Number(share)).toBe(Math.round(1000 * part) / 10);
    expect(Number(formula)).toBe(Math.round(part * Number(region.present)));
    expect(Number(change)).toBe(Math.round((1000 * Number(formula)) / Number(present)) / 10);
  }
});

test("the officers that testing is worth are their number times the share of their time", () => {
  const number = (fact: string) => Number.parseFloat(publication.facts[fact]!.text);
  expect(number("testing-posts")).toBe(Math.round(number("testing-officers") * number("testing-time") * 0.1) / 10);
});

test("one to five in a hundred contacts are with people new to treatment, in every district", () => {
  const at = (place: Readonly<Record<string, string>>) => {
    const found = release.cells.find(
      ({address}) =>
        address.measure === "count" &&
        address.population === "contacts" &&
        JSON.stringify(Object.entries(address.at).sort()) === JSON.stringify(Object.entries(place).sort()),
    )?.cell;
    return found?.status === "published" ? found.value : Number.NaN;
  };
  const latest = {usable: "yes", quarter: "2013-14-q4"};
  for (const district of ["bradford", "calderdale", "kirklees", "leeds", "wakefield"]) {
    const share = at({...latest, district, "new-to-treatment": "yes"}) / at({...latest, district});
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.05);
  }
});

test("nothing of the quarter had to be withheld", () => {
  expect(release.cells.filter(({cell}) => cell.status === "suppressed")).toEqual([]);
});
