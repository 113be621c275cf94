import {join} from "node:path";
import type {AstroInlineConfig} from "astro";
import {ownCode} from "../../files/index.ts";

/** How Astro is set, in whatever project it builds and whether it is started by itself or by a command of ours. */
export const siteConfig = {
  srcDir: join(ownCode, "site"),
  publicDir: join(ownCode, "site/public"),
  // Beside what else a build keeps, so that no project needs a folder of packages.
  cacheDir: "./.cache/astro",
  output: "static",
  trailingSlash: "ignore",
  devToolbar: {enabled: false},
  compressHTML: true,
  build: {format: "directory", inlineStylesheets: "never", assets: "_astro"},
  // Nothing is inlined: a strict content security policy allows neither styles nor pictures inside a page.
  vite: {cacheDir: "./.cache/vite", build: {assetsInlineLimit: 0}},
} as const satisfies AstroInlineConfig;
