import {spawnSync} from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {discardStaging, openPartner, openStaging, publishStaging, type Move} from "../../src/cli/staging.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "staging-"));
});
afterEach(() => {
  rmSync(folder, {recursive: true});
});

function write(file: string, text: string): string {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), {recursive: true});
  writeFileSync(whole, text);
  return whole;
}

const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

test("what is ready replaces what stood there, files that are gone included", () => {
  write("dist/old.html", "old");
  const staging = openStaging(path.join(folder, "work"));
  write(path.relative(folder, path.join(staging, "dist/new.html")), "new");
  publishStaging(staging, [{from: path.join(staging, "dist"), to: path.join(folder, "dist")}]);
  expect(readdirSync(path.join(folder, "dist"))).toEqual(["new.html"]);
  expect(readdirSync(path.join(folder, "work"))).toEqual([]);
});

test("when one of two moves fails, both outputs stay as they were", () => {
  write("dist/old.html", "old");
  write("release.json", "old");
  const staging = openStaging(path.join(folder, "work"));
  write(path.relative(folder, path.join(staging, "release.json")), "new");
  const moves = [
    {from: path.join(staging, "release.json"), to: path.join(folder, "release.json")},
    {from: path.join(staging, "missing"), to: path.join(folder, "dist")},
  ];
  expect(() => {
    publishStaging(staging, moves);
  }).toThrow("ENOENT");
  expect(read("release.json")).toBe("old");
  expect(read("dist/old.html")).toBe("old");
});

test("a build killed between two moves is undone by the next one", () => {
  write("dist/old.html", "old");
  write("release.json", "new");
  const pid = spawnSync(process.execPath, ["--version"]).pid;
  const killed = `work/building-${pid}-abc`;
  write(`${killed}/previous/0`, "old");
  const kept = {keep: path.join(folder, killed, "previous/0"), isNew: false};
  const untouched = {keep: path.join(folder, killed, "previous/1"), isNew: false};
  const moves = [
    {from: "gone", to: path.join(folder, "release.json"), ...kept},
    {from: path.join(folder, killed, "dist"), to: path.join(folder, "dist"), ...untouched},
  ];
  write(`${killed}/moves.json`, JSON.stringify(moves));
  openStaging(path.join(folder, "work"));
  expect(read("release.json")).toBe("old");
  expect(read("dist/old.html")).toBe("old");
  expect(existsSync(path.join(folder, killed))).toBe(false);
});

test("a build that is discarded leaves nothing behind and touches no output", () => {
  write("dist/old.html", "old");
  const staging = openStaging(path.join(folder, "work"));
  writeFileSync(path.join(staging, "half"), "");
  discardStaging(staging);
  expect(readdirSync(path.join(folder, "work"))).toEqual([]);
  expect(read("dist/old.html")).toBe("old");
});

test("a journal that a killed build did not finish says that nothing was moved", () => {
  write("dist/old.html", "old");
  const killed = `work/building-${endedProcess()}-abc`;
  write(`${killed}/moves.json`, '[{"from": "a", "to');
  discardStaging(openStaging(path.join(folder, "work")));
  expect(read("dist/old.html")).toBe("old");
  expect(readdirSync(path.join(folder, "work"))).toEqual([]);
});

test("when a move fails, nothing is left where nothing stood", () => {
  const staging = openStaging(path.join(folder, "work"));
  write(path.relative(folder, path.join(staging, "release.json")), "new");
  const moves = [
    {from: path.join(staging, "release.json"), to: path.join(folder, "release.json")},
    {from: path.join(staging, "missing"), to: path.join(folder, "dist")},
  ];
  expect(() => {
    publishStaging(staging, moves);
  }).toThrow("ENOENT");
  expect(readdirSync(folder)).toEqual(["work"]);
});

function endedProcess(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

describe("a build whose confidential part is prepared elsewhere", () => {
  /** Both folders of a build that has prepared a release and a sign-off, over those of an earlier one. */
  function prepared(): {staging: string; partner: string; moves: readonly [Move, Move]} {
    write("out/release.json", "old");
    write("secure/edition/sign-off.json", "old");
    const staging = openStaging(path.join(folder, "out"));
    const partner = openPartner(staging, path.join(folder, "secure/.staging"));
    write(path.relative(folder, path.join(staging, "release.json")), "new");
    write(path.relative(folder, path.join(partner, "ready/sign-off.json")), "new");
    return {
      staging,
      partner,
      moves: [
        {from: path.join(staging, "release.json"), to: path.join(folder, "out/release.json")},
        {
          from: path.join(partner, "ready"),
          to: path.join(folder, "secure/edition"),
          keep: path.join(partner, "previous/edition"),
        },
      ],
    };
  }

  /** What stands: the release, the sign-off, and what is beside them. */
  const standing = (): readonly unknown[] => [
    read("out/release.json"),
    read("secure/edition/sign-off.json"),
    readdirSync(path.join(folder, "out")),
    readdirSync(path.join(folder, "secure/.staging")),
  ];

  /** Leaves the folders as a build would that was killed: under the number of a process that has ended. */
  function kill({staging, partner}: {staging: string; partner: string}): void {
    const name = path.basename(staging).replace(String(process.pid), String(endedProcess()));
    for (const one of [staging, partner]) {
      for (const file of ["moves.json", "partner.json"].map((record) => path.join(one, record)).filter(existsSync)) {
        writeFileSync(file, readFileSync(file, "utf8").replaceAll(path.basename(staging), name));
      }
      renameSync(one, path.join(path.dirname(one), name));
    }
  }

  test("puts both in place and clears up both", () => {
    const {staging, moves} = prepared();
    publishStaging(staging, moves);
    expect(standing()).toEqual(["new", "new", ["release.json"], []]);
  });

  test("is given the same folder when it asks again, closed to others", () => {
    const {staging, partner} = prepared();
    expect(openPartner(staging, path.dirname(partner))).toBe(partner);
    expect(statSync(partner).mode & 0o777).toBe(0o700);
    expect(statSync(path.dirname(partner)).mode & 0o777).toBe(0o700);
  });

  test("leaves both as they were when a move fails or when it is discarded", () => {
    const {staging, moves} = prepared();
    const missing = {from: path.join(staging, "missing"), to: path.join(folder, "out/dist")};
    expect(() => {
      publishStaging(staging, [...moves, missing]);
    }).toThrow("ENOENT");
    expect(standing()).toEqual(["old", "old", ["release.json"], []]);
    discardStaging(prepared().staging);
    expect(standing()).toEqual(["old", "old", ["release.json"], []]);
  });

  test.each(["out", "secure/.staging"])(
    "is undone whole by the next one that works in %s, when it was killed",
    (place) => {
      const {staging, partner, moves} = prepared();
      // Killed after the last move, before it said that all is done.
      const previous = path.join(staging, "previous/0");
      const noted = [{keep: previous, ...moves[0]}, moves[1]].map((move) => ({...move, isNew: false}));
      mkdirSync(path.dirname(previous));
      mkdirSync(path.dirname(moves[1].keep!));
      writeFileSync(path.join(staging, "moves.json"), JSON.stringify(noted));
      renameSync(moves[0].to, previous);
      renameSync(moves[1].to, moves[1].keep!);
      for (const {from, to} of moves) renameSync(from, to);
      expect([read("out/release.json"), read("secure/edition/sign-off.json")]).toEqual(["new", "new"]);
      kill({staging, partner});
      discardStaging(openStaging(path.join(folder, place)));
      expect(standing()).toEqual(["old", "old", ["release.json"], []]);
    },
  );

  test("stays as it is where it was killed when all was done", () => {
    const {staging, partner, moves} = prepared();
    for (const {to} of moves) rmSync(to, {recursive: true});
    for (const {from, to} of moves) renameSync(from, to);
    kill({staging, partner});
    discardStaging(openStaging(path.join(folder, "secure/.staging")));
    expect(standing()).toEqual(["new", "new", ["release.json"], []]);
  });

  test("never clears up a folder of another name, whatever is written down", () => {
    write("precious/file", "kept");
    const killed = `work/building-${endedProcess()}-abc`;
    write(`${killed}/partner.json`, JSON.stringify(path.join(folder, "precious")));
    openStaging(path.join(folder, "work"));
    expect(read("precious/file")).toBe("kept");
  });
});
