import {copyFile, mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** The page, as the site writes it, that the printing tests print. */
export const fixturePage = "south-shire-2007-08/print/index.html";

export const chapterTitles = [
  "Key messages",
  "Introduction",
  "Who the clients were, where they lived and how they came into contact",
  "Drugs & “other” substances",
  "Offending",
  "Housing",
  "Treatment",
  "Conclusion",
  "Appendix A",
  "Appendix B",
] as const;

const sentence = "Most clients were seen once, and those who came back did so within a month of the first contact.";
const paragraph = (times: number) => `<p>${Array.from({length: times}, () => sentence).join(" ")}</p>`;
const slug = (index: number) => `chapter-${index + 1}`;

function chart(number: number, height = 300): string {
  const bars = Array.from(
    {length: 6},
    (_, bar) =>
      `<rect x="120" y="${20 + bar * 44}" width="${60 + ((bar * 53 + number * 31) % 400)}" height="24" fill="#12436D"/>` +
      `<text x="112" y="${38 + bar * 44}" text-anchor="end">Category ${bar + 1}</text>`,
  ).join("");
  return (
    `<svg class="wide" role="img" aria-label="Figure ${number}: bars of six categories" viewBox="0 0 640 ${height}" ` +
    `width="640" height="${height}" font-family="Source Sans 3" font-size="14">${bars}</svg>` +
    `<svg class="narrow" role="img" aria-label="hidden" viewBox="0 0 320 300"><text y="20">NARROW</text></svg>`
  );
}

const figure = (number: number, height?: number) => `
<figure class="figure" id="figure-${number}" role="group" aria-labelledby="figure-${number}-title">
  <figcaption><span class="number">Figure ${number}</span>
    <span class="title" id="figure-${number}-title">The first category leads in figure ${number}</span>
    <span class="subtitle">Share of clients by category, prison clients, April 2007 to March 2008</span></figcaption>
  ${chart(number, height)}
  <p class="base">Base: 7,822 clients; 14 not stated (ends figure ${number}).</p>
</figure>`;

function crossTable(id: string, columns: number, rows: number): string {
  const heads = Array.from({length: columns}, (_, column) => `<th scope="col">Area number ${column + 1}</th>`).join("");
  const body = Array.from({length: rows}, (_, row) => {
    const cells = Array.from({length: columns}, (_, column) => `<td>${(row * 37 + column * 91) % 997}</td>`).join("");
    return `<tr><th scope="row">Row ${row + 1} first line<br>Row ${row + 1} last line</th>${cells}</tr>`;
  }).join("");
  return `<table id="${id}"><caption><span class="number">Table ${id}</span> <span class="title">Clients by area, ${id}</span></caption>
<thead><tr><th scope="col">Area of residence</th>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

function chapterBody(index: number): string {
  if (index === 8) return `${paragraph(3)}<div class="landscape" tabindex="0">${crossTable("a-1", 21, 28)}</div>`;
  if (index === 9) return `${paragraph(3)}<div class="landscape">${crossTable("b-1", 36, 24)}</div>`;
  const figures = [0, 1, 2, 3, 4]
    .map((offset) => index * 5 + offset - 4)
    .filter((number) => number >= 1 && number <= 31);
  const sections = figures.map(
    (number) => `<h2>What figure ${number} shows</h2>${paragraph(6)}${figure(number, number === 7 ? 2400 : 300)}`,
  );
  const table = index === 2 ? crossTable("t-1", 4, 60) : "";
  return `${paragraph(4)}<p>A point that needs a note.<sup><a href="#note-${index}" id="ref-${index}">${index}</a></sup></p>
${sections.join("")}${table}
<section class="notes"><h2>Notes</h2><ol><li id="note-${index}"><p>What counts as a client in chapter ${index + 1}. <a href="#ref-${index}">Back to the text</a></p></li></ol></section>`;
}

const chapter = (title: string, index: number) =>
  `<section class="chapter is-${title.startsWith("Appendix") ? "appendix" : "body"}" id="${slug(index)}" data-running-title="${title.replaceAll("&", "&amp;")}"><h1>${title.replaceAll("&", "&amp;")}</h1>${chapterBody(index)}</section>`;

const entry = (id: string, title: string) =>
  `<li><a href="#${id}"><span>${title}</span><span class="page-number" data-target="${id}"></span></a></li>`;

const figureNumbers = Array.from({length: 31}, (_, index) => index + 1);

const head = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Drug interventions in South Shire</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'">
<link rel="stylesheet" href="../../assets/print-edition.css"></head>`;

const whole = () => `${head}<body><main>
<section class="cover"><svg role="img" aria-label="A field of dots, one for every ten clients" viewBox="0 0 400 320">${Array.from({length: 780}, (_, dot) => `<circle cx="${5 + (dot % 30) * 13}" cy="${5 + Math.floor(dot / 30) * 12}" r="3.4" fill="${dot % 3 ? "#12436D" : "#F46A25"}"/>`).join("")}</svg>
<h1>Drug interventions in South Shire</h1><p>April 2007 to March 2008</p><p class="status">Draft: primary suppression only. Made from synthetic data.</p></section>
<nav class="contents" aria-labelledby="contents"><h1 id="contents">Contents</h1><ol>${chapterTitles.map((title, index) => entry(slug(index), title.replaceAll("&", "&amp;"))).join("")}</ol></nav>
<nav class="contents list-of-figures" aria-labelledby="list-of-figures"><h1 id="list-of-figures">Figures</h1><ol>${figureNumbers.map((number) => entry(`figure-${number}`, `Figure ${number}: the first category leads in figure ${number}`)).join("")}</ol></nav>
<nav class="contents list-of-tables" aria-labelledby="list-of-tables"><h1 id="list-of-tables">Tables</h1><ol>${["t-1", "a-1", "b-1"].map((id) => entry(id, `Table ${id}: clients by area`)).join("")}</ol></nav>
${chapterTitles.map(chapter).join("\n")}
</main></body></html>`;

/** Chapters that a brief report has of those. */
export const briefTitles = [...chapterTitles.slice(3, 6), "Appendix A"];

const brief = () => `${head}<body class="brief"><main>
<section class="masthead"><h1>Drug interventions in South Shire</h1><p>April 2007 to March 2008</p><p class="status">Synthetic data</p></section>
${briefTitles
  .map((title) =>
    chapter(
      title,
      chapterTitles.findIndex((one) => one === title),
    ),
  )
  .join("\n")}
</main></body></html>`;

/** Writes a built site of one printed edition with 31 figures, three tables and footnotes, or of a brief one, into a folder. */
export async function buildFixture(folder: string, {isBrief = false} = {}): Promise<void> {
  const assets = join(folder, "assets");
  await mkdir(join(folder, "south-shire-2007-08", "print"), {recursive: true});
  await mkdir(assets, {recursive: true});
  await writeFile(join(folder, fixturePage), isBrief ? brief() : whole());
  await writeFile(join(assets, "print-edition.css"), await bundledStyles(assets));
}

/** The style sheets of paper, the one that is for brief reports last, with their font imports resolved as a bundler does. */
async function bundledStyles(assets: string): Promise<string> {
  const sheets = ["print-edition", "print-brief"].map((name) => readFile(`src/site/styles/${name}.css`, "utf8"));
  const source = (await Promise.all(sheets)).join("\n");
  const imports = [...source.matchAll(/@import "(@fontsource\/[^/]+)\/([^"]+)";/g)];
  const faces = await Promise.all(imports.map(([, family = "", sheet = ""]) => fontFace(family, sheet, assets)));
  return faces.join("\n") + source.replaceAll(/@import "[^"]+";/g, "");
}

async function fontFace(family: string, sheet: string, assets: string): Promise<string> {
  const css = await readFile(join("node_modules", family, sheet), "utf8");
  const fonts = [...css.matchAll(/url\(\.\/files\/([^)]+\.woff2)\)/g)].map(([, file = ""]) => file);
  for (const file of fonts) await copyFile(join("node_modules", family, "files", file), join(assets, file));
  return css.replaceAll("./files/", "./");
}
