import type {Combination, OverForms, Population, Reads} from "./vocabulary.ts";

/** The columns of an extract that an answer is worked out from; none where it is about the form itself. */
export function readColumns(reads: Reads): readonly string[] {
  switch (reads.as) {
    case "code":
    case "codes":
    case "answered":
    case "period":
      return [reads.column];
    case "any-of":
      return reads.columns.map(({column}) => column);
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "bands":
      return [reads.from, reads.to];
    case "number":
    case "number-bands":
      return [reads.column];
    case "form":
      return [];
  }
}

/** How an answer is taken from all forms of a client; nothing where it is that of the form which stands for them. */
export function overFormsOf(reads: Reads): OverForms | undefined {
  return reads.as === "code" || reads.as === "number" || reads.as === "number-bands" ? reads.over : undefined;
}

/**
 * Whether the variables of a combination read columns of which none is another's: by nature their answers do not go
 * together, but one tells nothing of the other in a table that does not hold both.
 */
export function isOfApartColumns({variables: names}: Combination, {variables}: Pick<Population, "variables">): boolean {
  const read = names.map((name) => variables.find((one) => one.name === name)?.reads);
  if (read.includes(undefined)) return false;
  const columns = read.flatMap((reads) => (reads === undefined ? [] : readColumns(reads)));
  return new Set(columns).size === columns.length;
}
