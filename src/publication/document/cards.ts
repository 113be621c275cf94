import type {SourcePosition} from "../source/sourcePosition.ts";
import type {NumberDirective, ValueDirective} from "./directive.ts";
import type {Inline} from "./inline.ts";

export interface KeyMessagesBlock {
  readonly kind: "key-messages";
  readonly cards: readonly KeyMessageCard[];
  readonly position: SourcePosition;
}

/** One topic with one message a population: a number, a sentence, and a small chart where the number is a share. */
export interface KeyMessageCard {
  readonly heading: string;
  readonly messages: readonly {
    readonly population: string;
    readonly number: ValueDirective;
    readonly sentence: Inline;
  }[];
}

/** Numbers that stand for themselves, each on a card. */
export interface KeyFiguresBlock {
  readonly kind: "cards";
  readonly cards: readonly KeyFigureCard[];
  readonly position: SourcePosition;
}

/** A number with what it is; how it compares, and what exactly is counted, in words. */
export interface KeyFigureCard {
  readonly heading: string;
  readonly number: NumberDirective;
  readonly sentence: Inline;
  readonly comparison?: Inline;
  /** Its own, or that of the indicator that it asks. */
  readonly definition?: string;
}
