/** How many random cases a property is tried on: few in `npm test`, many in `npm run test:long`. */
export function runs(cases: {readonly usual: number; readonly long: number}): number {
  return process.env.SMALLPRINT_LONG === "1" ? cases.long : cases.usual;
}
