const dayInMilliseconds = 86_400_000;

/** Days since 1 January 1970 of an ISO date. */
export function dayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / dayInMilliseconds;
}

/** The ISO date so many days after 1 January 1970. */
export function isoOf(day: number): string {
  return new Date(day * dayInMilliseconds).toISOString().slice(0, 10);
}

/** Age in completed years on a day. Both are ISO dates. */
export function ageOn(day: string, born: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Whether a day since 1 January 1970 is a Saturday or Sunday. */
export function isWeekend(day: number): boolean {
  // The first of January 1970 was a Thursday.
  return [0, 6].includes((day + 4) % 7);
}
