import {tmpdir} from "node:os";
import {launch} from "puppeteer-core";
import type {Browser} from "puppeteer-core";
import {TemporaryFolder} from "../../files/index.ts";
import {BrowserError} from "./BrowserError.ts";
import {findBrowser} from "./findBrowser.ts";
import type {BrowserProgram} from "./findBrowser.ts";

// The sandbox cannot start as root, where builds often run; what is printed is our own page, and no network is asked.
const everywhere = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
  "--no-pings",
  // Whatever would be looked up by name has no address: pages are answered before a name is looked up.
  "--host-resolver-rules=MAP * ^NOTFOUND",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--no-first-run",
  // Glyphs are placed where the font says, on every machine alike.
  "--font-render-hinting=none",
];

/**
 * Starts a browser that prints the same on every machine and looks nothing up. The caller closes it.
 * @throws BrowserError (exit code 13) when it does not start
 */
export async function launchBrowser(program?: BrowserProgram): Promise<Browser> {
  const {path, found} = program ?? (await findBrowser());
  const headless = found === "bundled" ? "shell" : true;
  const profile = TemporaryFolder.open();
  const forget = (): void => {
    profile[Symbol.dispose]();
  };
  try {
    const browser = await launch({
      executablePath: path,
      headless,
      args: everywhere,
      env: {...process.env, TZ: "UTC"},
      userDataDir: profile.path,
      // Over a pipe, which breaks when this process is killed: the browser then ends too, and no port is opened.
      pipe: true,
    });
    browser.process()?.once("exit", forget);
    return browser;
  } catch (cause) {
    forget();
    throw new BrowserError(
      `The browser at ${path} does not start. See whether there is room in ${tmpdir()}, or name another in CHROME_PATH.`,
      {
        cause,
      },
    );
  }
}
