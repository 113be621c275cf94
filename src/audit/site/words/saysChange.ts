import {roundRatioHalfUp} from "../../../release/index.ts";
import type {PublicCell} from "../editionInDist.ts";
import {verdictOn} from "./verdict.ts";

const verbs = {"1": "rose", "-1": "fell", "0": "little"} as const;

type Verb = (typeof verbs)[keyof typeof verbs];

/**
 * Whether a text says of each population what its two released numbers bear out: the verbs in their order, once for all
 * that follow with the same one; how often it speaks of those who answered; and the numbers between which it moved.
 */
export function saysChange(said: string, now: readonly PublicCell[], before: readonly PublicCell[]): boolean {
  const changes = now.flatMap((cell) => {
    const earlier = before.find(({asked}) => asked.population?.name === cell.asked.population?.name);
    const verdict = earlier && verdictOn(cell, earlier);
    return earlier && verdict ? [{cell, earlier, verdict}] : [];
  });
  if (changes.length < now.length) return said.startsWith("[");
  const found = [...said.matchAll(/\b(rose|fell|changed little|stayed)\b/g)].map(([verb]) =>
    verb === "rose" || verb === "fell" ? verb : "little",
  );
  const possible = changes.map(({verdict}) => verdict.sides.map((side) => verbs[`${side}`]));
  const chosen = everyChoice(possible).find((choice) => isSame(withoutRepeats(choice), found));
  if (chosen === undefined) return false;
  const answered = changes.filter(({verdict}) => verdict.isMadeByUnanswered).length;
  if (said.match(/\bwho answered\b/g)?.length !== (answered === 0 ? undefined : answered)) return false;
  const moved = changes.filter((_, index) => chosen[index] !== "little");
  const pairs = [...said.matchAll(/\bfrom (\S+) to (−?[\d.,]*\d%?|[<>]\d+%)/g)];
  return (
    pairs.length === moved.length &&
    pairs.every(([, from = "", to = ""], index) => {
      const change = moved[index];
      return change !== undefined && prints(from, change.earlier) && prints(to, change.cell);
    })
  );
}

/** Every way to choose one verb of each. */
function everyChoice(possible: readonly (readonly Verb[])[]): readonly (readonly Verb[])[] {
  return possible.reduce<readonly (readonly Verb[])[]>(
    (chosen, next) => chosen.flatMap((before) => next.map((verb) => [...before, verb])),
    [[]],
  );
}

function withoutRepeats(verbs: readonly Verb[]): readonly Verb[] {
  return verbs.filter((verb, index) => verb !== verbs[index - 1]);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((verb, index) => verb === other[index]);
}

/** Whether a number in print is that of a cell, with the decimals that it is printed with. */
function prints(text: string, {cell}: PublicCell): boolean {
  if (cell.status !== "published") return false;
  const {value, count, of} = cell;
  const number = text.replace("−", "-").replaceAll(",", "").replace(/%$/, "");
  if (/^[<>]/.test(number)) return true;
  const decimals = number.split(".")[1]?.length ?? 0;
  if (text.endsWith("%") && count !== undefined && of !== undefined) {
    return roundRatioHalfUp(100 * count, of, decimals) === Number(number);
  }
  return Number(value.toFixed(decimals)) === Number(number);
}
