import {expect, test} from "vitest";
import {resolveNames} from "../../src/publication/index.ts";
import {compared, publish, template} from "./project.ts";
import {vocabulary} from "./vocabulary.ts";

const faultsIn = (markdown: string, edition?: string) =>
  resolveNames(publish({...compared, [`${template}/10-a.md`]: `# A\n\n${markdown}\n`}), vocabulary, edition).map(
    ({position, what}) => `${position?.line ?? 0}:${position?.column ?? 0} ${what}`,
  );

test("every unknown name is told at once, where it stands", () => {
  expect(faultsIn("{{ share prison sx=male }} and {{ share prison sex=mael }}")).toEqual([
    '3:17 there is no variable of prison "sx" in "share prison sx=male"',
    '3:52 there is no category of sex "mael" in "share prison sex=mael"',
  ]);
});

test("labels and claims of rank name categories, too", () => {
  expect(faultsIn("{{ label prison sex=men }}{{ claim highest count prison by sex is men }}")).toEqual([
    '3:1 there is no category of sex "men"',
    '3:27 there is no category of sex "men"',
  ]);
});

test("names of the previous edition are looked up in its own vocabulary", () => {
  const markdown = "{{ count prison sx=male in previous }}";
  expect([faultsIn(markdown), faultsIn(markdown, "previous").length]).toEqual([[], 1]);
});

test("known names are no faults", () => {
  expect(
    faultsIn("{{ share prison sex=male }}, {{ highest share prison by sex }}, {{ label prison ppo=yes }}"),
  ).toEqual([]);
});
