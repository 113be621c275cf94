import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {BrowserError, findBrowser, launchBrowser, printReport} from "../../../src/site/pdf/index.ts";
import {buildFixture, fixturePage} from "./printEdition.ts";
import {readPaint, readPdf} from "./readPdf.ts";

const machine = {
  platform: "linux" as const,
  arch: "x64",
  env: {},
  cache: "/nowhere",
  exists: (path: string) => path === "/usr/bin/chromium",
};

test("the browser that the environment names is taken before an installed one", async () => {
  const env = {CHROME_PATH: "/opt/mine"};
  expect(await findBrowser({...machine, env, exists: () => true})).toEqual({path: "/opt/mine", found: "environment"});
});

test("a browser that is named but not there is an error, and not a reason to take another", async () => {
  const env = {PUPPETEER_EXECUTABLE_PATH: "/opt/gone"};
  await expect(findBrowser({...machine, env})).rejects.toThrow(
    /PUPPETEER_EXECUTABLE_PATH names \/opt\/gone, which is not there/,
  );
});

test("an installed Chromium is found on Linux", async () => {
  expect(await findBrowser(machine)).toEqual({path: "/usr/bin/chromium", found: "installed"});
});

test("an installed Chrome is found on macOS", async () => {
  const path = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const found = await findBrowser({...machine, platform: "darwin", exists: (place) => place === path});
  expect(found).toEqual({path, found: "installed"});
});

test("an installed Edge is found on Windows", async () => {
  const env = {"PROGRAMFILES(X86)": "C:\\Program Files (x86)"};
  const path = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
  const found = await findBrowser({...machine, platform: "win32", env, exists: (place) => place === path});
  expect(found).toEqual({path, found: "installed"});
});

test("where there is none and none is bundled, the error says what to do and carries exit code 13", async () => {
  const search = findBrowser({...machine, platform: "darwin", exists: () => false});
  await expect(search).rejects.toThrow(BrowserError);
  await expect(search).rejects.toMatchObject({
    exitCode: 13,
    message: expect.stringContaining("set CHROME_PATH") as string,
  });
});

test("a program that is no browser does not start, and the error says so", async () => {
  const launching = launchBrowser({path: "/bin/false", found: "environment"});
  await expect(launching).rejects.toMatchObject({
    exitCode: 13,
    message: expect.stringContaining("/bin/false does not start") as string,
  });
});

const bundled = process.platform === "linux" && process.arch === "x64";

test.runIf(bundled)(
  "with the machine's browsers hidden, the bundled one is unpacked and prints",
  async () => {
    const cache = await mkdtemp(join(tmpdir(), "smallprint-browser-"));
    const folder = await mkdtemp(join(tmpdir(), "smallprint-print-"));
    try {
      const program = await findBrowser({...machine, cache, exists: () => false});
      expect(program).toMatchObject({found: "bundled", path: expect.stringContaining(cache) as string});
      const browser = await launchBrowser(program);
      await buildFixture(folder);
      const facts = {
        title: "Report",
        runningTitle: "Report",
        author: "Nobody",
        language: "en-GB",
        published: "2009-01-15",
      };
      const out = join(folder, "report.pdf");
      await printReport(browser, {...facts, folder, page: fixturePage, out, marks: [], watermarks: []});
      await browser.close();
      const {isTagged, outline, bytes} = await readPdf(out);
      // Its own documents say that it prints without tags; it does not, and we rely on it, as on the way it writes them.
      expect(isTagged).toBe(true);
      expect(outline.length).toBeGreaterThan(5);
      const paint = await readPaint(bytes);
      expect(paint.length).toBeGreaterThan(1000);
      expect(paint.filter(({isMarked}) => !isMarked)).toEqual([]);
    } finally {
      for (const made of [cache, folder]) await rm(made, {recursive: true, force: true});
    }
  },
  240_000,
);
