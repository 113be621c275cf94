import type {Category, CategoryRole, Population, Variable, Vocabulary} from "../../src/publication/index.ts";

export function category(name: string, role: CategoryRole = "value"): Category {
  return {name, code: "", label: name, text: name, role};
}

export function variable(name: string, categories: readonly string[], kind: Variable["kind"] = "category"): Variable {
  const answers = categories.map((each) => category(each, each === "elsewhere" ? "outside" : "value"));
  const all = kind === "category" ? [...answers, category("not-stated", "not-stated")] : answers;
  return {name, label: name, kind, categories: all, ...(kind === "number" && {unit: "years"})};
}

const shared = [
  variable("sex", ["male", "female"]),
  variable("age", [], "number"),
  variable("age-group", ["under-18", "18-to-29"]),
  variable("ppo", ["yes", "no"]),
  variable("support-required", ["housing", "leisure"], "multi"),
];

const prison: Population = {
  name: "prison",
  label: "prison clients",
  heading: "Prison",
  unit: "clients",
  variables: [
    ...shared,
    variable("prison-of-contact", ["high-down", "bullingdon", "elsewhere"]),
    variable("treatment-required", ["harm-reduction", "carat-group", "prescribing"], "multi"),
    variable("plan", ["agreed", "transferred", "refused"]),
  ],
};

const community: Population = {
  name: "community",
  label: "community clients",
  heading: "Community",
  unit: "clients",
  variables: [
    ...shared,
    variable("area-of-contact", ["kent", "surrey", "elsewhere"]),
    variable("residence", ["kent", "surrey", "elsewhere"]),
    variable("treatment-required", ["harm-reduction", "prescribing"], "multi"),
    variable("plan", ["agreed", "left", "refused"]),
  ],
};

/** Two populations and a reference, as small as shows what they share and what they do not. */
export const vocabulary: Vocabulary = {
  populations: [prison, community],
  references: [
    {
      name: "prevalence",
      title: "Prevalence",
      source: "Estimates 2006/07",
      key: {...variable("area", ["kent", "surrey"], "multi"), kind: "category"},
      columns: [
        {name: "estimate", label: "Estimate", unit: "people", decimals: 0},
        {name: "rate", label: "Rate", unit: "per 1,000", decimals: 1},
      ],
    },
  ],
};
