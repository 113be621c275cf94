import {execFileSync} from "node:child_process";
import {request} from "node:http";
import path from "node:path";

/** One file of each folder and ending of the files that Git keeps of a project. */
export function oneOfEachKind(project: string): readonly string[] {
  const kept = execFileSync("git", ["ls-files", "-z"], {cwd: project, encoding: "utf8"}).split("\0").filter(Boolean);
  const kinds = new Map(kept.toReversed().map((file) => [path.dirname(file) + path.extname(file), file]));
  return [...kinds.values()];
}

const encodeAll = (text: string): string => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join("");

/** Ways to ask for a file of a project, by its path from the root. */
export function waysTo(file: string, project: string): readonly string[] {
  const queries = [
    "",
    "?raw",
    "?url",
    "?inline",
    "?import",
    "?import&raw",
    "?raw&import",
    "?url&t=1",
    "?t=1",
    "?html-proxy",
  ];
  const plain = [
    `/${file}`,
    `/@fs${project}/${file}`,
    `/@fs/${project}/${file}`,
    `/@id/${file}`,
    `/@id/${project}/${file}`,
  ];
  return [
    ...plain.flatMap((address) => queries.map((query) => address + query)),
    `//${file}`,
    `/./${file}`,
    `/x/../${file}`,
    `/src/site/styles/../../../${file}`,
    `/@vite/../${file}`,
    `/south-east-2007-08/../${file}`,
    `/south-east-2007-08/%2e%2e/${file}`,
    `/..%2f${file}`,
    `/..\\${file}`,
    `/${encodeAll(file)}`,
    `/@fs/${encodeAll(`${project.slice(1)}/${file}`)}`,
    `/${file.replaceAll("/", "%2f")}`,
    `/${file.replaceAll("/", "\\")}`,
    `/${file}/`,
    `/${file}%00`,
    `/${file}%23`,
    `/${file};x`,
    `/${file.toUpperCase()}`,
    `/@id/__x00__${file}`,
    `/_image?href=/@fs${project}/${file}`,
    `/__open-in-editor?file=${project}/${file}`,
    `http://localhost/${file}`,
  ];
}

/** What a server answers. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks a server of this machine for an address as it stands: nothing sets it right on the way. */
export function askAsItStands(
  {host, port, method = "GET"}: {readonly host: string; readonly port: number; readonly method?: string | undefined},
  address: string,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const headers = {host: "localhost", accept: "*/*"};
    request({host, port, path: address, method, headers}, (response) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("end", () => {
          done({status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString()});
        });
    })
      .on("error", fail)
      .end();
  });
}
