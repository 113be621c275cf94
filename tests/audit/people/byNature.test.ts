import {describe, expect, test} from "vitest";
import type {Part, Quantity} from "../../../src/audit/index.ts";
import {canLeave, isNobodyByNature} from "../../../src/audit/people/byNature.ts";
import {partsAt} from "../../../src/audit/population/terms.ts";
import {peopleOf} from "./manyPeople.ts";
import {smallDefinitions} from "./smallPeople.ts";

/** Nobody who names heroin first is of no opiates; a record of crack never has anything other beside it. */
const definitions = smallDefinitions({...peopleOf(["crack other beds"]), impossible: [{columns: [0, 1], values: [[1, 1]]}]}); // prettier-ignore
const source = definitions.sources[0]!;
const population = {definition: definitions.editions[0]!.populations[0]!, source};

function at(place: string): Quantity {
  const asked = Object.fromEntries(place.split(",").filter(Boolean).map((one) => one.split("=") as [string, string])); // prettier-ignore
  return {source: 0, parts: partsAt(population, asked) as Part[]};
}

describe("nobody can be, by what the columns mean,", () => {
  test.each([
    "main=heroin,heroin=no",
    "main=heroin,heroin=not-stated",
    "second=heroin,heroin=no",
    "main=crack,second=not-stated,heroin=yes",
    "main=heroin,opiates=no",
    "main=crack,second=other",
    "opiates=no,main=heroin,wants=beds",
  ])("at %s", (place) => expect(isNobodyByNature(at(place), source)).toBe(true));

  test.each([
    "",
    "main=heroin,heroin=yes",
    "main=crack,heroin=yes",
    "main=crack,second=not-stated,heroin=no",
    "opiates=no,second=other",
    "wants=advice,wants=beds",
  ])("but somebody can at %s", (place) => expect(isNobodyByNature(at(place), source)).toBe(false));
});

describe("a group can have people outside another", () => {
  test.each([
    ["main=heroin", "main=heroin,wants=beds"],
    ["second=other", "second=other,opiates=no"],
    ["", "heroin=yes"],
  ])("%s outside %s", (group, other) => expect(canLeave(at(group), at(other), {source, nobody: []})).toBe(true));

  test.each([
    ["main=heroin", "heroin=yes"],
    ["main=crack", "main=crack,opiates=no"],
    ["second=other,main=heroin", "main=heroin"],
  ])("%s not outside %s", (group, other) => expect(canLeave(at(group), at(other), {source, nobody: []})).toBe(false));

  test("not outside the only answer that the publication leaves it", () => {
    const [group, others] = [at("second=other"), at("second=other,main=heroin")];
    const only = [at("second=other,main=none-of-them"), at("main=none-of-them")];
    for (const empty of only) expect(canLeave(group, others, {source, nobody: [empty]})).toBe(false);
    const elsewhere = [at("second=heroin,main=none-of-them"), at("main=crack"), at("wants=beds,main=none-of-them")];
    expect(canLeave(group, others, {source, nobody: elsewhere})).toBe(true);
  });
});
