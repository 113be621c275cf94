/**
 * The kind of an error of DuckDB, e.g. "out of memory error", or the code that the system gave, as "ENOSPC": the text may
 * hold values of a record and is never shown.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const kind = /^([A-Z][A-Za-z]*( [A-Za-z]+)* Error):/.exec(error.message)?.[1];
  if (kind !== undefined) return kind.toLowerCase();
  const code = "code" in error ? String(error.code) : "";
  return /^E[A-Z0-9]+$/.test(code) ? code : "unknown error";
}
