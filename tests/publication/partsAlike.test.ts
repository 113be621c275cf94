import {expect, test} from "vitest";
import {partsAlike, type Population, type Variable, type Vocabulary} from "../../src/publication/index.ts";

const drug = (codes: readonly string[]): Variable => ({
  ...{name: "drug", label: "Drug", kind: "category"},
  categories: ["heroin", "crack"].map((name) => ({name, code: name, label: name, text: name, role: "value"})),
  reads: {as: "code", column: "DRUG", list: "drugs", categories: {heroin: codes, crack: ["C"]}, blank: "crack"},
});

const vocabulary = (where?: Readonly<Record<string, string>>, variable = drug(["H"])): Vocabulary => {
  const whole: Population = {
    name: "clients",
    label: "clients",
    heading: "Clients",
    unit: "clients",
    variables: [variable],
  };
  const part = {...whole, name: "users", ...(where && {partOf: {population: "clients", at: where}})};
  return {populations: [whole, part], references: []};
};

const heroin = vocabulary({drug: "heroin"});

test("a part is alike where it is at the same place, whose answers are made alike", () => {
  expect(partsAlike("users", [heroin, vocabulary({drug: "heroin"})])).toBe(true);
  expect(partsAlike("clients", [heroin, vocabulary({drug: "crack"})])).toBe(true);
});

test.each([
  ["at another place", vocabulary({drug: "crack"})],
  ["of which more is asked", vocabulary({drug: "heroin", sex: "male"})],
  ["no part any more", vocabulary()],
  ["of answers that are made of other codes", vocabulary({drug: "heroin"}, drug(["H", "M"]))],
])("it is another one %s", (_, other) => {
  expect(partsAlike("users", [heroin, other])).toBe(false);
  expect(partsAlike("users", [other, heroin])).toBe(false);
});
