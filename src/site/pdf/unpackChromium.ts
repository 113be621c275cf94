import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readFile, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";

// The package unpacks into the temporary folder of its process, and takes any file named "chromium" that is there
// already for its own. So it runs in a process of its own, whose temporary folder is new and private.
const program = 'import("@sparticuz/chromium").then(({default: chromium}) => chromium.executablePath())';

/**
 * Unpacks the Chromium that comes with the npm packages (Linux, x64) into a folder of the user's own, once a version.
 * @param cache folder that keeps unpacked browsers between builds
 * @returns the path of the program
 */
export async function unpackChromium(cache: string): Promise<string> {
  const folder = join(cache, `chromium-${await packedVersion()}`);
  const chromium = join(folder, "chromium");
  if (existsSync(chromium)) return chromium;
  await mkdir(cache, {recursive: true, mode: 0o700});
  const unfinished = await mkdtemp(join(cache, "unpacking-"));
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: fileURLToPath(new URL(".", import.meta.url)),
      env: {...process.env, TMPDIR: unfinished},
    });
    await keep(unfinished, folder);
  } finally {
    await rm(unfinished, {recursive: true, force: true});
  }
  return chromium;
}

/** Two builds may unpack at once: the one that comes second uses what the first has put there. */
async function keep(unfinished: string, folder: string): Promise<void> {
  try {
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(join(folder, "chromium"))) throw error;
  }
}

async function packedVersion(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
  const manifest: unknown = JSON.parse(await readFile(join(entry, "../../package.json"), "utf8"));
  if (typeof manifest === "object" && manifest && "version" in manifest) return String(manifest.version);
  throw new Error("The package @sparticuz/chromium states no version.");
}
