import type {Category, Variable} from "../../publication/index.ts";
import {yesNoCategories} from "./commonCategories.ts";
import {holdsRecords, type Dictionary} from "./dictionary.ts";

/** What became of a form, in the order in which the ingest decides. */
export const fates = ["counted", "superseded", "outside-period", "quarantined"] as const;
export type Fate = (typeof fates)[number];

/** Where the date that selects the period lies. */
export const periods = ["inside", "outside", "unreadable"] as const;
export type PeriodPlace = (typeof periods)[number];

/** Whether a form is one of those that clients are chosen from: counted or superseded. What reports call forms received. */
export const usable = {
  counted: "yes",
  superseded: "yes",
  "outside-period": "no",
  quarantined: "no",
} as const satisfies Record<Fate, "yes" | "no">;

const value = (name: Fate | PeriodPlace, label: string, text: string): Category => ({
  name,
  code: "",
  label,
  text,
  role: "value",
});

const fate = (name: Fate, label: string, text: string): Category => ({
  ...value(name, label, text),
  within: {usable: usable[name]},
});

/** What the builder knows of every form besides its answers; nothing in them is ever not stated. */
export const formVariables: readonly Variable[] = [
  {
    name: "fate",
    label: "What became of the form",
    kind: "category",
    categories: [
      fate("counted", "Stands for a client", "stands for a client"),
      fate("superseded", "Superseded by a later form", "superseded by a later form"),
      fate("outside-period", "Outside the period", "outside the period"),
      fate("quarantined", "Set aside as faulty", "set aside as faulty"),
    ],
    reads: {as: "form", what: "fate"},
  },
  {
    name: "usable",
    label: "Usable form of the period",
    kind: "category",
    categories: yesNoCategories,
    reads: {as: "form", what: "usable"},
  },
  {
    name: "period",
    label: "Date that selects the period",
    kind: "category",
    categories: [
      value("inside", "Inside the period", "inside the period"),
      value("outside", "Outside the period", "outside the period"),
      value("unreadable", "Unreadable", "unreadable"),
    ],
    reads: {as: "form", what: "period"},
  },
];

/**
 * Those of them that tell forms of an extract apart. A table of counts sets no row aside and lets every row count, so that
 * nothing is left to tell but whether its date lies in the period, where it has one.
 */
export function knownOfForms(dictionary: Dictionary): readonly Variable[] {
  if (holdsRecords(dictionary)) return formVariables;
  return dictionary.period === undefined ? [] : formVariables.filter(({name}) => name === "usable");
}
