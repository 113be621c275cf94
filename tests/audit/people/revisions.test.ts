import {describe, expect, test} from "vitest";
import {checkPeople, type Definitions, type PeopleCertificate, type Witness} from "../../../src/audit/index.ts";
import {tinyRelease, type Shown} from "../tinyRelease.ts";
import {alike, smallCertificate, type SmallPeople} from "./smallPeople.ts";

const variables = {sex: ["women", "men"], area: ["kent", "surrey"]};
const [sex, area, corrections] = [0, 1, 2];

/** Ten people of Kent and ten of Surrey, of whom the last but `corrected` was a man then and the rest are as they were. */
function corrected(records: number, rows: readonly string[]): SmallPeople {
  return {
    columns: {...variables, corrections: ["none", ...Array.from({length: records}, (_, at) => `${at + 1}`)]},
    rows,
    derived: [
      {name: "sex then", revises: sex, by: corrections, values: [null, ...Array.from({length: records}, () => 1)]},
      {name: "area then", revises: area, by: corrections, values: [null, ...Array.from({length: records}, () => 1)]},
    ],
  };
}

const one = corrected(1, [
  ...alike(3, "women kent none"),
  ...alike(7, "men kent none"),
  ...alike(9, "men surrey none"),
  "women surrey 1",
]);

function certificateOf(small: SmallPeople, witnesses: readonly Partial<Witness>[] = []): PeopleCertificate {
  const certificate = smallCertificate(small, witnesses);
  const [now] = certificate.definitions.editions;
  const {sex: own, area: place} = now!.populations[0]!.variables;
  const read = (edition: number, from: number): Definitions["editions"][number] => ({
    name: edition === 0 ? "tiny" : "before",
    populations: [
      {name: "people", source: 0, variables: {sex: {...own!, column: from}, area: {...place!, column: from + 1}}},
    ],
    ...(edition > 0 && {revisions: [{source: 0, column: corrections}]}),
  });
  return {...certificate, definitions: {...certificate.definitions, editions: [read(0, sex), read(1, 3)]}};
}

const saying = (counts: Readonly<Record<string, Shown>>) =>
  tinyRelease({variables, counts, policy: {level: "exact", remainders: "reported"}});
const [now, before] = [saying({"": 20, "sex=men": 16}), saying({"": 20, "sex=men": 17, "sex=women": "c"})];
const signed = {unsafe: new Set<string>(), tooFew: new Set<string>()};

describe("an edition whose records were corrected", () => {
  test("is counted on the records as they were", () => {
    expect(checkPeople([now, before], certificateOf(one), signed).faults).toEqual([]);
    const sixteen = saying({"": 20, "sex=men": 16});
    expect(checkPeople([now, sixteen], certificateOf(one), signed).faults).toEqual([
      "the base does not give what is published: count people [sex=men]",
    ]);
  });

  test("is told by no more corrections than the base has", () => {
    const another = {changes: [[0, corrections, 1]]};
    expect(checkPeople([now, before], certificateOf(one, [another]), signed).faults).toContain(
      "population 1 does not give what is published: corrections since before",
    );
  });

  test("keeps its marks open among people who were corrected alike", () => {
    const open = "count people [sex=women] in an earlier edition";
    expect(checkPeople([now, before], certificateOf(one), signed).open).toContain(open);
  });

  test("is of other people where more were corrected than a revision may have", () => {
    const many = corrected(26, [
      ...alike(3, "women kent none"),
      ...Array.from({length: 26}, (_, at) => `men surrey ${at + 1}`),
    ]);
    expect(checkPeople([saying({"": 29}), saying({"": 29})], certificateOf(many), signed).faults).toEqual([
      "before differs in more records than a revision may have",
    ]);
  });

  test("does not lend its corrections to the release at hand", () => {
    const certificate = certificateOf(one);
    const [, then] = certificate.definitions.editions;
    const forged = {...certificate.definitions, editions: [{...then!, name: "tiny"}, then!]};
    expect(checkPeople([before, before], {...certificate, definitions: forged}, signed).faults).toEqual([
      "the definitions of tiny read corrections that are not its own",
    ]);
  });
});
