import type {Category, Variable} from "../../../src/publication/index.ts";

/** A category of the sample by its label. */
export function category(label: string, role: Category["role"] = "value"): Category {
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

/** The areas of the sample, and how many of a hundred are of each. */
export const areaNames = [
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

/** Of four years, as quarters are written in financial years. */
export const quarters = ["2010/11", "2011/12", "2012/13", "2013/14"].flatMap((year) =>
  ["Q1", "Q2", "Q3", "Q4"].map((quarter) => category(`${quarter} ${year}`)),
);

/** A question of the sample with its answers. */
export function variable(name: string, label: string, categories: readonly Category[]): Variable {
  return {name, label, kind: "category", categories};
}
