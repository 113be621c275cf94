import path from "node:path";

/** A path as it is written down: relative to the project where it lies in it. */
export function writtenPath(place: string, root: string): string {
  const way = path.relative(root, place);
  return way === ".." || way.startsWith(`..${path.sep}`) ? place : way;
}
