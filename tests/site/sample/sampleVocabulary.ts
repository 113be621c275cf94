import type {Category, Coordinates, Population, Reference, Variable} from "../../../src/publication/index.ts";
import type {Weights} from "./people.ts";

function category(label: string, role: Category["role"] = "value"): Category {
  const name = nameOf(label);
  return {name, code: name.slice(0, 3).toUpperCase(), label, text: label.toLowerCase(), role};
}

/** The name of a category by its label. */
export function nameOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

const notStated = category("Not stated", "not-stated");
const areaNames = [
  ["Bracknell Forest", 3],
  ["Brighton and Hove", 6],
  ["Buckinghamshire", 8],
  ["East Sussex", 7],
  ["Hampshire", 11],
  ["Isle of Wight", 2],
  ["Kent", 14],
  ["Medway", 6],
  ["Milton Keynes", 5],
  ["Oxfordshire", 19],
  ["Portsmouth", 4],
  ["Reading", 14],
  ["Slough", 11],
  ["Southampton", 5],
  ["Surrey", 9],
  ["West Berkshire", 1],
  ["West Sussex", 8],
  ["Windsor and Maidenhead", 1],
  ["Wokingham", 0.6],
] as const;
const prisonNames = [
  ["Albany (Isle of Wight)", 1],
  ["Aylesbury (Buckinghamshire)", 2],
  ["Blantyre House (Kent)", 0.3],
  ["Bronzefield (Surrey)", 9],
  ["Bullingdon (Oxfordshire)", 13],
  ["Elmley (Kent)", 12],
  ["Grendon / Spring Hill (Buckinghamshire)", 3],
  ["High Down (Surrey)", 15],
  ["Lewes (East Sussex)", 8],
  ["Reading (Berkshire)", 6],
  ["Winchester (Hampshire)", 13],
] as const;

const areas = [...areaNames.map(([label]) => category(label)), category("Outside South East", "outside"), notStated];
const prisons = [...prisonNames.map(([label]) => category(label)), notStated];
const ages = [...["Under 18", "18 to 29", "30 to 44", "45 and over"].map((label) => category(label)), notStated];
const sexes = [category("Male"), category("Female"), notStated];
const drugs = [
  ...[
    "Heroin",
    "Crack",
    "Cocaine (not crack)",
    "Cannabis",
    "Amphetamines",
    "Benzodiazepines",
    "Alcohol",
    "Other drugs",
  ].map((label) => category(label)),
  notStated,
];
const yesNo = [category("Yes"), category("No"), notStated];
const shared = ["Harm reduction", "Overdose management", "Access to prescribing", "Group work"];
const prisonOnly = ["Clinical management of dependence", "Short-duration programme"];

/** Of four years, as quarters are written in financial years. */
export const quarters = ["2010/11", "2011/12", "2012/13", "2013/14"].flatMap((year) =>
  ["Q1", "Q2", "Q3", "Q4"].map((quarter) => category(`${quarter} ${year}`)),
);

function variable(name: string, label: string, categories: readonly Category[]): Variable {
  return {name, label, kind: "category", categories};
}

function treatments(labels: readonly string[]): Variable {
  return {
    name: "treatment-required",
    label: "Treatment required",
    kind: "multi",
    categories: labels.map((label) => category(label)),
  };
}

const common = [
  variable("sex", "Sex", sexes),
  variable("age-group", "Age group", ages),
  variable("main-drug", "Main drug", drugs),
  variable("residence", "Area of residence", areas),
  {...variable("pdu", "Problematic drug user", yesNo), who: "were problematic drug users"},
  {name: "age", label: "Age at initial contact", kind: "number", unit: "years", categories: []} satisfies Variable,
];

export const populations: readonly Population[] = [
  {
    name: "prison",
    label: "prison clients",
    heading: "Prison",
    unit: "clients",
    variables: [
      ...common,
      variable("prison-of-contact", "Prison of first contact", prisons),
      variable("quarter", "Quarter of first contact", quarters),
      treatments([...shared, ...prisonOnly]),
    ],
  },
  {
    name: "community",
    label: "community clients",
    heading: "Community",
    unit: "clients",
    variables: [...common, variable("area-of-contact", "Area of first contact", areas), treatments(shared)],
  },
];

function partOf(whole: string, part: Pick<Population, "name" | "label" | "heading">, at: Coordinates): Population {
  const {variables = [], unit = "clients"} = populations.find(({name}) => name === whole) ?? {};
  const narrowed = variables.map((one) => {
    const categories = one.categories.filter(({name}) => (at[one.name] ?? name) === name);
    return {...one, categories};
  });
  return {...part, unit, variables: narrowed, partOf: {population: whole, at}};
}

/** Parts of these, which a release describes where it is asked of them. */
export const parts: readonly Population[] = [
  partOf("prison", {name: "women", label: "women seen in prison", heading: "Women"}, {sex: "female"}),
  partOf("community", {name: "users", label: "community users", heading: "Users"}, {pdu: "yes", "main-drug": "heroin"}),
];

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

function weigh(
  entries: readonly (readonly [string, number])[],
  rest: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return {...Object.fromEntries(entries.map(([label, weight]) => [category(label).name, weight])), ...rest};
}

const elsewhere = {"outside-south-east": 20, "not-stated": 3};
const everyone: Weights = {
  "age-group": {"under-18": 0.3, "18-to-29": 48, "30-to-44": 41, "45-and-over": 9, "not-stated": 1},
  "main-drug": {
    heroin: 31,
    crack: 12,
    "cocaine-not-crack": 9,
    cannabis: 17,
    amphetamines: 4,
    benzodiazepines: 0.3,
    alcohol: 14,
    "other-drugs": 3,
    "not-stated": 5,
  },
  residence: weigh(areaNames, elsewhere),
};

export const prisonWeights: Weights = {
  ...everyone,
  sex: {male: 88, female: 12},
  pdu: {yes: 62, no: 36, "not-stated": 2},
  "prison-of-contact": weigh(prisonNames, {"not-stated": 1}),
  "treatment-required": {
    "harm-reduction": 33,
    "overdose-management": 25,
    "access-to-prescribing": 12,
    "group-work": 8,
    "clinical-management-of-dependence": 20,
    "short-duration-programme": 0.2,
  },
};

export const communityWeights: Weights = {
  ...everyone,
  sex: {male: 83, female: 17},
  pdu: {yes: 78, no: 20, "not-stated": 2},
  "main-drug": {...everyone["main-drug"], heroin: 47, alcohol: 3},
  "area-of-contact": weigh(areaNames, {"not-stated": 1}),
  "treatment-required": {
    "harm-reduction": 27,
    "overdose-management": 12,
    "access-to-prescribing": 31,
    "group-work": 0.3,
  },
};
