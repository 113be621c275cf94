import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {codeBlocks, readDocument, readDocuments, root} from "./documents.ts";

test("every link between documents leads to a file that exists", () => {
  const broken = readDocuments().flatMap(({file, text}) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target = ""]) => path.join(root, path.dirname(file), target))
      .filter((target) => !existsSync(target))
      .map((target) => `${file} → ${path.relative(root, target)}`),
  );
  expect(broken).toEqual([]);
});

test("every picture and link of the web is asked over https", () => {
  const plain = readDocuments().filter(({text}) => text.includes("](http:"));
  expect(plain).toEqual([]);
});

test("the continuous integration runs the README's two commands and the linter", () => {
  const [build = "", tests = ""] = codeBlocks(readDocument("README.md"), "sh").map((block) => block.trim());
  expect([build, tests]).toEqual(["npm ci && npm run build", "npm ci && npm test"]);
  const run = readFileSync(path.join(root, ".ci/run"), "utf8");
  expect(run).toContain(`${tests} && ${build.replace("npm ci && ", "")}`);
  expect(run).toContain("\nnpm run lint\n");
});

test("every npm script that a document names exists", () => {
  const {scripts} = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = readDocuments().flatMap(({text}) =>
    [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
