import {publicationFault, referenceKeys, type Category, type Variable} from "../../publication/index.ts";
import type {FigurePart} from "./readParts.ts";

/**
 * Refuses a label or heading of a query that names something else than it asks: another category of a variable that the
 * query fixes, "Women" over the men, "2016/17" over the figures of 2017/18, or the period of another edition beside it.
 * Throws PublicationError, at the query.
 */
export function refuseFalseNames(parts: readonly FigurePart[]): void {
  for (const part of parts) {
    const {label = "", heading = "", position} = part.query;
    for (const words of [label, heading]) {
      const [wrong] = [...fixedBy(part), ...periodOf(part, parts)].flatMap((fixed) => falseNameIn(words, fixed) ?? []);
      if (wrong === undefined) continue;
      const what = `"${words}" names "${wrong.said}", and its query asks "${wrong.asked}"`;
      throw publicationFault(what, "Correct the words, or the query", position);
    }
  }
}

type Named = Pick<Category, "label" | "text" | "role">;

/** What a query asks of one variable, and what it could have asked. */
interface Fixed {
  readonly own: Named;
  readonly others: readonly Named[];
}

/** The variables of which a query, or the part that it asks, has one category, with what could have been asked. */
function fixedBy({query: {at, among}, release: {vocabulary}, rows}: FigurePart): readonly Fixed[] {
  const {population, address} = rows[0]?.asked ?? {};
  const reference = vocabulary.references.find(({name}) => name === address?.population);
  const variables: readonly Variable[] = population?.variables ?? (reference && referenceKeys(reference)) ?? [];
  const whole = vocabulary.populations.find(({name}) => name === population?.partOf?.population)?.variables;
  return variables.flatMap(({name, categories}) => {
    const asked = at[name] ?? among[name] ?? population?.partOf?.at[name];
    const own = categories.find((category) => category.name === asked);
    const all = whole?.find((variable) => variable.name === name)?.categories ?? categories;
    return own === undefined ? [] : [{own, others: all.filter((category) => category.name !== own.name)}];
  });
}

/** The period of a part beside those of other editions. */
function periodOf({release}: FigurePart, parts: readonly FigurePart[]): readonly Fixed[] {
  const named = ({edition: {period}}: FigurePart["release"]): Named => ({...period, role: "value"});
  const others = parts.filter((other) => other.release.edition.id !== release.edition.id);
  return [{own: named(release), others: others.map((other) => named(other.release))}];
}

/** What words name of the others without naming their own. */
function falseNameIn(words: string, {own, others}: Fixed): {said: string; asked: string} | undefined {
  if ([own.label, own.text].some((name) => isNamedIn(words, name))) return undefined;
  // "No" stands in many words that answer nothing.
  const values = others.filter(({role, label}) => role === "value" && !/^(?:yes|no)$/i.test(label));
  const found = values.find(({label, text}) => [label, text].some((name) => isNamedIn(words, name)));
  return found === undefined ? undefined : {said: found.label, asked: own.label};
}

/** Whether words hold a name, and not as a part of a longer word. */
function isNamedIn(words: string, name: string): boolean {
  const [said, wanted] = [words.toLowerCase(), name.toLowerCase()];
  for (let at = said.indexOf(wanted); at !== -1 && wanted !== ""; at = said.indexOf(wanted, at + 1)) {
    const around = [said.at(at - 1), said.at(at + wanted.length)];
    const isWhole = around.every((sign, side) => (side === 0 && at === 0) || !/[\p{L}\p{N}]/u.test(sign ?? ""));
    if (isWhole) return true;
  }
  return false;
}
