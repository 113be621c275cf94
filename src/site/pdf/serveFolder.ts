import {readFile} from "node:fs/promises";
import {extname, join, normalize, sep} from "node:path";
import type {HTTPRequest, Page} from "puppeteer-core";

/** The name that the built site answers to while it is printed. The top-level domain "invalid" belongs to nobody. */
export const origin = "http://smallprint.invalid";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Where the files of a built site are, and under which path of a host its pages expect to live. */
export interface ServedFolder {
  readonly folder: string;
  readonly base: string;
}

/**
 * Answers the requests of a page from the files of a built site, without a network or a port.
 * @returns the addresses that were asked for and refused, because they are no file of the site; it grows as the page loads
 */
export async function serveFolder(page: Page, served: ServedFolder): Promise<readonly string[]> {
  const refused: string[] = [];
  await page.setRequestInterception(true);
  page.on("request", (request) => void answer(request, served, refused));
  return refused;
}

async function answer(request: HTTPRequest, served: ServedFolder, refused: string[]): Promise<void> {
  const url = new URL(request.url());
  // The browser asks for this by itself; a printed page has no use for it.
  if (url.origin === origin && url.pathname === "/favicon.ico") return request.respond({status: 404, body: ""});
  const path = fileOf(url, served);
  const body = path === undefined ? undefined : await readFile(path).catch(() => undefined);
  if (path === undefined || body === undefined) {
    refused.push(request.url());
    return request.abort("accessdenied");
  }
  return request.respond({body, contentType: types[extname(path)] ?? "application/octet-stream"});
}

function fileOf(url: URL, {folder, base}: ServedFolder): string | undefined {
  if (url.origin !== origin || !url.pathname.startsWith(base)) return undefined;
  const root = normalize(folder + sep);
  const path = join(root, decodeURIComponent(url.pathname.slice(base.length)));
  return path.startsWith(root) ? path : undefined;
}
