import {expect, test} from "vitest";
import {countQuantities} from "../../../src/audit/index.ts";
import {PeopleMoves} from "../../../src/confidential/people/PeopleMoves.ts";
import {Statements} from "../../../src/confidential/people/Statements.ts";
import {loadSolver} from "../../../src/solver/index.ts";
import {alike, smallDefinitions, smallRecords} from "../../audit/people/smallPeople.ts";
import {tinyRelease} from "../../audit/tinyRelease.ts";

test("as many people come as go where every table may change and no total is printed", async () => {
  const small = {
    columns: {sex: ["m", "f"], area: ["kent", "surrey"], drug: ["heroin", "crack"]},
    rows: [...alike(6, "m kent heroin"), ...alike(2, "f surrey crack")],
  };
  const places = ["sex=m,area=kent", "sex=f,area=surrey", "area=kent,drug=heroin", "area=surrey,drug=crack"];
  const release = tinyRelease({
    variables: small.columns,
    counts: Object.fromEntries(places.map((place) => [place, "c" as const])),
  });
  const [definitions, base] = [smallDefinitions(small), smallRecords(small)];
  const statements = new Statements({releases: [release], definitions, base, tooFew: new Set()});
  const moves = new PeopleMoves(await loadSolver(), base[0]!, () => statements.held);
  const wished = statements.held.find(({key}) => key.includes("drug=crack"));
  const found = moves.find([{quantity: wished!, lower: 1, upper: Infinity}], {mayWithhold: false});
  if (typeof found === "string") expect.fail(`no people were found: ${found}`);
  expect(found.changes.size).toBeGreaterThan(0);
  expect([...countQuantities(base, [wished!])]).toEqual([2]);
});
