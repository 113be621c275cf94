import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {TemporaryFolder} from "../../../files/index.ts";

/** A private database with a private folder for what does not fit into memory; both are gone when it is disposed of. */
export interface Workspace extends AsyncDisposable {
  readonly folder: string;
  readonly connection: DuckDBConnection;
}

export interface WorkspaceLimits {
  readonly memory: string;
  readonly threads: number;
}

/** Leaves room for Node and for DuckDB's own buffers under one gigabyte in all. */
export const defaultLimits: WorkspaceLimits = {memory: "600MB", threads: 2};

const fatalSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Opens a workspace. Removes what workspaces of processes that were killed have left behind. */
export async function openWorkspace({memory, threads}: WorkspaceLimits = defaultLimits): Promise<Workspace> {
  const temporary = TemporaryFolder.open();
  const folder = temporary.path;
  const remove = () => {
    temporary[Symbol.dispose]();
  };
  const removeAndDie = (signal: NodeJS.Signals) => {
    remove();
    process.off(signal, removeAndDie);
    process.kill(process.pid, signal);
  };
  process.once("exit", remove);
  for (const signal of fatalSignals) process.on(signal, removeAndDie);
  // Loaded only here: most commands open no database.
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: memory,
    temp_directory: join(folder, "spill"),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  // The same on every machine, wherever it stands.
  await connection.run("SET TimeZone = 'UTC'");
  const dispose = () => {
    connection.closeSync();
    instance.closeSync();
    remove();
    process.off("exit", remove);
    for (const signal of fatalSignals) process.off(signal, removeAndDie);
    return Promise.resolve();
  };
  return {folder, connection, [Symbol.asyncDispose]: dispose};
}
