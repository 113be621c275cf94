import type {PeopleCertificate} from "../population/certificate.ts";
import {completeRecords, readRuns, type People, type Records} from "../population/records.ts";

/** The base of a certificate with its derived columns; nothing where it is not as the definitions say. */
export function basePeople({definitions, base}: Pick<PeopleCertificate, "definitions" | "base">): People | undefined {
  const people = definitions.sources.map((source, at): Records | undefined => {
    const columns = source.columns.map(({values}, column) => {
      const read = readRuns(base[at]?.[column] ?? "", source.records);
      return read?.every((value) => value < values.length) === true ? read : undefined;
    });
    const whole = columns.filter((column) => column !== undefined);
    return whole.length === columns.length ? completeRecords(source, whole) : undefined;
  });
  const read = people.filter((records) => records !== undefined);
  return read.length === people.length ? read : undefined;
}
