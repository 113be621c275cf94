import {build} from "vite";
import {describe, expect, test} from "vitest";
import {guardZones} from "../../src/site/integration/guardZones.ts";
import {root} from "./sourceFiles.ts";

/** Builds one module that holds `text` as if it were a page of the site. */
async function buildPage(text: string): Promise<void> {
  const page = `${root}/src/site/pages/fence.ts`;
  await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: {write: false, ssr: page, rollupOptions: {external: [/^[a-z@]/, /^node:/]}},
    plugins: [
      {
        name: "page",
        enforce: "pre",
        resolveId: (id) => (id === page ? id : null),
        load: (id) => (id === page ? text : null),
      },
      guardZones({root}),
    ],
  });
}

describe("a page of the site that reaches for records is refused:", () => {
  test.each([
    ["a static import", `import * as x from "../../confidential/index.ts"; console.log(x);`],
    ["a dynamic import", `console.log(await import("../../confidential/index.ts"));`],
    ["an import as text", `import x from "../../confidential/index.ts?raw"; console.log(x);`],
    ["an import by its address from the root", `import x from "/src/confidential/index.ts?raw"; console.log(x);`],
    ["a glob", `console.log(import.meta.glob("../../confidential/*.ts", {eager: true}));`],
    ["a glob of text", `console.log(import.meta.glob("/src/confidential/index.ts", {query: "?raw", eager: true}));`],
    [
      "an extract as text",
      `import x from "../../../data/synthetic/south-east-2007-08/prison.csv?raw"; console.log(x);`,
    ],
    [
      "an extract as an address",
      `import x from "../../../data/synthetic/south-east-2007-08/prison.csv?url"; console.log(x);`,
    ],
  ])("%s", async (_, text) => {
    await expect(buildPage(text)).rejects.toThrow("the site may not load this");
  });
});

test("a page that reads a release is built", async () => {
  await expect(
    buildPage(`import {readRelease} from "../../release/index.ts"; console.log(readRelease);`),
  ).resolves.toBeUndefined();
});
