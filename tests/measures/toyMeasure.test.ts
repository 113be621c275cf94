import {execFileSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import ts from "typescript";
import {expect, test} from "vitest";
import {registered, toyMeasure, toyScript, toyTells} from "./toyMeasure.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = {
  toy: "src/measures/tens.ts",
  measures: "src/measures/measures.ts",
  tells: "src/audit/tells/tens.ts",
  registry: "src/audit/tells/registry.ts",
};
const written = (file: string): string => readFileSync(path.join(root, file), "utf8");

interface Complaint {
  readonly file: string;
  readonly what: string;
}

/** What the compiler says of some files of the source where others stand in their place. */
function complaints(changed: Readonly<Record<string, string>>, of: readonly string[]): readonly Complaint[] {
  const {config} = ts.readConfigFile(path.join(root, "tsconfig.base.json"), (file) => ts.sys.readFile(file)) as {
    config: {compilerOptions: object};
  };
  const {options} = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      composite: false,
      declaration: false,
      emitDeclarationOnly: false,
      noEmit: true,
      noUnusedLocals: false,
    },
    root,
  );
  const overlay = new Map(Object.entries(changed).map(([file, text]) => [path.join(root, file), text]));
  const host = ts.createCompilerHost(options);
  host.fileExists = (file) => overlay.has(file) || ts.sys.fileExists(file);
  host.readFile = (file) => overlay.get(file) ?? ts.sys.readFile(file);
  host.getSourceFile = (file, target) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, target);
  };
  const program = ts.createProgram(of.map((file) => path.join(root, file)), options, host); // prettier-ignore
  return of.flatMap((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path.join(root, file)))
      .map(({messageText}) => ({file, what: ts.flattenDiagnosticMessageText(messageText, "\n")})),
  );
}

const parts = {
  measure: ["restsOn", "isOfTooFew", "rounded", "publish", "base", "wants"],
  tells: ["says", "saysRounded", "saysOfPeople", "countsIn", "cuts"],
};

/** The toy's files with one part left out of each, by path: all of them are compiled at once. */
const incomplete: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...parts.measure.map((part) => [files.toy.replace("tens", `without-${part}`), without(toyMeasure, part)] as const),
  ...parts.tells.map((part) => [files.tells.replace("tens", `without-${part}`), without(toyTells, part)] as const),
]);

function without(text: string, part: string): string {
  return text.replace(new RegExp(`^  ${part}: [^]*?^(?=  \\w+: |\\}\\);)`, "m"), "");
}

test("a measure added by one file and one line compiles whole, and not where a part is left out", () => {
  const before = files.registry.replace("registry", "registry-before");
  const texts = {
    [files.toy]: toyMeasure,
    [files.measures]: registered(written(files.measures)),
    [files.tells]: toyTells,
    [files.registry]: registered(written(files.registry)),
    // Before it is said what a reader learns from it.
    [before]: written(files.registry),
    ...incomplete,
  };
  const whole = [files.toy, files.tells, files.registry];
  const said = complaints(texts, [...whole, before, ...Object.keys(incomplete)]);
  expect(said.filter(({file}) => whole.includes(file))).toEqual([]);
  const missing = ["tens", ...parts.measure, ...parts.tells].map((part): unknown => expect.stringContaining(`'${part}' is missing`)); // prettier-ignore
  expect(said.flatMap(({what}) => (what.includes("is missing") ? [what] : []))).toEqual(missing);
});

test("the toy is asked, counted, printed and judged like any other measure", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "toy-measure-"));
  const at = (file: string): string => path.join(folder, file);
  cpSync(path.join(root, "src"), at("src"), {recursive: true});
  mkdirSync(at("tests/audit"), {recursive: true});
  cpSync(path.join(root, "tests/audit/tinyRelease.ts"), at("tests/audit/tinyRelease.ts"));
  symlinkSync(path.join(root, "node_modules"), at("node_modules"));
  writeFileSync(at("package.json"), '{"type": "module"}');
  writeFileSync(at(files.toy), toyMeasure);
  writeFileSync(at(files.tells), toyTells);
  for (const file of [files.measures, files.registry]) writeFileSync(at(file), registered(written(file)));
  writeFileSync(at("ask.ts"), toyScript);
  const said: unknown = JSON.parse(execFileSync(process.execPath, [at("ask.ts")], {encoding: "utf8"}));
  expect(said).toEqual({
    key: "tens people [sex=women]",
    restsOn: ["count people [sex=women]"],
    text: "1",
    women: [10, 19],
    faults: ["tens people [sex=women] is no number of tens"],
  });
});
