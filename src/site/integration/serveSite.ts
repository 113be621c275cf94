import "./keepOffline.ts";
import {siteConfig} from "./siteConfig.ts";
import {smallprint} from "./smallprint.ts";

/** What the live view shows and where. */
export interface LiveView {
  /** The project's folder, absolute. */
  readonly root: string;
  /** On this machine. */
  readonly port: number;
  /** Whether the analyst alone reads the terminal. */
  readonly showConfidential: boolean;
}

/** Serves the site of a project to this machine while its sources change, until the process is ended. */
export async function serveSite({root, port, showConfidential}: LiveView): Promise<void> {
  // Drafts of releases and all else that is written on the way is for nobody but the author.
  process.umask(0o077);
  const {dev} = await import("astro");
  const integrations = [smallprint(undefined, {showConfidential})];
  await dev({...siteConfig, root, configFile: false, server: {port}, integrations});
}
