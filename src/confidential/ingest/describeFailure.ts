/** The kind of a DuckDB error, e.g. "out of memory error": its text may hold values of a record and is never shown. */
export function describeFailure(error: unknown): string {
  const kind = error instanceof Error ? /^([A-Z][A-Za-z]*( [A-Za-z]+)* Error):/.exec(error.message)?.[1] : undefined;
  return kind?.toLowerCase() ?? "unknown error";
}
