/** The header and first rows of an extract of unknown layout. Confidential: the values never leave this zone. */
export interface Sample {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
