import {describe, expect, test} from "vitest";
import {checkPeople, statementsOn, type PeopleCheck} from "../../../src/audit/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {tinyRelease, variable} from "../tinyRelease.ts";
import {alike, smallCertificate, smallDefinitions, smallRecords, type SmallPeople} from "./smallPeople.ts";

const columns = {sex: ["women", "men"], prison: ["albany", "bronzefield"]};
const people: SmallPeople = {
  columns,
  rows: [...alike(9, "men albany"), ...alike(3, "men bronzefield"), ...alike(8, "women bronzefield")],
};

/** A release that says that Albany is for men; its variables read the columns given. */
function menOnly(sexColumn: string, prisonColumn: string): Release {
  const reading = (name: "sex" | "prison", column: string) => ({
    ...variable(name, columns[name]),
    reads: {
      as: "code" as const,
      column,
      list: name,
      categories: Object.fromEntries(columns[name].map((one) => [one, [one]])),
      blank: "not-stated",
    },
  });
  return tinyRelease({
    variables: columns,
    counts: {"": 20},
    policy: {level: "exact"},
    population: {
      variables: [reading("sex", sexColumn), reading("prison", prisonColumn)],
      combinations: [
        {
          variables: ["sex", "prison"],
          possible: [
            ["men", "albany"],
            ["men", "bronzefield"],
            ["women", "bronzefield"],
          ],
        },
      ],
    },
  });
}

function natureOf(release: Release): readonly string[] {
  const options = {tooFew: new Set<string>(), base: smallRecords(people)};
  const statements = statementsOn([release], smallDefinitions(people), options);
  return statements.filter(({upper}) => upper === 0).map(({key}) => key);
}

function checked(changes: readonly number[]): PeopleCheck {
  // The certificate itself calls nothing impossible.
  const certificate = smallCertificate(people, [{changes: [[...changes]]}]);
  return checkPeople([menOnly("SEX", "PRISON")], certificate, {unsafe: new Set(), tooFew: new Set()});
}

describe("answers that a release says cannot go together", () => {
  test("are nobody's, where they are read from different columns", () => {
    expect(natureOf(menOnly("SEX", "PRISON"))).toEqual(["nobody of people where sex and prison cannot go together"]);
  });

  test("need no saying where they are read from one column", () => {
    expect(natureOf(menOnly("CODE", "CODE"))).toEqual([]);
  });

  test("fail a certificate among whose people somebody has them, whatever it calls impossible itself", () => {
    const [record, sex, women] = [0, 0, 0];
    const {holds, faults} = checked([record, sex, women]);
    expect(holds).toBe(false);
    expect(faults).toEqual([
      "population 1 does not give what is published: nobody of people where sex and prison cannot go together",
    ]);
  });

  test("do not stand against people who have others", () => {
    const [record, sex, women] = [9, 0, 0];
    expect(checked([record, sex, women]).faults).toEqual([]);
  });
});
