import {z} from "zod";
import type {SubjectReader} from "./grammar.ts";

/** Of so many people a rate may be. */
const rateBases = [1000, 10_000, 100_000] as const;
export type RateBase = (typeof rateBases)[number];

/** How a query asks the numbers of a rate, where that is not as its measure usually has them. */
export interface AskedUnit {
  /** Of so many people. */
  readonly every?: RateBase;
  /** As many as there would be in a whole year. */
  readonly isAnnualised?: true;
}

/** Layout of the same in a release: with the months that were counted, where these are fewer than a year's. */
export const unitLayout = {
  every: z.literal(rateBases).optional(),
  ofMonths: z.int().min(1).max(11).optional(),
};

/** The same of an address. */
export interface ReleasedUnit {
  readonly every?: RateBase | undefined;
  readonly ofMonths?: number | undefined;
}

/** What one event over one person is printed as: a number over another, both whole. */
export interface RateScale {
  readonly times: number;
  readonly over: number;
}

/** Months of a year. */
const year = 12;

/** The scale of a rate that is usually of so many people. */
export function rateScale({every, ofMonths = year}: ReleasedUnit, usual: RateBase): RateScale {
  return ofMonths === year ? {times: every ?? usual, over: 1} : {times: (every ?? usual) * year, over: ofMonths};
}

/** The parts of an address that say its unit; `months` are those of an annualised rate. */
export function releasedUnit({every}: AskedUnit, months: number | undefined) {
  return {...(every !== undefined && {every}), ...(months !== undefined && months < year && {ofMonths: months})};
}

/** What the unit adds to the one name of a cell; nothing where it is the usual one. */
export function unitKey({every, ofMonths}: ReleasedUnit): string {
  const base = every === undefined ? "" : ` of ${String(every)}`;
  return ofMonths === undefined ? base : `${base} annualised ${String(ofMonths)}`;
}

/** "per 1,000", "per 10,000 a year". */
export type RateUnit = "per 1,000" | "per 10,000" | "per 100,000";

/** The unit of a rate's numbers in words, as they are asked. */
export function rateUnit({every, isAnnualised}: AskedUnit, usual: RateBase): string {
  return `${unitsOfRates[every ?? usual]}${isAnnualised === true ? " a year" : ""}`;
}

const unitsOfRates: Readonly<Record<RateBase, RateUnit>> = {
  1000: "per 1,000",
  10_000: "per 10,000",
  100_000: "per 100,000",
};

/** Of so many people a measure of this unit usually is; nothing of what is no rate. */
export function baseOfUnit(unit: string): RateBase | undefined {
  return rateBases.find((base) => unitsOfRates[base] === unit);
}

/** The unit of a query's numbers, where its measure has `unit`: of a rate as the query asks it. */
export function unitAsked(unit: string, asked: AskedUnit): string {
  const usual = baseOfUnit(unit);
  return usual === undefined ? unit : rateUnit(asked, usual);
}

/** A measure's name with its unit, where that is not the usual one: "rate per 10,000 a year". */
export function namedWithUnit(name: string, asked: AskedUnit, usual: RateBase): string {
  const isUsual = asked.every === undefined && asked.isAnnualised === undefined;
  return isUsual ? name : `${name} ${rateUnit(asked, usual)}`;
}

/** Reads `10,000` of "per 10,000 people.adults"; nothing where no number stands here, or the usual one. */
export function readEvery(reader: SubjectReader, usual: RateBase): Pick<AskedUnit, "every"> {
  const text = reader.peek()?.text ?? "";
  const isNumber = /^\d{1,3}(?:,\d{3})+$|^10{2,}$/.test(text);
  if (!isNumber) return {};
  const {offset} = reader;
  const every = rateBases.find((base) => base === Number(text.replaceAll(",", "")));
  if (every === undefined)
    throw reader.faultAt(offset, `a rate is not of ${text} people`, "Write 1,000, 10,000 or 100,000");
  reader.takeAnyWord();
  return every === usual ? {} : {every};
}

/** Numbers that are made of others already, or are counted in more than one at a time. */
export const noCount = /%|\bper\b|\bper ?cent|\bpercent|\b(?:hundred|thousand|million)s?\b|0{3}s?\b/i;

/** What a unit of people says. */
const people =
  /\b(?:people|persons?|population|adults?|children|residents?|inhabitants?|m[ae]n|wom[ae]n|boys?|girls?|users?|clients?|patients?|prisoners?|offenders?|drinkers?|smokers?|pupils?|students?|workers?|employees|births)\b/i;

/** Whether numbers in a unit are numbers of people, each counted once. */
export function isOfPeople(unit: string): boolean {
  return people.test(unit) && !noCount.test(unit);
}
