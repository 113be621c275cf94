import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {unzipSync} from "fflate";
import {parse, type DefaultTreeAdapterMap} from "parse5";
import {expect, test} from "vitest";
import {filesBelow} from "../fences/searchOutputs.ts";
import {edition, program, wholeProject} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {escapeHtml} from "../../src/site/prose/escapeHtml.ts";

/** What would act in a page, a drawing, a style or a table if it were taken for more than text. */
const hostile = `<img src=x onerror=alert(x)><script>alert(x)</script>"'--></style></title>&lt;{{x}}`;
const inYaml = JSON.stringify(hostile.replace("{{x}}", ""));
const inCsv = `"${hostile.replace("{{x}}", "").replaceAll('"', '""')}"`;

/** A small edition in which every text that people bring is hostile. */
function hostileProject(): string {
  const project = wholeProject();
  const change = (file: string, to: (text: string) => string): void => {
    const whole = path.join(project, file);
    writeFileSync(whole, to(readFileSync(whole, "utf8")));
  };
  change(`reports/${edition}/report.yaml`, (text) =>
    text.replace(/^(title|summary|publisher|contact): .*$/gm, `$1: ${inYaml.replaceAll("$", "$$$$")}`),
  );
  change("data/codelists/sex.csv", (text) => text.replace("Men,men", `${inCsv},${inCsv}`));
  change("data/dictionaries/small.yaml", (text) => text.replace("{label: Sex,", `{label: ${inYaml},`));
  change(`templates/${edition}/template.yaml`, (text) => text.replace("heading: Clients", `heading: ${inYaml}`));
  writeFileSync(
    path.join(project, `templates/${edition}/glossary.md`),
    `DIP (${hostile})\n: A term ${hostile}\n`.replaceAll("{{x}}", ""),
  );
  const title = hostile.replace("{{x}}", "").replaceAll("'", "''");
  writeFileSync(
    path.join(project, `templates/${edition}/10-one.md`),
    `# One ${hostile.replace("{{x}}", "")}

{{ term DIP }}, {{ count clients }}, {{ share clients sex=male }}. ${hostile.replace("{{x}}", "")}

::: figure by-sex
title: '${title}'
measure: '${title}'
chart: bars
show: count clients by sex
:::

::: table sexes
title: '${title}'
measure: '${title}'
show: count clients by sex
:::

::: insert glossary
:::
`,
  );
  return project;
}

/** Builds the hostile edition and gives the folder of its site. */
function buildHostile(): string {
  const project = hostileProject();
  const command = [program, "build", "--no-pdf"];
  const env = shellEnvironment();
  const {status, stderr} = spawnSync(process.execPath, command, {cwd: project, encoding: "utf8", env});
  expect([status, stderr]).toEqual([0, ""]);
  return path.join(project, "dist");
}

type Element = DefaultTreeAdapterMap["element"];

function elementsOf(html: string): readonly Element[] {
  const inside = (node: DefaultTreeAdapterMap["node"]): readonly Element[] => [
    ...("tagName" in node ? [node] : []),
    ...("childNodes" in node ? node.childNodes.flatMap(inside) : []),
  ];
  return inside(parse(html));
}

/** Elements and attributes that act or load. */
function actingIn(html: string): readonly string[] {
  return elementsOf(html).flatMap(({tagName, attrs}) => [
    ...(["script", "img", "iframe", "object", "embed", "form", "base", "foreignObject"].includes(tagName)
      ? [tagName]
      : []),
    ...attrs
      .filter(({name, value}) => /^on|^style$/.test(name) || /^\s*(javascript|data):/i.test(value))
      .map(({name}) => name),
  ]);
}

test("text that would act is text, on every page, in every drawing, and under names that nobody else brings", () => {
  const dist = buildHostile();
  const files = filesBelow(dist).filter((file) => /\.(html|svg)$/.test(file));
  expect(files.map((file) => path.relative(dist, file))).toContain(`${edition}/figures/by-sex.svg`);
  const acting = files.flatMap((file) => actingIn(readFileSync(file, "utf8")).map((what) => `${file}: ${what}`));
  expect(acting).toEqual([]);
  // It is printed as it was written.
  const page = readFileSync(path.join(dist, edition, "index.html"), "utf8");
  const texts = elementsOf(page).flatMap(({childNodes}) =>
    childNodes.flatMap((node) => ("value" in node ? [node.value] : [])),
  );
  expect(texts.filter((text) => text.includes("<script>alert(x)</script>")).length).toBeGreaterThan(5);
  const archive = Object.keys(unzipSync(readFileSync(path.join(dist, edition, `data/${edition}.zip`))));
  expect(archive.filter((name) => !/^(README\.txt|(data|figures)\/[a-z0-9-]+\.(csv|svg))$/.test(name))).toEqual([]);
});

test.each(["\u0001", "\u0000", "\u001f", "\ufffe", "\ud800"])(
  "what XML may not hold does not come into a drawing: %j",
  (letter) => {
    expect(escapeHtml(`a${letter}b`)).toBe("a\ufffdb");
  },
);

test("lines and tabs of a text stay", () => {
  expect(escapeHtml("a\tb\nc & d")).toBe("a\tb\nc &amp; d");
});
