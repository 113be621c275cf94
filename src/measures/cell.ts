/**
 * What is known publicly of one cell. Never a null: what is not published has a reason.
 * `value` is a count; a percentage (0 to 100, one decimal) for a share; units of the variable (one decimal) for a mean;
 * per 1,000 (one decimal) for a rate; as printed at source for a reference value.
 */
export type Cell =
  | {
      readonly status: "published";
      readonly value: number;
      /**
       * A share's exact numerator and denominator, and those of a quotient of published figures; a rate's count; of a mean
       * the number averaged (`of`), where that count is published itself. Whole, but for an estimate.
       */
      readonly count?: number;
      readonly of?: number;
      /**
       * 95% Wilson interval of a share, in percent, one decimal; interval of a quotient in its unit, one decimal; bounds of
       * an estimate as its source gives them.
       */
      readonly lower?: number;
      readonly upper?: number;
    }
  | {
      readonly status: "suppressed";
      /** Under a policy with two marks only: which of them it carries. */
      readonly mark?: "small" | "further";
    }
  | {
      /** A share of a base of too few to be useful. Its numerator and denominator are published. */
      readonly status: "unreliable";
      readonly count: number;
      readonly of: number;
    }
  | {readonly status: "not-applicable"}
  | {readonly status: "not-available"};

export type CellStatus = Cell["status"];
