import {expect, test} from "vitest";
import {vocabularyFor} from "../../../src/confidential/dictionary/vocabularyFor.ts";
import {header, reading, smallProject, smallReport} from "../sources/files/smallProject.ts";
import {openProject} from "../../../src/publication/index.ts";

const {populations} = vocabularyFor(openProject(smallProject({"people.csv": ""})), smallReport());
const population = (name: string) => populations.find((one) => one.name === name)!;

/** The combinations of some variables of the clients that can be, each as one text. */
function possible(...names: readonly string[]): readonly string[] | undefined {
  const found = population("clients").combinations?.find(({variables}) => variables.join() === names.join());
  return found?.possible.map((tuple) => tuple.join(" "));
}

test("a problem drug makes a problem user, and another one may go with a problem drug", () => {
  expect(possible("drug-class", "problem")).toEqual([
    "hard yes",
    "soft yes",
    "soft no",
    "not-stated yes",
    "not-stated no",
    "not-stated not-stated",
  ]);
});

test("two variables of which one is within the other need no list of combinations", () => {
  expect(possible("drug", "drug-class")).toBeUndefined();
  expect(possible("age", "age-group")).toBeUndefined();
});

test("age groups that leave no age out are within the age that is stated", () => {
  const groups = population("clients").variables.find(({name}) => name === "age-group")!.categories;
  expect(groups.map(({name, within}) => [name, within?.age])).toEqual([
    ["young", "stated"],
    ["old", "stated"],
    ["not-stated", "not-stated"],
  ]);
});

test("whether anything is wanted is known from what is wanted", () => {
  const any = population("clients").variables.find(({name}) => name === "any-wants")!.categories;
  expect(any.map(({name, anyOf}) => [name, anyOf])).toEqual([
    ["yes", "wants"],
    ["no", undefined],
  ]);
});

test("every fault that is found is one of those that can be", async () => {
  const faulty = [
    "F1,,,,1/6/2007,,,,,,,",
    ",C2,,,1/6/2007,,,,,,,",
    "F3,C3,1/1/1800,7,1/6/2007,1/1/2001,Q,Q,Q,Q,q,99.99",
    "F3,C4,31/2/1980,1,x,1/1/2008,K,H,C,A;Q,99,100",
    "F5,C5,1/1/1980,1,31/2/2007,1/5/2007,K,H,C,A,1,1",
    "F6,C6,x,1,1/6/1999,31/2/2007,K,H,C,A,1,1",
    "F7,C7,1/1/2008,1,1/6/2007,x,K,H,C,A,1,1",
    "F8,C8,1/1/2000,1,,1/6/2007,K,H,C,A,1,1",
    "F9,too,few",
    ...Array.from({length: 9}, (_, index) => `G${String(index)},D${String(index)},,1,1/6/2007,,K,H,C,A,1,1`),
  ];
  const found = await reading([header, ...faulty].join("\n"), ({faultCounts}) =>
    faultCounts.map(({rule, column, severity}) => `${rule} ${column.toLowerCase()} ${severity}`),
  );
  const known = population("faults").combinations?.[0]?.possible.map((tuple) => tuple.join(" ")) ?? [];
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter((fault) => !known.includes(fault))).toEqual([]);
});
