import {sha256} from "../../release/index.ts";
import type {Ingested, IngestedExtract} from "../ingest/ingested.ts";

/**
 * A text that only a holder of the extracts can know: SHA-256 of all client references in their order. A certificate holds
 * it, so that nobody can try out records against the certificate's hash, which a release prints.
 */
export async function saltOf({extracts, connection}: Ingested): Promise<string> {
  const references: string[] = [];
  for (const extract of extracts.values()) {
    const result = await connection.runAndReadAll(allReferences(extract));
    references.push(String(result.getRows()[0]?.[0] ?? ""));
  }
  return sha256(references.join("\n"));
}

function allReferences({forms}: IngestedExtract): string {
  const client = forms.columnOf(forms.model.dictionary.client);
  return `SELECT sha256(string_agg(coalesce(${client}, ''), chr(10) ORDER BY rowid)) FROM ${forms.table}`;
}
