import {UsageError} from "./UsageError.ts";

/** The day of a moment in Europe/London, ISO. */
export function dayInLondon(moment: Date): string {
  return new Intl.DateTimeFormat("en-CA", {timeZone: "Europe/London", dateStyle: "short"}).format(moment);
}

/** The day that `--today`, or the variable that stands in for it, names, ISO. Throws UsageError where it is none. */
export function dayNamed(text: string, by: string): string {
  const moment = Date.parse(`${text}T00:00Z`);
  const isDay = !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
  if (isDay) return text;
  throw new UsageError(`${by} ${text}: this is no day. Write it with the year first, as 2009-04-01.`);
}
