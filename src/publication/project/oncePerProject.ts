import type {Project} from "./openProject.ts";

/**
 * A reading of a project's public files that is done once for the same project and the same name, and gives what it gave
 * then; one that throws is done again. `nameOf` tells arguments apart; without it they are texts.
 */
export function oncePerProject<Arguments extends readonly unknown[], Result>(
  read: (project: Project, ...given: Arguments) => Result,
  nameOf: (...given: Arguments) => string = (...given) => given.join("\n"),
): (project: Project, ...given: Arguments) => Result {
  const readings = new WeakMap<Project, Map<string, {readonly result: Result}>>();
  return (project, ...given) => {
    const known = readings.get(project) ?? new Map<string, {readonly result: Result}>();
    readings.set(project, known);
    const name = nameOf(...given);
    const reading = known.get(name) ?? {result: read(project, ...given)};
    known.set(name, reading);
    return reading.result;
  };
}
