/** What to say of a file whose encoding was neither stated nor shown by its bytes. */
export function describeAssumed(file: string, encoding: string): string {
  return `${file}: read as ${encoding}, being neither UTF-8 nor UTF-16; state its encoding where that is another one`;
}
