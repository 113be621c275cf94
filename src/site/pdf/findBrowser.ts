import {existsSync} from "node:fs";
import {BrowserError} from "./BrowserError.ts";
import {browserCache} from "./browserCache.ts";
import {unpackChromium} from "./unpackChromium.ts";
import {usualPlaces} from "./usualPlaces.ts";

/** A program that can print, and how it was found. A bundled one is a headless shell and is started as such. */
export interface BrowserProgram {
  readonly path: string;
  readonly found: "environment" | "installed" | "bundled";
}

/** What the search looks at: handed in, so that a test can hide the machine's own browsers. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** Folder that keeps the unpacked browser of the npm package. */
  readonly cache: string;
}

const variables = ["PUPPETEER_EXECUTABLE_PATH", "CHROME_PATH"] as const;

/**
 * Finds a browser: the one that the environment names, else one installed in a usual place, else the one that comes
 * with the npm packages (Linux on x64 only), unpacked at first use.
 * @throws BrowserError (exit code 13) when the one named is not there, or there is none
 */
export async function findBrowser(surroundings: Surroundings = thisMachine()): Promise<BrowserProgram> {
  return namedBrowser(surroundings) ?? installedBrowser(surroundings) ?? (await bundledBrowser(surroundings));
}

function namedBrowser({env, exists}: Surroundings): BrowserProgram | undefined {
  for (const variable of variables) {
    const path = env[variable];
    if (!path) continue;
    if (exists(path)) return {path, found: "environment"};
    throw new BrowserError(`${variable} names ${path}, which is not there. Correct the variable or unset it.`);
  }
  return undefined;
}

function installedBrowser({platform, env, exists}: Surroundings): BrowserProgram | undefined {
  const path = usualPlaces(platform, env).find(exists);
  return path === undefined ? undefined : {path, found: "installed"};
}

async function bundledBrowser({platform, arch, cache}: Surroundings): Promise<BrowserProgram> {
  const advice = "Install Chromium, Chrome or Edge, or set CHROME_PATH to the program, and build again.";
  if (platform !== "linux" || arch !== "x64")
    throw new BrowserError(`No browser was found to print the PDF. ${advice}`);
  try {
    return {path: await unpackChromium(cache), found: "bundled"};
  } catch (cause) {
    throw new BrowserError(
      `No browser was found to print the PDF, and the bundled one cannot be unpacked to ${cache}. ${advice}`,
      {cause},
    );
  }
}

/** The machine as it is, for a build, which works in its project's folder. */
function thisMachine(): Surroundings {
  const {platform, arch, env} = process;
  return {platform, arch, env, exists: existsSync, cache: browserCache(process.cwd(), env)};
}
