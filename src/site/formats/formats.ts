import type {DownloadFormat} from "../../release/index.ts";
import {csv} from "./csv.ts";
import type {Format} from "./format.ts";
import {svg} from "./svg.ts";
import {zip} from "./zip.ts";

/** Every format of downloads by the ending of its files, in the order in which links stand. */
export const formats = {csv, svg, zip} satisfies Readonly<Record<DownloadFormat, Format>>;
