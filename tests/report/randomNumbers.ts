/** Uniform numbers from nought to one: a linear congruence with the constants of Park and Miller, 1988. */
export function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
