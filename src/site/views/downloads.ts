import {readableEditions, readEdition} from "../edition/readEdition.ts";
import {announcedRequest} from "../edition/siteRequest.ts";
import {reportFigures} from "./reportFigures.ts";

/** Every file of every report that readers can download, as parameters of its route. */
export function downloadPaths(): readonly {readonly edition: string; readonly file: string}[] {
  return readableEditions(announcedRequest()).flatMap((edition) =>
    reportFigures(readEdition(edition, announcedRequest())).files.map(({path}) => ({edition, file: path})),
  );
}

/** One of those files. */
export function readDownload({edition, file}: Readonly<Record<string, string | undefined>>): Response {
  const sources = readEdition(edition ?? "", announcedRequest());
  const found = reportFigures(sources).files.find(({path}) => path === file);
  if (found === undefined) return new Response("There is no such file.", {status: 404});
  return new Response(found.bytes.slice().buffer, {headers: {"Content-Type": found.type}});
}
