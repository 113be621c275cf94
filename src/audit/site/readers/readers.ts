import type {DownloadFormat, PageFormat} from "../../../release/index.ts";
import {css} from "./css.ts";
import {csv} from "./csv.ts";
import {headers} from "./headers.ts";
import {html} from "./html.ts";
import {pdf} from "./pdf.ts";
import type {Reader} from "./reader.ts";
import {svg} from "./svg.ts";
import {woff2} from "./woff2.ts";
import {zip} from "./zip.ts";

/** A reader for every format that a site has: a format of downloads without one does not compile. */
export const readers = {html, csv, svg, zip, pdf, css, woff2, _headers: headers} satisfies Readonly<
  Record<DownloadFormat | PageFormat, Reader>
>;
