import type {Findings} from "../finding.ts";
import type {PageElement} from "../html/parsePage.ts";
import type {EditionScopes, ShownFigure} from "../scope.ts";
import type {SiteFolder} from "../SiteFolder.ts";

/** A file of a built site, and what any text of it may say. */
export interface SiteFile {
  /** Path below the site's folder, with slashes. */
  readonly file: string;
  readonly site: SiteFolder;
  /** Identifiers with digits that links may name: editions, chapters, sections and figures. */
  readonly names: ReadonlySet<string>;
  /** Wordings with digits that may stand anywhere in it. */
  readonly phrases: readonly string[];
  /** The drawing of the project's theme; absent where it has none. */
  readonly logo?: string;
}

/** A file in the folder of an edition, with what was released for it. */
export interface EditionFile extends SiteFile {
  /** Without its folder and ending. */
  readonly name: string;
  readonly scopes: EditionScopes;
  /** The figure or table that bears the file's name; absent for files of the whole report. */
  readonly figure?: ShownFigure;
  /** The edition's page, parsed: its reader audits it place by place. */
  readonly report: PageElement;
}

/**
 * How the audit reads the files of one format back. Nothing has a default: a format that has no files beside the editions
 * says so, and a file of it there is a finding.
 */
export interface Reader {
  /** Where such files stand, from the site's folder and from an edition's: any other is a finding. */
  readonly places: {readonly ofSite: readonly RegExp[]; readonly ofEdition: readonly RegExp[]};
  /** Whether their bytes are text as they stand. */
  readonly isText: boolean;
  /** Finds every number in a file beside the editions' folders, where no release answers for any. */
  readonly auditSiteFile: (file: SiteFile, findings: Findings) => void;
  /** Finds whatever the releases of the edition do not answer for in that place of the file. */
  readonly auditEditionFile: (file: EditionFile, findings: Findings) => void | Promise<void>;
}

/** Readers by the ending of the files that they read. */
export type Readers = Readonly<Record<string, Reader>>;

/** The reader of a file, by its ending, or by its whole name where it has none; nothing where nobody knows how to read it. */
export function readerOf(file: string, readers: Readers): Reader | undefined {
  const name = file.split("/").at(-1) ?? "";
  const ending = name.includes(".") ? name.slice(name.lastIndexOf(".") + 1) : name;
  return Object.hasOwn(readers, ending) ? readers[ending] : undefined;
}
