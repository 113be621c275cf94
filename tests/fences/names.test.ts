import {expect, test} from "vitest";
import {readSourceFiles} from "./sourceFiles.ts";

const exported = /^export (?:abstract |async )?(?:function\*?|const|class|interface|type) (\w+)\b(?! from)/gm;

/** Rooms that stand over one list of names on purpose: what they export is told apart by the room. */
const registries = /^src\/(measures|audit\/tells|audit\/site\/readers|site\/formats|site\/pages)\//;

/** The audit works these out by itself, so that it does not share a mistake. They mean the same. */
const independent = ["exactValue", "isHeldBack", "notStated", "printedValue"];

/** The command, and the integration that it builds with. */
const ofTool = ["smallprint"];

function namesOf(files: readonly {readonly file: string; readonly text: string}[]): ReadonlyMap<string, string[]> {
  const found = files.flatMap(({file, text}) => [...text.matchAll(exported)].map(([, name = ""]) => ({name, file})));
  return new Map([...Map.groupBy(found, ({name}) => name)].map(([name, of]) => [name, of.map(({file}) => file)]));
}

test("no exported name has two meanings", () => {
  const named = namesOf(readSourceFiles("src"));
  const twice = [...named].filter(([, files]) => files.filter((file) => !registries.test(file)).length > 1);
  expect(twice.map(([name]) => name).filter((name) => ![...independent, ...ofTool].includes(name))).toEqual([]);
});

test("a name that two files export is seen", () => {
  const files = [
    {file: "src/release/a.ts", text: "export interface Place {}\n"},
    {file: "src/site/b.ts", text: "export type Place = string;\n"},
  ];
  expect(namesOf(files).get("Place")).toEqual(["src/release/a.ts", "src/site/b.ts"]);
});
