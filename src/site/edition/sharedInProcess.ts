/**
 * A value of the whole process, made by whoever asks first: Astro loads the pages as modules of their own, which share
 * nothing else with the modules of the integration.
 */
export function sharedInProcess<Value>(name: string, make: () => Value): Value {
  const place = globalThis as unknown as Record<symbol, Value | undefined>;
  const key = Symbol.for(`smallprint.${name}`);
  return (place[key] ??= make());
}
