/** Category weights by variable: how often a made-up person gives each answer. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A made-up person: category by variable, ages in years as text, several answers joined by a space. */
export type Person = Readonly<Record<string, string>>;

/** Whole-number noise that is the same everywhere and every time. Source: Park and Miller's minimal standard. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function pick(weights: Readonly<Record<string, number>>, random: () => number): string {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let left = random() * total;
  for (const [name, weight] of Object.entries(weights)) {
    left -= weight;
    if (left < 0) return name;
  }
  return Object.keys(weights).at(-1) ?? "";
}

/** A made-up population of `size` people; `multi` variables get every answer with its weight in percent. */
export function makePeople(size: number, weights: Weights, seed: number): readonly Person[] {
  const random = sequence(seed);
  return Array.from({length: size}, () => ({
    ...Object.fromEntries(
      Object.entries(weights).map(([variable, answers]) => [variable, answer(variable, answers, random)]),
    ),
    age: String(18 + Math.floor(random() * random() * 45)),
  }));
}

function answer(variable: string, answers: Readonly<Record<string, number>>, random: () => number): string {
  if (variable !== "treatment-required") return pick(answers, random);
  return Object.entries(answers)
    .filter(([, percent]) => random() * 100 < percent)
    .map(([name]) => name)
    .join(" ");
}
