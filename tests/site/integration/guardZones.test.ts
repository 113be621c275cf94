import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {build} from "vite";
import {afterAll, beforeAll, expect, test} from "vitest";
import {guardZones} from "../../../src/site/integration/guardZones.ts";

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "zones-"));
  write("src/confidential/secret.ts", "export const secret = 1;");
  write("data/extracts/prison.csv", "CLIENT\nCANARY-1\n");
  write("data/synthetic/x/prison.csv", "CLIENT\nCANARY-1\n");
  write("src/release/open.ts", "export const open = 1;");
});

afterAll(() => {
  rmSync(root, {recursive: true});
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
  writeFileSync(path.join(root, file), text);
}

async function bundle(entry: string): Promise<unknown> {
  write("src/site/page.ts", entry);
  return build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [guardZones({root, code: path.join(root, "src")})],
    build: {write: false, lib: {entry: path.join(root, "src/site/page.ts"), formats: ["es"]}},
  });
}

test.each([
  ["a static import", `import {secret} from "../confidential/secret.ts"; export const x = secret;`],
  ["a dynamic import", `export const x = import("../confidential/secret.ts");`],
  ["an import as text", `import x from "../confidential/secret.ts?raw"; export {x};`],
  ["a glob", `export const x = import.meta.glob("../confidential/*.ts", {eager: true});`],
  ["a glob that is opened later", `export const x = import.meta.glob("../confidential/*.ts");`],
  ["an extract as text", `import x from "../../data/extracts/prison.csv?raw"; export {x};`],
  ["a synthetic extract as a file", `import x from "../../data/synthetic/x/prison.csv?url"; export {x};`],
])("the site cannot be built with %s of what is confidential", async (_, entry) => {
  await expect(bundle(entry)).rejects.toThrow("the site may not load this");
});

test("the site may load everything else", async () => {
  await expect(bundle(`export {open} from "../release/open.ts";`)).resolves.toBeDefined();
});
