import {readFileSync} from "node:fs";
import path from "node:path";
import {gunzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {openProject} from "../../src/publication/index.ts";
import {synthesise} from "../../src/synthetic/synthesise.ts";
import {root} from "./countedExtract.ts";
import {bareMargins, makeVisits, rowsOf, tinyProject} from "./tinyProject.ts";

const withLines = (lines: string) => rowsOf(makeVisits(tinyProject(`${bareMargins}${lines}`)));
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const born = (span: string) => `    columns:
      TOWN: {kind: shares, shares: {north-town: 50, far-town: rest}}
      BORN: {kind: days-after, column: SEEN, ${span}}\n`;

test("about half of the spans between two dates are no longer than the typical one, and all within their bounds", () => {
  const days = withLines(born("at-least: 3, typical: 10, up-to: 60")).map(({SEEN, BORN}) => daysBetween(SEEN!, BORN!));
  expect(Math.min(...days)).toBeGreaterThanOrEqual(3);
  expect(Math.max(...days)).toBeLessThanOrEqual(60);
  const within = days.filter((span) => span <= 10).length / days.length;
  expect(within).toBeGreaterThan(0.4);
  expect(within).toBeLessThan(0.62);
});

test("spans are other ones among some of the clients", () => {
  const spans = "spans: [{when: TOWN = far-town, at-least: 30, up-to: 40}]";
  const rows = withLines(born(`up-to: 5, ${spans}`));
  const isFar = (days: number) => days >= 30 && days <= 40;
  expect(rows.every(({TOWN, SEEN, BORN}) => isFar(daysBetween(SEEN!, BORN!)) === (TOWN === "9"))).toBe(true);
});

test("some are likelier to have a date than others, and the share of all stays", () => {
  const rows = withLines(
    born("up-to: 5, not-stated: {clients: 100}, leans: [{when: TOWN = far-town, more: {stated: 9}}]"),
  );
  const stated = (of: typeof rows) => of.filter(({BORN}) => BORN !== "").length / of.length;
  expect(Math.round(100 * stated(rows))).toBe(50);
  expect(stated(rows.filter(({TOWN}) => TOWN === "9"))).toBeGreaterThan(0.65);
});

test("what came after the day that an extract was made is not in it", () => {
  const rows = withLines(`    taken: 2020-07-01\n${born("at-least: 10, up-to: 20")}`);
  expect(rows.some(({BORN}) => BORN === "")).toBe(true);
  expect(rows.every(({SEEN, BORN}) => BORN === "" || (BORN! <= "2020-07-01" && SEEN! < BORN!))).toBe(true);
});

test("days that cannot be are refused at their place", () => {
  expect(() => withLines(born("at-least: 9, typical: 3, up-to: 20"))).toThrow(
    /town\.yaml, line \d+.*: at-least \(9\), typical \(3\) and up-to \(20\) days must not fall/,
  );
});

test("as many rows as are asked are of people who have another, who agree with it and are of one birth", () => {
  const rows = withLines("    returns: {clients: 40, agree: [TOWN], copy: [PERSON, BORN]}\n");
  const people = Map.groupBy(rows, ({PERSON}) => PERSON);
  expect(people.size).toBe(160);
  for (const of of people.values()) expect(new Set(of.map(({TOWN, BORN}) => `${TOWN} ${BORN}`)).size).toBe(1);
});

test("more returns than there can be are refused", () => {
  expect(() => withLines("    returns: {clients: 199, agree: [TOWN, FRUIT], copy: [PERSON, BORN]}\n")).toThrow(
    /rows can be of people who have another, not 199/,
  );
});

test("the contacts in custody that are kept with the project are made again, byte for byte before they are compressed", () => {
  const out = path.join(tinyProject(bareMargins), "contacts");
  synthesise({project: openProject(root), margins: "west-yorkshire-2012-14", out});
  const bytes = (folder: string) => gunzipSync(readFileSync(path.join(folder, "custody.csv.gz")));
  expect(bytes(out).equals(bytes(path.join(root, "data/synthetic/west-yorkshire-2012-14")))).toBe(true);
}, 60_000);
