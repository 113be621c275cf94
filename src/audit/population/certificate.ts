import {z} from "zod";
import {definitionsSchema} from "./definition.ts";

const index = z.int().min(0);

/**
 * Moves the values of a column on by some places, round and round, among the records that agree on other columns, in the
 * order of the records. Values of a column in one class agree.
 */
const rotation = z.strictObject({
  source: index,
  column: index,
  within: z.array(z.strictObject({column: index, classes: z.array(index).optional()})),
  by: z.int().min(1),
});

/** A population told by how it differs from the base: rotations first, in their order, then single values. */
const witness = z.strictObject({
  rotations: z.array(rotation),
  /** Record, column, value, again and again, by source. */
  changes: z.array(z.array(index)),
});

/** Layout of a certificate on people. Documented in `docs/certificate.md`. */
export const peopleCertificateSchema = z.strictObject({
  schema: z.literal("smallprint-people/2"),
  definitions: definitionsSchema,
  /** By source and column: values with how often each follows itself, `3x20 5 3`. */
  base: z.array(z.array(z.string())),
  witnesses: z.array(witness),
  /** Keys of counts that are unsafe by themselves, as signed off. */
  unsafe: z.array(z.string()),
  /** Keys of means that are withheld for their few records. */
  tooFew: z.array(z.string()),
  /** Of what nobody but the holder of the extracts knows, so that the certificate's hash tells nothing of them. */
  salt: z.string().exactOptional(),
});

/** Proof that other people could have given the same publication. */
export type PeopleCertificate = z.output<typeof peopleCertificateSchema>;
export type Witness = PeopleCertificate["witnesses"][number];
export type Rotation = Witness["rotations"][number];
