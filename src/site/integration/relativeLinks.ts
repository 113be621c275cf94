import {readFile, readdir, writeFile} from "node:fs/promises";
import {join, posix, relative, sep} from "node:path";

const linkAttribute = /(\s(?:href|src))="\/(?!\/)([^"]*)"/g;
const styleAddress = /url\((["']?)\/(?!\/)([^)"']*)\1\)/g;

/**
 * Rewrites addresses that start at the host's root into relative ones, so that the site may live under any folder of a
 * host, or be opened from a shared drive.
 */
export async function relativeLinks(folder: string): Promise<void> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  for (const file of files) {
    const place = relative(folder, file).split(sep).join("/");
    if (file.endsWith(".html")) await rewrite(file, (text) => relativeHtml(text, place));
    if (file.endsWith(".css")) await rewrite(file, (text) => relativeStyles(text, place));
  }
}

/** A page with relative addresses. `place` is its own file within the site; folders lead to their `index.html`. */
export function relativeHtml(html: string, place: string): string {
  return html.replaceAll(linkAttribute, (_, attribute: string, target: string) => {
    const [path = "", fragment] = target.split("#");
    const page = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    return `${attribute}="${from(place, page)}${fragment === undefined ? "" : `#${fragment}`}"`;
  });
}

/** A style sheet with relative addresses. */
export function relativeStyles(css: string, place: string): string {
  return css.replaceAll(styleAddress, (_, _quote, target: string) => `url("${from(place, target)}")`);
}

function from(place: string, target: string): string {
  return posix.relative(posix.dirname(place), target) || ".";
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  const changed = change(text);
  if (changed !== text) await writeFile(file, changed);
}
