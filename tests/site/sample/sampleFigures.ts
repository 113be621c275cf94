import type {Reference} from "../../../src/publication/index.ts";
import {areaNames, category, nameOf, quarters, variable} from "./sampleNames.ts";

/** Injuries and residents of an area, or of all areas. */
export function injuriesIn(area: string): readonly [injuries: number, residents: number] {
  const all = areaNames.map(([label, size], at) => {
    const residents = Math.round(4000 * size);
    const odd = at === 3 ? 1.6 : at === 9 ? 0.7 : 1 + (((at * 7) % 5) - 2) / 60;
    return [nameOf(label), [Math.round(residents * 0.011 * odd), residents]] as const;
  });
  const own = all.find(([name]) => name === area)?.[1];
  return own ?? [sumOf(all.map(([, [injuries]]) => injuries)), sumOf(all.map(([, [, residents]]) => residents))];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Of groups of people by their label: how many they are, and their offences. */
export const offending: Readonly<Record<string, readonly [people: number, offences: number]>> = {
  "Ten and more": [6, 96],
  "Eight or nine": [12, 102],
  "Three to seven": [40, 170],
  "One or two": [110, 158],
  None: [66, 0],
};

/** The figures from elsewhere. */
export const references: readonly Reference[] = [
  {
    name: "prevalence",
    title: "Estimated problematic drug users",
    source: "Home Office, 2006/07",
    key: variable(
      "area",
      "Area",
      areaNames.map(([label]) => category(label)),
    ),
    columns: [
      {name: "estimate", label: "Estimate", unit: "people", decimals: 0},
      {name: "rate", label: "Rate", unit: "per 1,000 population aged 15 to 64", decimals: 2},
      {name: "target", label: "Target", unit: "percent", decimals: 1},
      {name: "change", label: "Change", unit: "percent", decimals: 1},
    ],
  },
  {
    name: "trend",
    title: "Clients of the region by year",
    source: "Made up",
    key: variable(
      "year",
      "Year",
      ["2003", "2004/05", "2005", "2006 to 2007", "2008 and later years"].map((label) => category(label)),
    ),
    columns: [
      {name: "clients", label: "Clients", unit: "people", decimals: 0},
      {name: "change", label: "Change", unit: "people", decimals: 0},
    ],
  },
  {
    name: "referrals",
    title: "Referrals by quarter",
    source: "Made up",
    key: variable("quarter", "Quarter", quarters),
    columns: [
      {name: "received", label: "Referrals received", unit: "people", decimals: 0},
      {name: "change", label: "Change", unit: "people", decimals: 0},
    ],
  },
  {
    name: "injuries",
    title: "Injuries by area",
    source: "Made up",
    key: variable("area", "Area", [
      ...areaNames.map(([label]) => category(label)),
      {name: "region", code: "", label: "South East", text: "the South East", role: "outside"},
    ]),
    columns: [
      {name: "treated", label: "Injuries treated", unit: "injuries", decimals: 0},
      {name: "residents", label: "Residents", unit: "people", decimals: 0},
    ],
  },
  {
    name: "offending",
    title: "Offences by group of people",
    source: "Made up",
    key: variable(
      "group",
      "Group",
      Object.keys(offending).map((label) => category(label)),
    ),
    columns: [
      {name: "offenders", label: "People", unit: "people", decimals: 0},
      {name: "offences", label: "Offences", unit: "offences", decimals: 0},
    ],
  },
];
