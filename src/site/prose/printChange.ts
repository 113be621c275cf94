import type {Directive} from "../../publication/index.ts";
import {askCells, isMadeByUnanswered, unansweredOf, type Cell} from "../../release/index.ts";
import {formatCell} from "../words/formatCell.ts";
import {listInWords} from "../words/listInWords.ts";
import {isAnswered, isPublicCell, placeAnswer, tellApart, type PublishedAnswer} from "./compareCells.ts";
import {printMark} from "./printMark.ts";
import {writeCell} from "./printValue.ts";
import {nothing, printWords, type Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

type ChangeDirective = Extract<Directive, {kind: "change"}>;

/** What is said of a change: "rose" "from 87% to 89%", "changed little" "(87%, then 88%)", "stayed" "at 12". */
interface Said {
  readonly verb: "rose" | "fell" | "changed little" | "stayed";
  readonly numbers: string;
  /** Whether it is said of those who answered, and not of all. */
  readonly isOfAnswered: boolean;
  /** "prison clients" */
  readonly people: string;
}

/** Decimals of a share in a sentence that says that it changed, until the two numbers differ. */
const decimalsToTry = [0, 1, 2];

/**
 * "rose from 87% to 89%" or "changed little (87%, then 88%)", against the edition that this one is compared with. Of
 * several populations: "rose from 31.4 to 31.7 among prison clients and from 31.0 to 31.3 among community clients".
 */
export function printChange({query, otherwise}: ChangeDirective, reading: Reading): Printed {
  const now = askCells(query, reading.releases);
  const before = askCells({...query, edition: "previous"}, reading.releases);
  const changes = now.filter(isAnswered).flatMap((answer) => {
    const earlier = before.find(({asked}) => asked.population?.name === answer.asked.population?.name);
    return earlier !== undefined && isAnswered(earlier) ? [sayChange(answer, earlier)] : [];
  });
  if (changes.length === now.length) return printWords(writeChanges(changes));
  if (otherwise !== undefined) return printWords(otherwise);
  const hidden = [...now, ...before].map(({cell}) => cell).find((cell) => !isPublicCell(cell));
  return hidden === undefined ? nothing : printMark(hidden, reading);
}

function sayChange(now: PublishedAnswer, before: PublishedAnswer): Said {
  const people = now.asked.population?.label ?? "";
  const told = tellApart(now, before);
  if (told !== 0) {
    const [earlier, current] = writeDifferent(before, now);
    if (earlier !== current) {
      const verb = told > 0 ? "rose" : "fell";
      return {verb, numbers: `from ${earlier} to ${current}`, isOfAnswered: false, people};
    }
  }
  const [earlier, current] = [writeCell(before), writeCell(now)];
  if (isMadeByUnanswered(placeAnswer(now), placeAnswer(before))) {
    const numbers = `(${earlier}, then ${current} of all; not stated: ${unanswered(before)}, then ${unanswered(now)})`;
    return {verb: "changed little", numbers, isOfAnswered: true, people};
  }
  const isSame = earlier === current;
  if (isSame && isExact(now) && isExact(before)) {
    return {verb: "stayed", numbers: `at ${current}`, isOfAnswered: false, people};
  }
  const numbers = isSame ? `(${current} both times)` : `(${earlier}, then ${current})`;
  return {verb: "changed little", numbers, isOfAnswered: false, people};
}

/** A verb is said once for all that follow with the same one. */
function writeChanges(changes: readonly Said[]): string {
  const clauses = changes.map((said, index) => {
    const isRepeated = index > 0 && changes[index - 1]?.verb === said.verb;
    return writeClause(said, {isRepeated, isAlone: changes.length === 1});
  });
  return listInWords(clauses);
}

interface Clause {
  readonly isRepeated: boolean;
  readonly isAlone: boolean;
}

function writeClause({verb, numbers, isOfAnswered, people}: Said, {isRepeated, isAlone}: Clause): string {
  const those = isAlone ? "those" : people;
  const among = isAlone && !isOfAnswered ? [] : ["among", isOfAnswered ? `${those} who answered` : people];
  const words = verb === "changed little" ? [...among, numbers] : [numbers, ...among];
  if (!isRepeated) return [verb, ...words].join(" ");
  return (verb === "changed little" ? words.slice(1) : words).join(" ");
}

/** A count is printed whole, so that one printed alike is the same, unless it is rounded. */
function isExact({asked, release}: PublishedAnswer): boolean {
  return ["count", "rolling-count"].includes(asked.address.measure) && release.disclosure.policy.within === undefined;
}

/** Two numbers that differ, printed so that a reader sees it: 20.4% and 19.6%, where both would be 20%. */
function writeDifferent(before: PublishedAnswer, now: PublishedAnswer): readonly [string, string] {
  const isShare = now.asked.address.measure === "share" && now.cell.count !== undefined;
  const {decimals: least = 0} = now.query;
  const written = (isShare ? decimalsToTry.filter((decimals) => decimals >= least) : [undefined]).map(
    (decimals) => [writeCell(before, decimals), writeCell(now, decimals)] as const,
  );
  return written.find(([earlier, current]) => earlier !== current) ?? [writeCell(before), writeCell(now)];
}

/** The share that gave no answer, of the base of another share. */
function unanswered(answer: PublishedAnswer): string {
  const {count, of} = unansweredOf(placeAnswer(answer)) ?? {count: 0, of: 1};
  const cell: Cell = {status: "published", value: (100 * count) / of, count, of};
  return formatCell(cell, {measure: "share", unit: undefined, decimals: 0, mark: ""}).text;
}
