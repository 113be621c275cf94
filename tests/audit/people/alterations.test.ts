import fc from "fast-check";
import {expect, test} from "vitest";
import {checkPeople, type PeopleCertificate} from "../../../src/audit/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {runs} from "../../invariants/runs.ts";
import {tinyRelease, type Shown} from "../tinyRelease.ts";
import {smallCertificate} from "./smallPeople.ts";

const columns = {sex: ["women", "men"], area: ["kent", "surrey", "sussex"]};
const combinations = columns.sex.flatMap((sex) => columns.area.map((area) => `${sex} ${area}`));
const threshold = 3;

/** Every place that these people can be asked for, with the combinations in it. */
const places = new Map<string, readonly string[]>([
  ["", combinations],
  ...columns.sex.map((sex) => [`sex=${sex}`, combinations.filter((one) => one.startsWith(`${sex} `))] as const),
  ...columns.area.map((area) => [`area=${area}`, combinations.filter((one) => one.endsWith(` ${area}`))] as const),
  ...combinations.map((one) => [`sex=${one.split(" ")[0] ?? ""},area=${one.split(" ")[1] ?? ""}`, [one]] as const),
]);

/** How many people have each combination. */
type Table = readonly number[];

const sizeOf = (table: Table, within: readonly string[]) =>
  combinations.reduce((sum, one, at) => sum + (within.includes(one) ? table[at]! : 0), 0);

interface Case {
  readonly table: Table;
  readonly shown: Readonly<Record<string, Shown>>;
}

/** A table of up to eight people; small counts that are asked are withheld, some others too. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    people: fc.array(fc.nat({max: 5}), {minLength: 1, maxLength: 8, size: "max"}),
    asked: fc.subarray([...places.keys()], {minLength: 1}),
    further: fc.subarray([...places.keys()], {maxLength: 3}),
  })
  .map(({people, asked, further}) => {
    const table = combinations.map((_, at) => people.filter((one) => one === at).length);
    const shown = asked.map((place): [string, Shown] => {
      const count = sizeOf(table, places.get(place)!);
      return [place, (count > 0 && count < threshold) || (count > 0 && further.includes(place)) ? "c" : count];
    });
    return {table, shown: Object.fromEntries(shown)};
  });

/** Every table of as many people that prints the same, by trying all. */
function possible({table, shown}: Case): readonly Table[] {
  const everybody = table.reduce((sum, count) => sum + count, 0);
  const split = (left: number, cells: number): readonly Table[] =>
    cells === 1
      ? [[left]]
      : Array.from({length: left + 1}, (_, first) =>
          split(left - first, cells - 1).map((rest) => [first, ...rest]),
        ).flat();
  return split(everybody, combinations.length).filter((other) =>
    Object.entries(shown).every(([place, cell]) => {
      const count = sizeOf(other, places.get(place)!);
      return cell === "c" ? count >= 1 : count === cell;
    }),
  );
}

/** Whether somebody who tries all tables learns a small count of a group of one or two answers, or of all others. */
function isUnsafe(tables: readonly Table[]): boolean {
  const named = [...places].flatMap(([place, within]) => (place === "" ? [] : [within]));
  const groups = named.flatMap((within) => [within, combinations.filter((one) => !within.includes(one))]);
  return groups.some((within) => {
    const sizes = new Set(tables.map((table) => sizeOf(table, within)));
    const [size = 0] = sizes;
    return sizes.size === 1 && size >= 1 && size < threshold;
  });
}

function releaseOf({shown}: Case): Release {
  return tinyRelease({variables: columns, counts: shown, threshold, policy: {level: "exact"}});
}

/** The certificate whose populations are all that there can be: nobody can prove more. */
function certificateOf(one: Case, tables: readonly Table[]): PeopleCertificate {
  const rowsOf = (table: Table) => combinations.flatMap((words, at) => Array.from({length: table[at]!}, () => words));
  const numbers = (words: string) => {
    const [sex = "", area = ""] = words.split(" ");
    return [columns.sex.indexOf(sex), columns.area.indexOf(area)] as const;
  };
  const witnesses = tables.map((table) => ({
    changes: [rowsOf(table).flatMap((words, row) => numbers(words).flatMap((value, column) => [row, column, value]))],
  }));
  return smallCertificate({columns, rows: rowsOf(one.table)}, witnesses);
}

/** One alteration of a certificate at a place that a number draws. */
const alterations: readonly ((certificate: PeopleCertificate, draw: number) => PeopleCertificate)[] = [
  (certificate) => certificate,
  (certificate, draw) => ({
    ...certificate,
    witnesses: certificate.witnesses.filter((_, at) => at !== draw % certificate.witnesses.length),
  }),
  (certificate, draw) => ({
    ...certificate,
    witnesses: certificate.witnesses.map((witness, at) => {
      const changes = witness.changes[0]!.map((value, place) =>
        place === (draw * 3 + 2) % witness.changes[0]!.length ? (value + 1) % 2 : value,
      );
      return at === draw % certificate.witnesses.length ? {...witness, changes: [changes]} : witness;
    }),
  }),
  (certificate, draw) => {
    const runsOf = certificate.base[0]!.map((text) => text.split(" "));
    const [column, place] = [draw % 2, draw % runsOf[draw % 2]!.length];
    const altered = runsOf.map((own, at) =>
      own.map((run, number) =>
        at === column && number === place ? run.replace(/^\d+/, (value) => String((Number(value) + 1) % 2)) : run,
      ),
    );
    return {...certificate, base: [altered.map((own) => own.join(" "))]};
  },
  (certificate, draw) => ({...certificate, base: [certificate.base[0]!.toSpliced(draw % 2, 1)]}),
  (certificate) => ({
    ...certificate,
    unsafe: [],
    tooFew: ["people mean age []"],
    witnesses: certificate.witnesses.toReversed(),
  }),
  (certificate, draw) => {
    const turn = {rotations: [{source: 0, column: draw % 2, within: [], by: 1 + (draw % 3)}], changes: []};
    return {...certificate, witnesses: [turn, ...certificate.witnesses]};
  },
  (certificate) => ({...certificate, definitions: {...certificate.definitions, editions: []}}),
  (certificate) => ({...certificate, base: [], definitions: {sources: [], editions: certificate.definitions.editions}}),
];

function check(one: Case, certificate: PeopleCertificate): boolean {
  return checkPeople([releaseOf(one)], certificate, {unsafe: new Set(), tooFew: new Set()}).holds;
}

test("no certificate, altered or not, shows a release to be safe that gives a small count away", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...alterations), fc.nat({max: 1_000}), (one, alter, draw) => {
      const tables = possible(one);
      fc.pre(tables.length < 400 && isUnsafe(tables));
      expect(check(one, alter(certificateOf(one, tables), draw))).toBe(false);
    }),
    {numRuns: runs({usual: 150, long: 5_000})},
  );
});

test("all populations that there can be show most safe releases to be safe, and none of them is at fault", () => {
  const held = {safe: 0, open: 0};
  fc.assert(
    fc.property(cases, (one) => {
      const tables = possible(one);
      fc.pre(tables.length < 400);
      const {faults, holds} = checkPeople([releaseOf(one)], certificateOf(one, tables), {
        unsafe: new Set(),
        tooFew: new Set(),
      });
      expect(faults).toEqual([]);
      if (isUnsafe(tables)) expect(holds).toBe(false);
      held[holds ? "safe" : "open"] += 1;
    }),
    {numRuns: runs({usual: 150, long: 5_000})},
  );
  expect(Math.min(held.safe, held.open)).toBeGreaterThan(10);
});
