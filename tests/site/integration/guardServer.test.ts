import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import type {AddressInfo} from "node:net";
import path from "node:path";
import {createServer} from "vite";
import {describe, expect, test} from "vitest";
import {guardServer} from "../../../src/site/integration/guardServer.ts";
import {isServedAddress} from "../../../src/site/integration/servedAddress.ts";
import {root, temporaryFolder} from "../../cli/runCommand.ts";
import {askAsItStands, oneOfEachKind, waysTo, type Answer} from "./addresses.ts";

/** What pages load, as they ask for it. */
const assets = [
  "/@vite/client",
  "/node_modules/vite/dist/client/env.mjs",
  "/node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  "/src/site/styles/site.css",
  "/src/site/styles/site.css?t=1700000000000",
  "/src/site/styles/print-edition.css",
  "/figures.css",
  "/icon.svg",
];

/** The files that pages load themselves. */
const isAsset = (file: string): boolean => /^src\/site\/styles\/[a-z-]+\.css$/.test(file);

describe("the live view answers", () => {
  test.each(["/", "/accessibility/", "/south-east-2007-08/", "/south-east-2007-08/methods/"])(
    "for the page %s",
    (page) => {
      expect(isServedAddress(page, root)).toBe(true);
    },
  );

  test.each(["/south-east-2007-08/data/age-by-prison.csv", "/south-east-2007-08/figures/sex-by-setting.svg"])(
    "for the download %s",
    (file) => {
      expect(isServedAddress(file, root)).toBe(true);
    },
  );

  test.each(assets)("for what a page loads: %s", (asset) => {
    expect(isServedAddress(asset, root)).toBe(true);
  });
});

test("no file of the project but the pages' styles is given away, however it is asked", () => {
  const files = oneOfEachKind(root).filter((file) => !isAsset(file));
  expect(files).toContain("data/synthetic/south-east-2007-08/community.csv");
  const answered = files.flatMap((file) => waysTo(file, root)).filter((address) => isServedAddress(address, root));
  expect(answered).toEqual([]);
});

test("a style is given as it is, and in no other way", () => {
  const style = "src/site/styles/site.css";
  const answered = waysTo(style, root).filter((address) => isServedAddress(address, root));
  const addresses = [`/${style}`, `/@fs${root}/${style}`];
  expect(answered).toEqual(addresses.flatMap((address) => ["", "?import", "?t=1"].map((query) => address + query)));
});

describe("an edition opens no file of the project by its name:", () => {
  test.each<[string, string, string]>([
    ["a folder's", "data", "/data/extracts/prison.csv"],
    ["a folder's, completed by an ending", "data", "/data/releases/e/release"],
    ["a file's, completed by an ending", "package", "/package"],
    ["a file's in capitals", "licence", "/licence"],
  ])("%s", (_, edition, address) => {
    const project = temporaryFolder();
    write(project, `reports/${edition}/report.yaml`);
    write(project, "data/extracts/prison.csv");
    write(project, "package.json");
    write(project, "LICENCE");
    expect(isServedAddress(address, project)).toBe(false);
    expect(isServedAddress(`/${edition}/`, project)).toBe(false);
  });

  test("that of a folder the project lies in", () => {
    const project = temporaryFolder();
    const first = project.split("/")[1] ?? "";
    write(project, `reports/${first}/report.yaml`);
    expect(isServedAddress(`${project}/data/releases/e/release`, project)).toBe(false);
  });

  test("and shows its pages where its name is its own", () => {
    const project = temporaryFolder();
    write(project, "reports/kent/report.yaml");
    expect(isServedAddress("/kent/methods/", project)).toBe(true);
  });
});

test("over the network too, records, sign-offs and drafts are refused in every way, and nothing can be written", async () => {
  const project = temporaryFolder();
  const secret = [
    "data/extracts/prison.csv",
    "data/extracts/sign-off/e/sign-off.json",
    ".cache/drafts/releases/e/release.json",
    "data/releases/e/release.json",
    "elsewhere/audit.txt",
    "package.json",
    ".env",
  ];
  for (const file of secret) write(project, file);
  for (const edition of ["data", "package"]) write(project, `reports/${edition}/report.yaml`);
  await using server = await serve(project);
  const completed = ["/data/releases/e/release", "/package", `${project}/data/releases/e/release`];
  const addresses = [...completed, ...secret.flatMap((file) => waysTo(file, project))];
  const answers = await Promise.all(addresses.map((address) => server.ask(address)));
  expect(addresses.filter((_, at) => ![400, 404].includes(answers[at]?.status ?? 0))).toEqual([]);
  expect(answers.filter(({body}) => body.includes("CANARY-"))).toEqual([]);
  expect((await server.ask("/@vite/client")).status).toBe(200);
  expect((await server.ask("/", "POST")).status).toBe(405);
});

test("the logo is the theme's drawing, and no file that is called so", async () => {
  const project = temporaryFolder();
  const [start, end] = ['<svg xmlns="http://www.w3.org/2000/svg">', '<path d="M1 1"></path></svg>'];
  write(project, "logo.svg", `${start}<script>CANARY-1</script>${end}`);
  for (const file of ["figures.css", "icon.svg"]) write(project, file);
  await using server = await serve(project);
  const ask = async (): Promise<readonly (number | string)[]> => {
    const answers = await Promise.all(["", "?t=1", "?import"].map((query) => server.ask(`/logo.svg${query}`)));
    return [...new Set(answers.flatMap(({status, body}) => [status, body]))];
  };
  const refused = [404, "This is not part of the site.\n"];
  expect(await ask()).toEqual(refused);
  write(project, "theme.yaml", "logo: logo.svg\n");
  expect(await ask()).toEqual(refused);
  write(project, "logo.svg", `${start}<!-- CANARY-1 -->${end}`);
  expect(await ask()).toEqual([200, start + end]);
  for (const file of ["/figures.css", "/icon.svg"]) expect((await server.ask(file)).status).toBe(404);
});

function write(project: string, file: string, text = "CANARY-1\n"): void {
  mkdirSync(path.dirname(path.join(project, file)), {recursive: true});
  writeFileSync(path.join(project, file), text);
  expect(existsSync(path.join(project, file))).toBe(true);
}

/** Serves a project as the live view does. */
async function serve(
  project: string,
): Promise<AsyncDisposable & {ask: (address: string, method?: string) => Promise<Answer>}> {
  const plugins = [guardServer(project)];
  const server = await createServer({root: project, configFile: false, logLevel: "silent", plugins, server: {port: 0}});
  await server.listen();
  const {port, address: host} = server.httpServer?.address() as AddressInfo;
  return {
    ask: (address, method) => askAsItStands({host, port, method}, address),
    [Symbol.asyncDispose]: () => server.close(),
  };
}
