import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {parse} from "yaml";
import {extract, form} from "../confidential/sources/files/smallProject.ts";
import {writeEdition} from "./ledgerProject.ts";

/** Why its last month may change. */
export const late = "Forms of the last month are not all in.";
/** Why its third quarter is the first of another kind. */
export const moved = "The stations record contacts in a system of their own since then.";

/** What the guide writes into a report, of this project's extract and days. */
const guide = readFileSync("docs/guards.md", "utf8")
  .replaceAll("custody", "people")
  .replaceAll("2014-03-01", "2008-03-01")
  .replaceAll("2012-10-01", "2006-10-01");
const said = (field: string): string => {
  const example = [...guide.matchAll(/```yaml\n(.*?)```/gs)].findLast(([, yaml = ""]) => yaml.startsWith(`${field}:`));
  return JSON.stringify((parse(example?.[1] ?? "") as Record<string, unknown>)[field]);
};
/** Two years of quarters, of which the last month may change and the third begins another way. */
export const declared = {
  history: "{people: 2006-04-01}",
  provisional: said("provisional"),
  breaks: said("breaks"),
};

const text = `# One

Of {{ count forms quarter=latest }} forms {{ share forms sex=male among quarter=latest }} were men's.

Before there were {{ count forms quarter=before }}, and {{ count forms quarter=latest }} now.

There were {{ count forms quarter=before }} then.

They were {{ share forms quarter=before }} of all.

::: table by-quarter
title: Forms
measure: Forms
show: count forms by quarter with totals
:::

::: table by-sex
title: Forms
measure: Forms
show: count forms by sex, quarter with totals
:::

::: table latest
title: Forms
measure: Forms
show: count forms quarter=latest by sex
:::

::: figure over-time
title: Forms
measure: Forms
chart: line
show: count forms by quarter
:::

::: figure by-panels
title: Men and women
measure: Forms
chart: line
panels: sex
show: count forms by quarter, sex
:::
`;

/** Forty forms a month of two years, half of them men's. */
const rows = Array.from(
  {length: 24},
  (_, at) => [2006 + Math.floor((at + 3) / 12), ((at + 3) % 12) + 1] as const,
).flatMap(([year, month]) =>
  Array.from({length: 40 + month}, (_, index) => {
    const day = `10/${String(month).padStart(2, "0")}/${String(year)}`;
    return form({CLIENT: `CANARY-${String(year)}-${String(month)}-${String(index)}`, SEX: index % 2 === 0 ? "1" : "2", SEEN: day, TRIAGED: day}); // prettier-ignore
  }),
);

/** Writes the edition with a chapter over what stood there. */
export function writeTimed(root: string, report: Readonly<Record<string, string>>, chapter = text): void {
  writeEdition(root, "one", {asks: [], report});
  const files = {
    "templates/one/template.yaml":
      "populations:\n  forms: {label: forms, heading: Forms, extract: people, dictionary: small, one: form}\n",
    "templates/one/10-one.md": chapter,
    "data/extracts/one.csv": extract(...rows),
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(root, file), content);
}
