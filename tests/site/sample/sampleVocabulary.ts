import type {Coordinates, Population, Variable} from "../../../src/publication/index.ts";
import type {Weights} from "./people.ts";
import {areaNames, category, quarters, variable} from "./sampleNames.ts";

const notStated = category("Not stated", "not-stated");
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
