import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {TemporaryFolder} from "../../src/files/index.ts";
import {root} from "../cli/runCommand.ts";

let place: string;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), "temporary-"));
  vi.stubEnv("TMPDIR", place);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, {recursive: true});
});

/** Starts a program that imports from the project, and waits until it has written a line. */
async function started(program: string): Promise<{readonly line: string; readonly kill: () => Promise<void>}> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {stdio: ["ignore", "pipe", "inherit"]});
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return {line: line.toString().trim(), kill};
}

const opening = `
  const {TemporaryFolder} = await import(${JSON.stringify(path.join(root, "src/files/index.ts"))});
  const folder = TemporaryFolder.open();
  console.log(folder.path);
  setInterval(() => folder, 1000);`;

test("a folder is left alone while its process is at work, and goes when that was killed", async () => {
  const {line, kill} = await started(opening);
  using own = TemporaryFolder.open();
  expect(existsSync(line)).toBe(true);
  await kill();
  expect(existsSync(line)).toBe(true);
  using next = TemporaryFolder.open();
  expect(readdirSync(place).toSorted()).toEqual([own, next].map((one) => path.basename(one.path)).toSorted());
});

test("what is not ours is left alone, whatever it is called", () => {
  mkdirSync(path.join(place, "smallprint-run-mine"));
  writeFileSync(path.join(place, "smallprint-run-mine/file"), "kept");
  TemporaryFolder.open()[Symbol.dispose]();
  expect(readdirSync(place)).toEqual(["smallprint-run-mine"]);
});

test("a browser ends with the process that started it, however that ends, and its profile goes with the next one", async () => {
  const program = `
    const {launchBrowser} = await import(${JSON.stringify(path.join(root, "src/site/pdf/index.ts"))});
    const browser = await launchBrowser();
    console.log(browser.process().pid);
    setInterval(() => browser, 1000);`;
  const {line, kill} = await started(program);
  await kill();
  await vi.waitFor(
    () => {
      expect(() => process.kill(Number(line), 0)).toThrow("ESRCH");
    },
    {timeout: 20_000},
  );
  TemporaryFolder.open()[Symbol.dispose]();
  expect(readdirSync(place).filter((name) => name.startsWith("smallprint-run-"))).toEqual([]);
});
