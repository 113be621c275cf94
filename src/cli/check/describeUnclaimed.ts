import type {UnclaimedWords} from "../../publication/index.ts";

/** The lines of a text whose words compare and rest on nothing that is judged, each with its place, and what to do. */
export function describeUnclaimed(found: readonly UnclaimedWords[]): readonly string[] {
  if (found.length === 0) return [];
  const places = found.map(({position: {file, line}, words}) => {
    const said = words.map((word) => `"${word}"`).join(", ");
    return `  ${file}:${String(line)}: ${said}`;
  });
  const what = "These compare, and nothing beside them would stop the build if it were not so:";
  const remedy = 'Write a claim beside each, or {{ unclaimed "reason" }} where it rests on no number.';
  return [what, ...places, remedy];
}
