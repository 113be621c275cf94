import {describe, expect, test} from "vitest";
import {canGoTogether, type Taken, type TakenAnswer} from "../../../src/confidential/dictionary/formsTogether.ts";

const codes = ["H", "C", "G"];
const taken: readonly Taken[] = [
  {take: "standing"},
  {take: "first", of: "DRUG"},
  {take: "last", of: "DRUG"},
  {take: "any", of: "DRUG", codes: ["H"]},
  {take: "any", of: "DRUG", codes: ["C"]},
  {take: "any", of: "DRUG", codes: ["H", "C"]},
];

/** Every client of one to five forms, each of which states a code or none, the one that stands for the client last. */
function clients(most: number): readonly (readonly (string | undefined)[])[] {
  const forms = [...codes, undefined];
  let longest: readonly (readonly (string | undefined)[])[] = [[]];
  const all: (readonly (string | undefined)[])[] = [];
  for (let length = 1; length <= most; length += 1) {
    longest = longest.flatMap((client) => forms.map((form) => [...client, form]));
    all.push(...longest);
  }
  return all;
}

/** What a client's forms say, taken in some way, by the words of the documentation alone. */
function say(forms: readonly (string | undefined)[], how: Taken): string | undefined {
  const given = forms.filter((form) => form !== undefined);
  switch (how.take) {
    case "standing":
      return forms.at(-1);
    case "first":
      return given[0];
    case "last":
      return given.at(-1);
    case "any":
      if (given.some((code) => how.codes.includes(code))) return "yes";
      return given.length === forms.length ? "no" : undefined;
  }
}

const everybody = clients(5);

function happens(answers: readonly TakenAnswer[]): boolean {
  return everybody.some((forms) => answers.every((one) => say(forms, one.taken) === one.answer));
}

const answersOf = (how: Taken): readonly (string | undefined)[] =>
  how.take === "any" ? ["yes", "no", undefined] : [...codes, undefined];

describe("what can be said of all forms of a client is what some client's forms say", () => {
  const pairs = taken.flatMap((one, at) => taken.slice(at + 1).map((other) => [one, other] as const));
  test.each(pairs)("%j and %j", (one, other) => {
    for (const answer of answersOf(one)) {
      for (const second of answersOf(other)) {
        const both = [
          {taken: one, answer},
          {taken: other, answer: second},
        ];
        expect(canGoTogether(both, codes), JSON.stringify(both)).toBe(happens(both));
      }
    }
  });

  test("all that say whether any form has some codes", () => {
    const anys = taken.filter(({take}) => take === "any");
    const [one, other, both] = anys.map((how) => answersOf(how).map((answer) => ({taken: how, answer})));
    for (const first of one!)
      for (const second of other!)
        for (const third of both!) {
          const all = [first, second, third];
          expect(canGoTogether(all, codes), JSON.stringify(all)).toBe(happens(all));
        }
  });

  test("what no two of them rule out, no three do: any client's answers can be", () => {
    const tuples = taken.reduce<readonly (readonly TakenAnswer[])[]>(
      (done, how) => done.flatMap((tuple) => answersOf(how).map((answer) => [...tuple, {taken: how, answer}])),
      [[]],
    );
    const anys = (tuple: readonly TakenAnswer[]): readonly TakenAnswer[] =>
      tuple.filter((one) => one.taken.take === "any");
    const real = new Set(everybody.map((forms) => taken.map((how) => say(forms, how) ?? "-").join()));
    for (const tuple of tuples) {
      const areFine = tuple.every((one, at) =>
        tuple.slice(at + 1).every((other) => canGoTogether([one, other], codes)),
      );
      const canBe = areFine && canGoTogether(anys(tuple), codes);
      expect(canBe, JSON.stringify(tuple)).toBe(real.has(tuple.map(({answer}) => answer ?? "-").join()));
    }
  });
});
