import {stringify} from "yaml";

/** A value on one line, as a person would write it. */
export function oneLineYaml(value: unknown): string {
  return stringify(value, {collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0}).trimEnd();
}

/** `key: value` on one line. */
export function yamlEntry(key: string, value: unknown): string {
  return `${oneLineYaml(key)}: ${oneLineYaml(value)}`;
}
