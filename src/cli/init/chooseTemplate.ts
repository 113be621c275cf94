import {existsSync, readdirSync} from "node:fs";
import path from "node:path";
import {nearestName} from "../../publication/index.ts";
import {UsageError} from "../UsageError.ts";

/** The template asked for, or the only one that there is; nothing where neither tells which. Throws UsageError. */
export function chooseTemplate(root: string, asked?: string): string | undefined {
  const templates = readdirSync(path.join(root, "templates"))
    .filter((name) => existsSync(path.join(root, "templates", name, "template.yaml")))
    .toSorted();
  const [only] = templates;
  if (asked === undefined) return templates.length === 1 ? only : undefined;
  if (templates.includes(asked)) return asked;
  const nearest = nearestName(asked, templates);
  const advice = nearest === undefined ? `There are: ${templates.join(", ")}` : `Did you mean ${nearest}?`;
  throw new UsageError(`There is no template "${asked}" below templates/. ${advice}`);
}
