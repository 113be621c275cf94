import {dateLike} from "../dictionary/dateFormat.ts";
import type {Column} from "../dictionary/dictionary.ts";

/** Codes by the name of their list. */
export type Codes = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which part of the values, from 0 to 1, has the shape that a column asks for: a date, a number, or a code of its list. Nothing
 * for a text column, whose values may be anything, and where there is no value.
 */
export function valueFit(values: readonly string[], column: Column, codes: Codes): number | undefined {
  const given = values.map((value) => value.trim()).filter((value) => value !== "");
  if (given.length === 0) return undefined;
  const fits = shapeOf(column, codes);
  return fits && given.filter(fits).length / given.length;
}

function shapeOf(column: Column, codes: Codes): ((value: string) => boolean) | undefined {
  switch (column.type) {
    case "text":
      return undefined;
    case "date":
      return (value) => dateLike.test(value);
    case "number":
      return (value) => /^-?\d+(\.\d+)?$/.test(value);
    case "count":
      return (value) => /^\d+$/.test(value);
    case "code": {
      const list = codes.get(column.list);
      return list && ((value) => list.has(value));
    }
    case "codes": {
      const list = codes.get(column.list);
      return list && ((value) => value.split(column.separator).every((code) => list.has(code.trim())));
    }
  }
}
