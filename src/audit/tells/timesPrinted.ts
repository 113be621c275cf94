const months = 12;

/**
 * What one event of one person is printed as: so many, over so many. A rate of every 10,000 that three months were counted
 * for, as a year would have it, is 10,000 times 12 over 3.
 */
export function timesPrinted(
  {every, ofMonths}: {readonly every?: number | undefined; readonly ofMonths?: number | undefined},
  usual: number,
): readonly [times: number, over: number] {
  const people = every ?? usual;
  return ofMonths === undefined ? [people, 1] : [people * months, ofMonths];
}

/** What a download adds to the name of a rate that is of other people than usual, or of a year: " per 10,000 a year". */
export function unitInFiles(
  {every, isAnnualised}: {readonly every?: number; readonly isAnnualised?: true},
  usual: number,
): string {
  if (every === undefined && isAnnualised === undefined) return "";
  const people = String(every ?? usual).replace(/000$/, ",000");
  return ` per ${people}${isAnnualised === undefined ? "" : " a year"}`;
}
