import {describe, expect, test} from "vitest";
import {ageOf, readCodes, type Row} from "./countedExtract.ts";
import {halfUp} from "./editionMargins.ts";
import {countEdition} from "./publishedItems.ts";

const {extracts} = countEdition("south-east-2007-08");
const prison = extracts.prison!;
const community = extracts.community!;
const codes = (list: string, column: string, value: string) =>
  new Set(
    readCodes(list)
      .filter((code) => code[column] === value)
      .map(({code}) => code!),
  );

const count = (clients: readonly Row[], holds: (client: Row) => boolean) => clients.filter(holds).length;
const percent = (clients: readonly Row[], holds: (client: Row) => boolean) =>
  (100 * count(clients, holds)) / clients.length;
const is = (column: string, code: string) => (client: Row) => client[column] === code;
const aged = (from: number, to: number) => (client: Row) =>
  (ageOf(client) ?? -1) >= from && (ageOf(client) ?? -1) <= to;
const codeOf = (list: string, name: string) => readCodes(list).find((code) => code.name === name)!.code!;
const ranking = (clients: readonly Row[], column: string, list: string) =>
  readCodes(list)
    .map(({code, name}) => ({name, clients: count(clients, is(column, code!))}))
    .toSorted((a, b) => b.clients - a.clients)
    .map(({name}) => name);

describe("the women in prison", () => {
  const women = prison.clients.filter(is("SEX", "2"));
  const womensPrisons = codes("prisons", "sex", "female");
  const cookhamWood = codeOf("prisons", "cookham-wood");
  test("number 900 to 977", () => {
    expect(women.length).toBeGreaterThanOrEqual(900);
    expect(women.length).toBeLessThanOrEqual(977);
  });
  test("are in the four women's prisons, elsewhere, or in Cookham Wood before July 2007", () => {
    const misplaced = women.filter(
      ({PRISON, ICDATE}) =>
        !womensPrisons.has(PRISON!) &&
        PRISON !== "OUT" &&
        PRISON !== "" &&
        !(PRISON === cookhamWood && /\/0[456]\/2007$/.test(ICDATE!)),
    );
    expect(misplaced).toHaveLength(0);
  });
  test("share the women's prisons with no man", () => {
    expect(count(prison.clients, ({PRISON, SEX}) => womensPrisons.has(PRISON!) && SEX !== "2")).toBe(0);
  });
  test("are followed in Cookham Wood by boys under 18", () => {
    const later = prison.clients.filter(
      ({PRISON, ICDATE}) => PRISON === cookhamWood && !/\/0[456]\/2007$/.test(ICDATE!),
    );
    expect(later.length).toBeGreaterThan(0);
    expect(later.every((client) => client.SEX === "1" && aged(15, 17)(client))).toBe(true);
  });
  test("are the only under 18s' predecessors: nobody under 18 is anywhere else", () => {
    expect(count(prison.clients, (client) => client.PRISON !== cookhamWood && aged(0, 17)(client))).toBe(0);
  });
});

describe("the share of men by area", () => {
  const share = (name: string) => {
    const clients = community.clients.filter(is("DATFC", codeOf("areas", name)));
    return count(clients, is("SEX", "1")) / clients.length;
  };
  const region = readCodes("areas")
    .filter(({region: of}) => of === "south-east")
    .map(({name}) => name!);
  const ranked = region.map((name) => ({name, men: share(name)})).toSorted((a, b) => b.men - a.men);

  test("ranks Wokingham, Kent and Medway first, in that order and without ties", () => {
    expect(ranked.slice(0, 3).map(({name}) => name)).toEqual(["wokingham", "kent", "medway"]);
    expect(new Set(ranked.slice(0, 4).map(({men}) => men)).size).toBe(4);
  });
  test("rests in Wokingham on fewer than five women, so that it cannot be shown", () => {
    const women = community.clients.filter(is("DATFC", codeOf("areas", "wokingham"))).filter(is("SEX", "2"));
    expect(women.length).toBeGreaterThan(0);
    expect(women.length).toBeLessThan(5);
  });
  test("scatters over ten points as areas of such sizes do, and not by a rounding", () => {
    expect(ranked[0]!.men - ranked.at(-1)!.men).toBeGreaterThan(0.1);
    expect(new Set(ranked.map(({men}) => Math.round(100 * men))).size).toBeGreaterThan(7);
  });
});

describe("what the report says in words", () => {
  const byDrug = (clients: readonly Row[]) => {
    const main = new Map(readCodes("drugs").map((drug) => [drug.code!, drug.main!]));
    const counts = Map.groupBy(clients, (client) => main.get(client.DRUG1!) ?? "not-stated");
    return [...counts].toSorted((a, b) => b[1].length - a[1].length).map(([name]) => name);
  };
  const problem = codes("drugs", "problem", "yes");
  const isProblematic = (client: Row) =>
    [client.DRUG1!, client.DRUG2!, client.DRUG3!].some((drug) => problem.has(drug));
  const women = (clients: readonly Row[]) => clients.filter(is("SEX", "2"));
  const men = (clients: readonly Row[]) => clients.filter(is("SEX", "1"));

  test.each([
    {name: "prison", clients: prison.clients},
    {name: "community", clients: community.clients},
  ])(
    "holds in $name: unemployed, not shared, not in treatment are majorities; cannabis follows heroin",
    ({clients}) => {
      expect(percent(clients, is("EMPSTAT", "12"))).toBeGreaterThan(50);
      expect(percent(clients, is("SHARED", "N"))).toBeGreaterThan(50);
      expect(percent(clients, is("TREATNOW", "N"))).toBeGreaterThan(50);
      expect(byDrug(clients).slice(0, 2)).toEqual(["heroin", "cannabis"]);
      expect(ranking(clients, "PRNTSTAT", "parental-status").slice(0, 2)).toEqual([
        "no-children",
        "children-with-partner",
      ]);
    },
  );
  test("more women than men in prison are 30 to 44, and more women than men in the community 18 to 29", () => {
    expect(percent(women(prison.clients), aged(30, 44))).toBeGreaterThan(percent(men(prison.clients), aged(30, 44)));
    expect(percent(women(community.clients), aged(18, 29))).toBeGreaterThan(
      percent(men(community.clients), aged(18, 29)),
    );
  });
  test("community clients are likelier to be problematic drug users", () => {
    expect(percent(community.clients, isProblematic)).toBeGreaterThan(percent(prison.clients, isProblematic) + 5);
  });
  test("prison clients are likelier to have regular employment", () => {
    expect(percent(prison.clients, is("EMPSTAT", "1"))).toBeGreaterThan(percent(community.clients, is("EMPSTAT", "1")));
  });
  test("most prison clients have never injected", () => {
    expect(percent(prison.clients, is("INJSTAT", "N"))).toBeGreaterThan(50);
  });
  test("as many community clients had treatment in the last two years as had not", () => {
    expect(count(community.clients, is("TREAT2Y", "Y"))).toBe(count(community.clients, is("TREAT2Y", "N")));
  });
  test("96% of prolific and other priority offenders misused drugs", () => {
    const offenders = prison.clients.filter(is("PPO", "Y"));
    expect(halfUp(count(offenders, is("MISUSED", "Y")), offenders.length)).toBe(96);
  });
  test("a small number of prison clients, from 5 to 39, had no care plan", () => {
    const without = count(prison.clients, is("CPLAN", "N"));
    expect(without).toBeGreaterThanOrEqual(5);
    expect(without).toBeLessThan(40);
  });
  test("the commonest band of weekly spending is the lowest in prison and £101 to £250 in the community", () => {
    expect(ranking(prison.clients, "SPEND", "weekly-spend")[0]).toBe("0-to-50");
    expect(ranking(community.clients, "SPEND", "weekly-spend").slice(0, 2)).toEqual(["101-to-250", "0-to-50"]);
  });
});
