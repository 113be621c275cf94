import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {describe, expect, test} from "vitest";
import {temporaryFolder} from "../cli/runCommand.ts";
import {filesBelow} from "../fences/searchOutputs.ts";
import {shellEnvironment} from "../shellEnvironment.ts";
import {watchCommand, watchNode, type Watched} from "./watchSockets.ts";
import {askAsItStands, waysTo} from "../site/integration/addresses.ts";
import {edition, program, projectWithProgram, wholeProject} from "../project/wholeProject.ts";

/** A home that is not there and cannot be made: a file stands in its way. */
const noHome = {HOME: "/dev/null/home", XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined};

const quiet = (watched: Watched): void => {
  expect(watched.printed).not.toContain("our own fault");
  expect(watched).toMatchObject({exitCode: 0, sockets: []});
};

describe("no socket is opened to anywhere", () => {
  test("by a build with pages and PDF, whose browser is spoken to through a pipe", async () => {
    const project = wholeProject();
    const watched = await watchCommand(project, ["build"]).ended;
    quiet(watched);
    expect(existsSync(path.join(project, `dist/${edition}/${edition}.pdf`))).toBe(true);
  });

  test.each([
    ["check", [edition]],
    ["release", [edition, "--out", "trial"]],
    ["protect", ["counts.csv", "--by", "area,sex", "--count", "n", "--out", "safe.csv"]],
  ])("by %s", async (command, argv) => {
    quiet(await watchCommand(wholeProject(), [command, ...argv]).ended);
  });
});

test("the watch sees who asks for another machine, in the process itself and in one that it starts", async () => {
  const asks = (name: string): string => `await fetch("http://${name}.invalid/").catch(() => undefined);`;
  const asking = `
    ${asks("first")}
    const {spawnSync} = await import("node:child_process");
    spawnSync(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(asks("second"))}]);`;
  const {sockets} = await watchNode(["--input-type=module", "-e", asking], {cwd: temporaryFolder()}).ended;
  expect(sockets).toContain("connect first.invalid:80");
  expect(sockets).toContain("connect second.invalid:80");
});

test("the live view listens on this machine alone, and speaks to nobody", async () => {
  const project = projectWithProgram();
  const own = path.join(project, "src/cli/smallprint.mjs");
  const {child, ended} = watchNode([own, "dev", "--port", "45871"], {cwd: project});
  await answering("http://localhost:45871/");
  const drafts = path.join(project, ".cache/drafts");
  const open = readdirSync(drafts, {recursive: true, encoding: "utf8"}).filter(
    (name) => (statSync(path.join(drafts, name)).mode & 0o077) !== 0,
  );
  expect(open).toEqual([]);
  expect(statSync(drafts).mode & 0o777).toBe(0o700);
  // That none of the sources is given away is shown beside the guard.
  const files = filesBelow(project)
    .map((file) => path.relative(project, file))
    .filter((file) => !/^(src|node_modules)\//.test(file));
  const addresses = files.flatMap((file) => waysTo(file, project));
  const live = {host: "localhost", port: 45871};
  const answers = await Promise.all(addresses.map((address) => askAsItStands(live, address)));
  const given = addresses.filter((_, at) => {
    const {status = 0, body = ""} = answers[at] ?? {};
    return status < 400 || body.includes("CANARY-");
  });
  expect(files).toContain(`data/extracts/${edition}.csv`);
  expect(given).toEqual([]);
  // The connection of before may be closed as it is used again: an idle one lasts some seconds.
  await answering(`http://localhost:45871/${edition}/`);
  child.kill("SIGTERM");
  const {sockets} = await ended;
  const elsewhere = sockets.filter(
    (socket) => !/^(listen (127\.0\.0\.1|::1):\d+|lookup localhost|tcp6? .*:B32F .*)$/.test(socket),
  );
  expect(elsewhere).toEqual([]);
});

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error(`nothing answers at ${address}`);
}

test("a build with its PDF needs no home", async () => {
  const project = wholeProject();
  quiet(await watchCommand(project, ["build"], noHome).ended);
  expect(existsSync(path.join(project, `dist/${edition}/${edition}.pdf`))).toBe(true);
});

test("a build runs to its end where there is no network, not even this machine's own", () => {
  const project = wholeProject();
  const command = [process.execPath, program, "build"];
  const namespace = ["unshare", ["--net", "--map-root-user"]] as const;
  const allowed = spawnSync(namespace[0], [...namespace[1], "true"]).status === 0;
  const [first = "", ...argv] = allowed ? [namespace[0], ...namespace[1], ...command] : command;
  const {status, stderr} = spawnSync(first, argv, {cwd: project, encoding: "utf8", env: shellEnvironment()});
  expect([status, stderr]).toEqual([0, ""]);
  expect(
    readFileSync(path.join(project, `dist/${edition}/${edition}.pdf`))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});
