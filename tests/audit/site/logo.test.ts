import {cpSync, symlinkSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, test} from "vitest";
import {auditDist} from "../../../src/audit/index.ts";
import {root, temporaryFolder} from "../../cli/runCommand.ts";

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><linearGradient id="a"><stop offset="50%" stop-color="#801650"></stop></linearGradient><path d="M1,2L-3.5e-1 4z" fill="url(#a)"></path></svg>';

/** What the audit finds in a site of nothing but a logo, where the project's theme has another one, the same or none. */
async function found(text: string, expected: string | undefined = text, file = "logo.svg"): Promise<readonly string[]> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, file), text);
  const {list} = await auditDist(folder, [], expected === "" ? {} : {logo: expected});
  return list.map(({what}) => what);
}

test("a logo of plain shapes is that of the theme, and no finding", async () => {
  expect(await found(logo)).toEqual([]);
});

test("the program's own icon is no finding", async () => {
  const folder = temporaryFolder();
  cpSync(path.join(root, "src/site/public/icon.svg"), path.join(folder, "icon.svg"));
  expect((await auditDist(folder, [])).list).toEqual([]);
});

test.each([
  ["as text", '<text x="1" y="2">4</text>', "<text> is no plain shape"],
  ["as a title", "<title>4 people</title>", "<title> is no plain shape"],
  ["in a comment", "<!-- 4 -->", "holds a comment"],
  ["between shapes", "4", "words stand in a logo"],
  ["in words", "four people", "words stand in a logo"],
  ["as an escape", "&#52;", "holds a comment, a declaration or an escape"],
  ["for those who listen", '<g aria-label="4"/>', "aria-label"],
  ["for a script", '<g data-count="4"/>', "data-count"],
  ["as a name", '<g id="n4"/>', "id"],
  ["as a class", '<g class="four"/>', "class"],
  ["in a style", '<g style="--count:4"/>', "style"],
  ["in a style sheet", "<style>g::before { content: '4' }</style>", "<style> is no plain shape"],
  ["in a picture", '<image href="data:image/png;base64,AA"/>', "<image> is no plain shape"],
  ["on a page in it", "<foreignObject><p>4</p></foreignObject>", "<foreignobject> is no plain shape"],
  ["by a script", "<script>4</script>", "<script> is no plain shape"],
  ["by a handler", '<g onload="alert(4)"/>', "onload"],
  ["by a link", '<a href="https://example.org/4"/>', "<a> is no plain shape"],
  ["by what is loaded", '<g fill="url(https://example.org/4)"/>', "fill"],
])("a count planted %s is found, though the theme has it too", async (_, planted, what) => {
  const findings = (await found(logo.replace("<path", `${planted}<path`))).map((one) => one.toLowerCase());
  expect(findings).toContainEqual(expect.stringContaining(what.toLowerCase()));
});

test("a count planted in outlines is found, because the theme has another drawing or none", async () => {
  const outlines = logo.replace("<path", '<path d="M3 1L1 5H4M3 3V7"></path><path');
  expect(await found(outlines, logo)).toEqual(["it is not the logo of the project's theme"]);
  expect(await found(outlines, "")).toEqual(["it is not the logo of the project's theme"]);
});

test("a drawing beside it is found", async () => {
  expect(await found(logo, logo, "logo-2.svg")).toContainEqual(
    expect.stringContaining("a file of a kind that the site"),
  );
});

test("a link is found, wherever it leads: a host would serve an extract", async () => {
  const folder = temporaryFolder();
  const extract = path.join(temporaryFolder(), "prison.csv");
  writeFileSync(extract, "client\nA\n");
  symlinkSync(extract, path.join(folder, "logo.svg"));
  symlinkSync(path.dirname(extract), path.join(folder, "data"));
  const {list} = await auditDist(folder, []);
  const told = list.map(({file, what}) => `${file}: ${what}`);
  for (const link of ["data", "logo.svg"]) expect(told).toContainEqual(expect.stringContaining(`${link}: a link`));
});
