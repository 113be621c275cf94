import path from "node:path";

/** Paths in `report.yaml` start from the root; a file beyond it keeps its whole path. */
export function pathFromRoot(root: string, file: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith("..") ? file : relative;
}
