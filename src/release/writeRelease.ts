import {cellKey} from "../publication/index.ts";
import {releaseSchema, type ReleaseContent} from "./schema.ts";

/**
 * The text of a `release.json`: keys sorted, cells by key, one cell a line, a newline at the end. The same content
 * gives the same bytes. Throws where the content has not the layout, so that nothing unforeseen can leave.
 */
export function writeRelease(content: ReleaseContent): string {
  const {cells, answers, ...rest} = releaseSchema.parse(content);
  const lines = cells
    .toSorted((a, b) => (cellKey(a.address) < cellKey(b.address) ? -1 : 1))
    .map((entry) => JSON.stringify(sorted(entry)));
  const head = JSON.stringify(sorted({...rest, answers: answers.toSorted()}), null, 1).slice(0, -2);
  return `${head},\n "cells": [\n${lines.join(",\n")}\n ]\n}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
