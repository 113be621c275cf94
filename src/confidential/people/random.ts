/** Numbers drawn without rule but always alike: the same inputs give the same populations. */
export interface PeopleRandom {
  /** A whole number from 0 up to, but not including, a limit. */
  readonly below: (limit: number) => number;
}

/** Starts a sequence of numbers. Source: Blackman D, Vigna S, SplitMix32 after SplitMix64, 2015. */
export function randomFrom(seed: number): PeopleRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  return {below: (limit) => Math.floor(next() * limit)};
}
