/** Codes of the system for what is the machine's fault and no file's: no room, no memory, a disk that only reads. */
const ofMachine = ["ENOSPC", "EDQUOT", "EROFS", "EFBIG", "ENOMEM", "EMFILE", "ENFILE"];

/** Whether the machine, and not what was read, kept work from being done: with another extract it would fail too. */
export function isMachines(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && ofMachine.includes(String(error.code))) return true;
  return /^Out of Memory Error:|^IO Error:.*No space left on device/s.test(error.message);
}

/**
 * The kind of an error of DuckDB, e.g. "out of memory error", or the code that the system gave, as "ENOSPC": the text may
 * hold values of a record and is never shown.
 */
export function kindOfFailure(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const kind = /^([A-Z][A-Za-z]*( [A-Za-z]+)* Error):/.exec(error.message)?.[1];
  if (kind !== undefined) return kind.toLowerCase();
  const code = "code" in error ? String(error.code) : "";
  return /^E[A-Z0-9]+$/.test(code) ? code : "unknown error";
}
