import {z} from "zod";

const index = z.int().min(0);

/** A column of a record: one of these values, by number. Values are codes, ages, sets of codes, "blank", or a fault's name. */
const column = z.strictObject({name: z.string(), values: z.array(z.string())});

/**
 * A column that follows from others: what "any of these columns" says. Of each column, what every value says: 0 nothing, 1 no,
 * 2 yes. The column's own value is the largest of them.
 */
const anyOf = z.strictObject({
  name: z.string(),
  of: z.array(z.strictObject({column: index, says: z.array(z.int().min(0).max(2))})),
});

/**
 * A column as an earlier edition had it, before some records were corrected: the value that another column, which numbers
 * the corrections, gives; the value of the column itself where it gives none.
 */
const revised = z.strictObject({name: z.string(), revises: index, by: index, values: z.array(index.nullable())});

const derived = z.union([anyOf, revised]);

/** Combinations of values of some columns that no record can have. */
const impossible = z.strictObject({columns: z.array(index), values: z.array(z.array(index))});

/** The records that one extract holds. Derived columns are numbered after the others. */
const source = z.strictObject({
  name: z.string(),
  records: index,
  columns: z.array(column),
  derived: z.array(derived),
  impossible: z.array(impossible).default([]),
});

/** A variable reads one column: the values of each category, and for a number the number of each value. */
const variable = z.strictObject({
  column: index,
  categories: z.record(z.string(), z.array(index)),
  /** A record can be in several categories at once; in none of them it is not stated. */
  several: z.boolean().optional(),
  numbers: z.array(z.int().nullable()).optional(),
});

/** One kind of fault: the records whose column has one of these values have it. */
const fault = z.strictObject({at: z.record(z.string(), z.string()), column: index, values: z.array(index)});

const population = z.strictObject({
  name: z.string(),
  /** Number of the source. */
  source: index,
  /** The records counted: those whose every column named here has one of these values. All where absent. */
  counted: z.array(z.strictObject({column: index, values: z.array(index)})).optional(),
  variables: z.record(z.string(), variable),
  /** Where faults are counted and not records. */
  faults: z.array(fault).optional(),
});

/** How the statements of one edition are counted on the records. */
const edition = z.strictObject({
  name: z.string(),
  populations: z.array(population),
  /** By source whose records were corrected since, the column that numbers the corrections: 0 for none. */
  revisions: z.array(z.strictObject({source: index, column: index})).optional(),
});

export const definitionsSchema = z.strictObject({sources: z.array(source), editions: z.array(edition)});

export type Definitions = z.output<typeof definitionsSchema>;
export type DerivedColumn = SourceDefinition["derived"][number];
export type SourceDefinition = Definitions["sources"][number];
export type EditionDefinition = Definitions["editions"][number];
export type PopulationDefinition = EditionDefinition["populations"][number];
export type VariableDefinition = PopulationDefinition["variables"][string];
