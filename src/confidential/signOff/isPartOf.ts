import {stated, type Coordinates, type Population} from "../../publication/index.ts";

/** Whether every record at a place is also at another, by the names alone: Albany is part of all prisons. */
export function isPartOf(inner: Coordinates, outer: Coordinates, {variables}: Population): boolean {
  return Object.entries(outer).every(([variable, category]) =>
    Object.entries(inner).some(([own, name]) => {
      if (own === variable && name === category) return true;
      const known = variables.find((candidate) => candidate.name === own)?.categories.find((one) => one.name === name);
      if (own === variable && category === stated) return known !== undefined && known.role !== "not-stated";
      return known?.within?.[variable] === category;
    }),
  );
}
