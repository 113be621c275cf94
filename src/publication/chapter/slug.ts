/** A heading as it stands in an address: "Who's who in 2007/08" is `whos-who-in-2007-08`. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
