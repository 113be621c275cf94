import type {Ingested, IngestedExtract} from "../ingest/ingested.ts";
import {canary} from "./canary.ts";

/**
 * Whether every client reference of every extract is a made-up one. Judged from the records and not from what the
 * report says of itself, so that real records can never be published as synthetic ones, nor the other way round.
 */
export async function isSynthetic({extracts, connection}: Ingested): Promise<boolean> {
  for (const extract of extracts.values()) {
    const result = await connection.runAndReadAll(realReferences(extract));
    if (Number(result.getRows()[0]?.[0] ?? 0) > 0) return false;
  }
  return true;
}

function realReferences({forms}: IngestedExtract): string {
  const client = forms.columnOf(forms.model.dictionary.client);
  // In a broken record any text may stand in any column.
  return `SELECT count(*) FROM ${forms.table}
    WHERE NOT broken AND coalesce(${client}, '') <> '' AND NOT starts_with(${client}, '${canary}')`;
}
