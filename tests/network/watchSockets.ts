import {spawn, type ChildProcess} from "node:child_process";
import {existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {onTestFinished} from "vitest";
import {temporaryFolder} from "../cli/runCommand.ts";
import {program} from "../project/wholeProject.ts";
import {shellEnvironment} from "../shellEnvironment.ts";

/** What a command came to, and every address that it or a process of its own spoke to, listened at, or looked up. */
export interface Watched {
  readonly exitCode: number;
  readonly printed: string;
  /** Without repetition; sockets between processes, which have no address, left out. */
  readonly sockets: readonly string[];
}

/** A command that runs under watch. */
export interface WatchedCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<Watched>;
}

/**
 * Runs the command line of a project and watches its processes: what Node opens is noted by Node itself, on every system;
 * what other programs open (the browser) is read from the system's tables, where it has them.
 */
export function watchCommand(
  project: string,
  argv: readonly string[],
  changes: NodeJS.ProcessEnv = {},
): WatchedCommand {
  return watchNode([program, ...argv], {cwd: project, changes});
}

/** The same of any program of Node, by its arguments. */
export function watchNode(
  argv: readonly string[],
  {cwd, changes = {}}: {readonly cwd: string; readonly changes?: NodeJS.ProcessEnv},
): WatchedCommand {
  const log = path.join(temporaryFolder(), "sockets");
  writeFileSync(log, "");
  const preload = fileURLToPath(new URL("reportSockets.mjs", import.meta.url));
  const env = {...shellEnvironment(), NODE_OPTIONS: `--import ${preload}`, SOCKETS_LOG: log, ...changes};
  const child = spawn(process.execPath, argv, {cwd, env, stdio: ["ignore", "pipe", "pipe"]});
  onTestFinished(() => {
    child.kill();
  });
  const seen = new Set<string>();
  const watch = setInterval(() => {
    for (const socket of openSockets(child.pid ?? 0)) seen.add(socket);
  }, 40);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += text.toString()));
  const ended = new Promise<Watched>((done) => {
    child.once("close", (exitCode) => {
      clearInterval(watch);
      const noted = readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("local "));
      done({exitCode: exitCode ?? 1, printed, sockets: [...new Set([...noted, ...seen])]});
    });
  });
  return {child, ended};
}

/** Sockets of TCP, UDP and raw ones that a process or one below it has open, from the system's tables. */
function openSockets(pid: number): readonly string[] {
  if (!existsSync("/proc/self/net/tcp")) return [];
  const own = new Set(processesBelow(pid).flatMap(socketsOf));
  return ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"].flatMap((table) =>
    linesOf(`/proc/self/net/${table}`)
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => own.has(fields[9] ?? ""))
      .map(([, local = "", remote = ""]) => `${table} ${local} ${remote}`),
  );
}

function processesBelow(pid: number): readonly number[] {
  const children = linesOf(`/proc/${pid}/task/${pid}/children`)
    .join(" ")
    .split(" ")
    .filter((each) => each !== "")
    .map(Number);
  return [pid, ...children.flatMap(processesBelow)];
}

/** Inodes of the sockets of a process. */
function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
