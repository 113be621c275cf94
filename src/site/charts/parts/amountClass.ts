import {amountSteps, type Token} from "../theme.ts";

export interface AmountPaint {
  readonly fill: Token;
  readonly on: Token;
}

const paints: readonly AmountPaint[] = [
  {fill: "amount-0", on: "on-amount-0"},
  {fill: "amount-1", on: "on-amount-1"},
  {fill: "amount-2", on: "on-amount-2"},
  {fill: "amount-3", on: "on-amount-3"},
  {fill: "amount-4", on: "on-amount-4"},
  {fill: "amount-5", on: "on-amount-5"},
];

/**
 * The tint of a value: none for nought, then five steps by the square root of its part of the largest published value,
 * so that a few large cells do not leave all others pale.
 */
export function amountPaint(value: number, largest: number): AmountPaint {
  const step = value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil(amountSteps * Math.sqrt(value / largest)));
  return paints[Math.min(step, amountSteps)] ?? {fill: "amount-0", on: "on-amount-0"};
}
