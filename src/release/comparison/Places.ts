import {stated, type Coordinates, type Variable} from "../../publication/index.ts";

/** Whether two groups of one population have nobody, or each other, in common. */
export class Places {
  readonly #variables: readonly Variable[];

  constructor(variables: readonly Variable[]) {
    this.#variables = variables;
  }

  relationOnOneBase(one: Coordinates, other: Coordinates): "exclusive" | "nested" | "overlapping" {
    if (this.exclude(one, other)) return "exclusive";
    return this.isWithin(one, other) || this.isWithin(other, one) ? "nested" : "overlapping";
  }

  /** Whether nobody can be at both places: they name two answers to a question that takes one. */
  exclude(one: Coordinates, other: Coordinates): boolean {
    return Object.entries(one).some(([name, answer]) => {
      const against = other[name];
      if (against === undefined || against === answer || !this.#takesOneAnswer(name)) return false;
      if (answer === stated) return this.#isMissing(name, against);
      return against === stated ? this.#isMissing(name, answer) : true;
    });
  }

  /** Whether everybody at the first place is at the second one too. */
  isWithin(inner: Coordinates, outer: Coordinates): boolean {
    return Object.entries(outer).every(([name, answer]) => {
      const own = inner[name];
      return own === answer || (own !== undefined && answer === stated && !this.#isMissing(name, own));
    });
  }

  isSame(one: Coordinates, other: Coordinates): boolean {
    return this.isWithin(one, other) && this.isWithin(other, one);
  }

  #takesOneAnswer(name: string): boolean {
    return this.#variables.find((variable) => variable.name === name)?.kind === "category";
  }

  #isMissing(name: string, answer: string): boolean {
    const categories = this.#variables.find((variable) => variable.name === name)?.categories ?? [];
    return categories.find((category) => category.name === answer)?.role === "not-stated";
  }
}
