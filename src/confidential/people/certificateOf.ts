import {writeRuns, type Definitions, type People, type PeopleCertificate, type Witness} from "../../audit/index.ts";

/** What a certificate on people says. */
export interface CertifiedPeople {
  readonly definitions: Definitions;
  readonly base: People;
  readonly witnesses: readonly Witness[];
  /** Keys of counts that are unsafe by themselves. */
  readonly unsafe: ReadonlySet<string>;
  /** Keys of means that are withheld because of their few records. */
  readonly tooFew: ReadonlySet<string>;
}

/** The certificate, without its salt. */
export function certificateOf({definitions, base, witnesses, unsafe, tooFew}: CertifiedPeople): PeopleCertificate {
  return {
    schema: "smallprint-people/2",
    definitions,
    base: base.map(({columns, definition}) => columns.slice(0, definition.columns.length).map(writeRuns)),
    witnesses: [...witnesses],
    unsafe: [...unsafe].sort(),
    tooFew: [...tooFew].sort(),
  };
}
