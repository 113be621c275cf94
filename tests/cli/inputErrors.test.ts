import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {describeFailure} from "../../src/cli/describeFailure.ts";
import {ledgerProject, run, writeEdition} from "./ledgerProject.ts";

let root: string;
beforeEach(() => {
  root = ledgerProject();
  writeEdition(root, "e", {asks: ["count clients"]});
});

const at = (file: string): string => path.join(root, file);

/** What can stand where a file should. */
const inTheWay: Readonly<Record<string, (file: string) => void>> = {
  "a folder": (file) => {
    mkdirSync(file);
  },
  "a pipe": (file) => {
    execFileSync("mkfifo", [file]);
  },
  "a device": (file) => {
    symlinkSync("/dev/zero", file);
  },
  "text of another encoding": (file) => {
    writeFileSync(file, Buffer.from("title: Rh\xf4ne\n", "latin1"));
  },
  "bytes that are no text": (file) => {
    writeFileSync(file, "title: a\0b\n");
  },
};

/** Files that people write, with the exit code of an error in them. */
const written = {
  "reports/e/report.yaml": 11,
  "reports/e/policy.yaml": 11,
  "templates/e/template.yaml": 11,
  "templates/e/10-one.md": 11,
  "data/dictionaries/small.yaml": 11,
  "data/codelists/sex.csv": 11,
  "data/codelists/regions.csv": 11,
  "data/extracts/e.csv": 10,
};

const cases = Object.entries(written).flatMap(([file, exitCode]) =>
  Object.keys(inTheWay).map((what) => ({file, exitCode, what})),
);

// An extract in another encoding is read; there is nothing to refuse.
const refusable = cases.filter(({file, what}) => !(file.endsWith("e.csv") && what.startsWith("text of another")));

test.each(refusable)("$what in the place of $file is told with the file", async ({file, exitCode, what}) => {
  rmSync(at(file));
  inTheWay[what]?.(at(file));
  const {errors, ...result} = await run(root, "release", "e", "--out", "trial");
  expect(errors).toContain(file);
  expect(errors).not.toContain("our own fault");
  expect(result.exitCode).toBe(exitCode);
  expect(existsSync(at("trial/releases"))).toBe(false);
});

describe("YAML that would be more than it looks is refused:", () => {
  const bomb = Array.from({length: 9}, (_, level) =>
    level === 0 ? "l0: &l0 [x, x]" : `l${level}: &l${level} [${`*l${level - 1}, `.repeat(9)}]`,
  ).join("\n");

  test.each([
    ["an alias of nothing", "title: *nothing\n"],
    ["an alias of itself", "title: &t [*t]\n"],
    ["aliases of aliases", `${bomb}\n`],
    ["brackets in brackets", `title: ${"[".repeat(100_000)}\n`],
  ])("%s", async (_, text) => {
    for (const file of ["reports/e/policy.yaml", "reports/e/report.yaml", "data/dictionaries/small.yaml"]) {
      const before = readFileSync(at(file));
      writeFileSync(at(file), text);
      const {exitCode, errors} = await run(root, "check", "e");
      writeFileSync(at(file), before);
      expect(errors).toContain(file);
      expect(errors).toMatch(/this is not YAML: (nothing is named|its aliases stand for|its parts lie too deep)/);
      expect(exitCode).toBe(11);
    }
  });
});

describe("a number that no rule needs is refused at once:", () => {
  test.each(["threshold", "mean-needs", "group-needs", "mean-width", "share-needs"])("%s", async (rule) => {
    writeFileSync(at("reports/e/policy.yaml"), `${rule}: 1000000000\n`);
    const {exitCode, errors} = await run(root, "check", "e");
    expect(errors).toMatch(/reports\/e\/policy\.yaml:1:\d+: .*1000/);
    expect(exitCode).toBe(11);
  });

  test("--threshold", async () => {
    writeFileSync(at("counts.csv"), "area,n\nA,12\nB,3\n");
    const argv = ["protect", "counts.csv", "--by", "area", "--count", "n", "--out", "safe.csv"];
    const {exitCode, errors} = await run(root, ...argv, "--threshold", "1000000000");
    expect([exitCode, errors]).toEqual([2, "--threshold takes a whole number from 2 to 1000.\n"]);
  });
});

test.each(["a#b", "a?b", "a%20b"])("a project in a folder called %s is told before anything is made", async (name) => {
  const moved = path.join(path.dirname(root), `${path.basename(root)}-${name}`);
  renameSync(root, moved);
  const runs = [await run(moved, "build", "e", "--no-pdf"), await run(moved, "dev")];
  renameSync(moved, root);
  for (const {exitCode, errors} of runs) {
    expect(errors).toContain("Move the project.");
    expect(exitCode).toBe(2);
  }
});

test("signs of addresses in the names of extracts and outputs are letters like others", async () => {
  const extract = at("data/extracts/x#1?y%20z.csv");
  renameSync(at("data/extracts/e.csv"), extract);
  const {exitCode, errors} = await run(root, "release", "e", "--extract", `people=${extract}`, "--out", "a#b?c%20d");
  expect([exitCode, errors]).toEqual([0, ""]);
  expect(existsSync(at("a#b?c%20d/releases/e/release.json"))).toBe(true);
});

describe("a release that is no file is told, and nothing is waited for:", () => {
  test.each(Object.keys(inTheWay).filter((what) => what.startsWith("a ")))("%s", async (what) => {
    inTheWay[what]?.(at("made.json"));
    const {exitCode, errors} = await run(root, "audit", "e", "--release", "made.json");
    expect(errors).toContain("made.json: this is no file but a folder, a pipe or a device");
    expect(exitCode).toBe(11);
  });
});

test.skipIf(!existsSync("/proc/self"))(
  "outputs where nothing can be made are refused, and not tried for ever",
  async () => {
    for (const more of [
      ["--out", "/proc/x"],
      ["--out", "trial", "--sign-off", "/proc/y"],
    ]) {
      const {exitCode, errors} = await run(root, "release", "e", ...more);
      expect(errors).toMatch(/\/proc\/[xy]/);
      expect([12, 14, 15]).toContain(exitCode);
    }
  },
);

describe("what the system does not let a command do is told with its place and reason:", () => {
  test("an output that a file stands in the way of", async () => {
    mkdirSync(at("elsewhere"));
    writeFileSync(at("elsewhere/file"), "");
    const {exitCode, errors} = await run(root, "release", "e", "--out", "elsewhere/file/below");
    expect(errors).toContain(
      `${at("elsewhere/file/below/releases/e/release.json")}: the outputs could not be put in place (ENOTDIR)`,
    );
    expect(errors).toContain("See what is in the way");
    expect(exitCode).toBe(15);
  });

  test("a folder for temporary files that is not there", async () => {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = at("nowhere");
    try {
      const {exitCode, errors} = await run(root, "release", "e", "--out", "trial");
      expect(errors).toContain(at("nowhere"));
      expect(exitCode).toBe(14);
    } finally {
      process.env.TMPDIR = before;
    }
  });

  test.each(["ENOSPC", "EACCES", "EIO", "EXDEV"])("%s", (code) => {
    const error = Object.assign(new Error(`${code}: CANARY-1`), {code, syscall: "write", path: "/disk/x"});
    const {text, exitCode} = describeFailure(error);
    expect(text).toMatch(/^\/disk\/x: .*\.$/);
    expect(text).not.toContain("CANARY");
    expect(exitCode).toBe(14);
  });

  test("a database that runs out of memory, without its words", () => {
    const {text, exitCode} = describeFailure(new Error("Out of Memory Error: could not hold CANARY-1"));
    expect(text).toContain("too little memory");
    expect(text).not.toContain("CANARY");
    expect(exitCode).toBe(14);
  });
});

describe.each(["check", "release", "build", "explain", "audit", "init"])(
  "%s looks for an edition nowhere but among them:",
  (command) => {
    test.each(["..", ".", "", "a/b", "../reports/e", "E", "e ", "a%20b"])('"%s"', async (name) => {
      const more = command === "explain" ? ["count clients"] : [];
      const {exitCode, errors} = await run(root, command, name, ...more);
      expect(errors).toMatch(/name an edition in lower-case letters|Did you mean e\?/);
      expect(exitCode).toBe(2);
    });
  },
);
