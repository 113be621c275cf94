import {strToU8, zipSync} from "fflate";
import fc from "fast-check";
import {PDFDocument, PDFName, PDFString, StandardFonts, type PDFStream} from "pdf-lib";
import {expect, test} from "vitest";
import {SmallSite} from "./smallSite.ts";

const page = "index.html";
const methods = "methods/index.html";
/** The counts of two rows of a table, one beneath the other. */
const countsOfTwoRows = /(<td>)([\d,]+)(<\/td> <\/tr><tr> <th scope="row">[^<]*<\/th> <td>)(?!\2<)([\d,]+)/;
/** In no release: more than the people of the region. */
const unreleased = "987654";

test("a site as it was built says nothing that was not released", async () => {
  expect(await new SmallSite().audit()).toEqual([]);
});

/** An archive with a comment at its end. */
function withComment(archive: Uint8Array, comment: string): Uint8Array {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(comment.length);
  return Buffer.concat([archive.slice(0, -2), length, Buffer.from(comment)]);
}

const planted: readonly (readonly [leak: string, plant: (site: SmallSite) => void, found: RegExp])[] = [
  [
    "a number typed into a sentence",
    (site) => site.change(page, /(id="age">.*?<p>)/s, `$1In all ${unreleased} people. `),
    /<p> in #content|<p> in #who-the-clients-were.*987654/,
  ],
  [
    "a difference that is not that of the shares",
    (site) => site.change(page, /[+−]\d+\.\d points, 95% interval/, "−77.7 points, 95% interval"),
    /77\.7 is no number that is released/,
  ],
  [
    "a number in a withheld cell of a table",
    (site) => site.change(page, /<span class="withheld">\[c\].*?<\/span><\/span>/s, "3"),
    /<td>.*3 stands in a cell/,
  ],
  [
    "an alternative text with a number of its own",
    (site) => site.change(page, /(id="age-by-prison-wide"[^>]*aria-label=")/, `$1Total ${unreleased}. `),
    /aria-label: 987654/,
  ],
  [
    "a number on a part of a page that is said to be a cell",
    (site) => site.change(page, /(id="age">.*?<p)>/s, `$1 data-cell="${unreleased}">`),
    /data-cell: 987654/,
  ],
  [
    "rows sorted by value over a withheld cell",
    (site) => site.change(page, /(id="age-by-prison-table".*?<tbody>)(<tr>.*?<\/tr>)(<tr>.*?<\/tr>)/s, "$1$3$2"),
    /<table> in #age-by-prison-table: rows are sorted/,
  ],
  [
    "a value in a suppressed row of a CSV file",
    (site) => site.change("data/age-by-prison.csv", /,mean age,,years,suppressed/, ",mean age,31,years,suppressed"),
    /age-by-prison\.csv, row \d+: the release withholds this cell/,
  ],
  [
    "a CSV value that differs from the release",
    (site) => site.change("data/age-by-prison.csv", /,mean age,[\d.]+,years,published/, ",mean age,99,years,published"),
    /age-by-prison\.csv, row 2: value is not what the release says/,
  ],
  [
    "data for search engines",
    (site) =>
      site.change(page, "</head>", `<script type="application/ld+json">{"value": ${unreleased}}</script></head>`),
    /987654.*|<script> is an element that no page of the site has/,
  ],
  [
    "a number in words",
    (site) => site.change(page, /(id="age">.*?<p>)/s, "$1Only four women were under age. "),
    /"four women" is no number/,
  ],
  [
    "a number in a comment",
    (site) => site.change(page, /(id="age">.*?<p>)/s, `$1<!-- ${unreleased} -->`),
    /987654 is no number/,
  ],
  [
    "a number in an attribute for scripts",
    (site) => site.change(page, /(id="age">.*?<p)>/s, `$1 data-women="${unreleased}">`),
    /data-women: 987654/,
  ],
  [
    "a number in a style of its own",
    (site) => site.change(page, /(id="age">.*?<p)>/s, `$1 style="--women: ${unreleased}">`),
    /style: 987654/,
  ],
  [
    "a picture with an alternative text",
    (site) => site.change(page, /(id="age">.*?<p>)/s, '$1<img src="photo.jpg" alt="Three women">'),
    /<img> is an element that no page/,
  ],
  ["a picture beside the page", (site) => site.write("photo.jpg", "Exif: 3 women"), /photo\.jpg.*a file of a kind/],
  ["a stray extract", (site) => site.write("data/prison.parquet", "PAR1"), /prison\.parquet.*a file of a kind/],
  [
    "the raw text of a source file",
    (site) => site.change(page, /(id="age">.*?<p>)/s, '$1<a href="prison.csv?raw">extract</a>'),
    /raw text of a source file/,
  ],
  [
    "a comment on an archive",
    (site) => site.write("data/south-east-2008-09.zip", withComment(zipSync({}), "3 women")),
    /archive has a comment/,
  ],
  [
    "rows of a CSV file sorted by value over a withheld cell",
    (site) => site.change("data/age-by-prison.csv", /^([^\n]*\n)([^\n]*\n)([^\n]*\n)/, "$1$3$2"),
    /rows are sorted although/,
  ],
  [
    "a count of one row in another row of the methods",
    (site) => {
      site.keep(methods);
      site.change(methods, countsOfTwoRows, "$1$4$3$4");
    },
    /methods\/index\.html.*is not the released count of/,
  ],
  [
    "a number typed into the methods",
    (site) => {
      site.keep(methods);
      site.change(methods, /(<main.*?<p[^>]*>)/s, `$1Of ${unreleased} forms. `);
    },
    /methods\/index\.html.*987654/,
  ],
  ["a source map", (site) => site.write("index.js.map", "{}"), /index\.js\.map.*a file of a kind/],
  [
    "a client's reference in an archive",
    (site) => site.write("data/south-east-2008-09.zip", zipSync({"README.txt": strToU8("CANARY-P00001")})),
    /\.zip, the whole file: a client's reference/,
  ],
];

test.each(planted)("%s is found", async (_, plant, found) => {
  const site = new SmallSite();
  plant(site);
  expect((await site.audit()).join("\n")).toMatch(found);
});

/** The packet of properties that search engines read. */
function packetOf(document: PDFDocument, description: string): PDFStream {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt>
    <rdf:li xml:lang="x-default">${description}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
  return document.context.stream(packet, {Type: "Metadata", Subtype: "XML"});
}

test("a number in a PDF that is not on the page is found, on a page and in its bookmarks' title", async () => {
  const site = new SmallSite();
  const document = await PDFDocument.create();
  document.setTitle(`Of ${unreleased}`);
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage().drawText("In all 876543 people", {font, x: 50, y: 500});
  document.getPage(0).node.addAnnot(
    document.context.register(
      document.context.obj({
        Type: "Annot",
        Subtype: "Text",
        Rect: [0, 0, 9, 9],
        Contents: PDFString.of("765432 were withheld"),
      }),
    ),
  );
  await document.attach(strToU8("7"), "rest.csv");
  document.catalog.set(PDFName.of("Metadata"), document.context.register(packetOf(document, "Only 654321 women")));
  site.write("south-east-2008-09.pdf", await document.save());
  const found = (await site.audit()).join("\n");
  expect(found).toMatch(/page 1: 876543/);
  expect(found).toMatch(/properties: 987654/);
  expect(found).toMatch(/note on page 1: 765432/);
  expect(found).toMatch(/metadata: 654321/);
  expect(found).toMatch(/attachments: a file is attached/);
});

test("a number that is not released is found wherever on the page it is put", async () => {
  const site = new SmallSite();
  const html = site.read(page);
  const places = [...html.slice(html.indexOf("<main")).matchAll(/<(?:p|td|th|li|text)\b[^>]*>(?=[A-Za-z])/g)];
  const start = html.indexOf("<main");
  const property = fc.asyncProperty(
    fc.constantFrom(...places),
    fc.integer({min: 200_000, max: 9_999_999}),
    async ({index, 0: tag}, number) => {
      const at = start + index + tag.length;
      site.write(page, `${html.slice(0, at)}${String(number)} ${html.slice(at)}`);
      expect((await site.audit()).join("\n")).toContain(String(number));
    },
  );
  await fc.assert(property, {numRuns: 6});
});
