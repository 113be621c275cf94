/** What the margins file says, as far as it is checked here; read without the schema under test. */
export interface EditionMargins {
  readonly region: string;
  readonly period: {readonly from: string; readonly to: string};
  readonly extracts: Readonly<Record<string, ExtractMargins>>;
}

export interface ExtractMargins {
  readonly file: string;
  readonly clients: {readonly count: number};
  readonly forms: readonly {readonly when?: string; readonly count: number; readonly source?: string}[];
  readonly "outside-period": {readonly clients: number};
  readonly table: Table;
  readonly columns: Readonly<Record<string, ColumnMargin>>;
}

export interface Table {
  readonly rows: string;
  readonly columns: string;
  readonly file: string;
  readonly marks?: Readonly<Record<string, readonly [number, number]>>;
  readonly source?: string;
  readonly sums?: readonly Sum[];
}

export interface Sum {
  readonly rows: string | readonly string[];
  readonly columns: string | readonly string[];
  readonly clients?: number | readonly [number, number];
  readonly percent?: number;
  readonly source?: string;
}

export interface Share {
  readonly percent: number;
  readonly of?: string;
  readonly from?: number;
  readonly below?: number;
  readonly source?: string;
}

export interface ColumnMargin {
  readonly kind: string;
  readonly by?: string;
  readonly bands?: Readonly<Record<string, readonly [number, number]>>;
  readonly shares?: Readonly<Record<string, Share | number | string>>;
  readonly options?: Readonly<Record<string, Share | number | string>>;
  readonly mean?: {readonly years: number; readonly source?: string};
}

/** One published figure, and what the extract says instead. */
export interface Item {
  readonly item: string;
  readonly counted: number | string;
  readonly published: number | string;
}

/** A percentage in whole numbers, halves up, from whole numbers alone. */
export function halfUp(part: number, base: number): number {
  return Math.floor((200 * part + base) / (2 * base));
}
