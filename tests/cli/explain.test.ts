import {createHash} from "node:crypto";
import {cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {root, runCommand, temporaryFolder, type Run} from "./runCommand.ts";

const edition = "south-east-2007-08";
const text = readFileSync(path.join(root, "data/releases", edition, "release.json"), "utf8");
const release = createHash("sha256").update(text).digest("hex");
const signOff = {schema: "smallprint-sign-off/1", edition, release, primaries: [], others: {}, protection: {}};

/** A folder as `release --out` leaves it, with the example's release. */
function released(): string {
  const out = temporaryFolder();
  mkdirSync(path.join(out, "sign-off", edition), {recursive: true});
  cpSync(path.join(root, "data/releases", edition), path.join(out, "releases", edition), {recursive: true});
  writeFileSync(path.join(out, "sign-off", edition, "sign-off.json"), JSON.stringify(signOff));
  return out;
}

/** Leaves what a refused release leaves, so many seconds after the sign-off. */
function refuse(out: string, seconds: number): void {
  const file = path.join(out, "sign-off", edition, "refused.txt");
  writeFileSync(file, "found");
  const then = Date.now() / 1000 + seconds;
  utimesSync(file, then, then);
}

const explain = (query: string, out: string): Promise<Run> =>
  runCommand(["explain", edition, query, "--out", out, "--sign-off", path.join(out, "sign-off")]);

describe("explain", () => {
  test("answers for a group that the report does not ask", async () => {
    const {output, exitCode} = await explain("count prison residence=kent sex=female", released());
    expect(exitCode).toBe(0);
    expect(output).toContain("The report does not ask for it.");
    expect(output).toContain("count prison [sex=female]: printed");
  });

  test("says of a refused release what the analyst can change", async () => {
    const out = released();
    refuse(out, 60);
    const {output, exitCode} = await explain("count prison", out);
    expect(exitCode).toBe(0);
    expect(output).toContain("The last release was refused.");
    expect(output).toContain("merge categories");
  });

  test("forgets a refusal once a release was made", async () => {
    const out = released();
    refuse(out, -60);
    expect((await explain("count prison", out)).output).toBe("It is printed.\n");
  });

  test("says of a first release that was refused what the analyst can change, and exits with 12", async () => {
    const out = temporaryFolder();
    mkdirSync(path.join(out, "sign-off", edition), {recursive: true});
    refuse(out, 0);
    const {errors, exitCode} = await explain("count prison", out);
    expect(exitCode).toBe(12);
    expect(errors).toContain("merge categories");
  });

  test("does not answer for another edition than the one named", async () => {
    const {errors, exitCode} = await explain("count prison in previous", released());
    expect({exitCode, errors}).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining("Name the edition") as string,
    });
  });

  test("answers for one cell at a time", async () => {
    const {errors, exitCode} = await explain("count prison by sex", released());
    expect({exitCode, errors}).toMatchObject({exitCode: 2, errors: expect.stringContaining("Name one cell") as string});
  });
});
