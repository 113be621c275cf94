import {ownColumns, type Part, type PeopleStatement, type Quantity, type Records} from "../../audit/index.ts";
import {CliqueTable} from "./CliqueTable.ts";
import type {Impossible} from "./combinations.ts";
import {coupledCliques} from "./coupledCliques.ts";
import type {Scheme} from "./Scheme.ts";

/** A scheme with the tables of its cliques, each counted when a search first asks for it. */
export class SearchPlan {
  readonly scheme: Scheme;
  readonly #records: Records;
  readonly #impossible: readonly Impossible[];
  readonly #tables: (CliqueTable | undefined)[] = [];
  readonly #holding = new WeakMap<Part, readonly number[]>();
  #coupled: ReadonlyMap<number, ReadonlySet<number>> | undefined;

  constructor(records: Records, scheme: Scheme, impossible: readonly Impossible[]) {
    this.#records = records;
    this.scheme = scheme;
    this.#impossible = impossible;
  }

  tableOf(clique: number): CliqueTable {
    const columns = this.scheme.cliques[clique]?.columns ?? [];
    return (this.#tables[clique] ??= new CliqueTable(this.#records, columns, this.#impossible));
  }

  /** The cliques that hold all columns of a part. */
  cliquesHolding(part: Part): readonly number[] {
    const known = this.#holding.get(part);
    if (known !== undefined) return known;
    const asked = ownColumns(part, this.#records.definition);
    const found = this.scheme.cliques.flatMap(({columns}, clique) =>
      asked.every((column) => columns.includes(column)) ? [clique] : [],
    );
    this.#holding.set(part, found);
    return found;
  }

  /** Tables that do not list all combinations are to list some that quantities count. */
  makeRoom(quantities: readonly Quantity[]): void {
    for (const quantity of quantities) {
      const asked = quantity.parts.flatMap((part) => ownColumns(part, this.#records.definition));
      this.scheme.cliques.forEach(({columns}, clique) => {
        if (asked.every((column) => columns.includes(column))) this.tableOf(clique).makeRoom(quantity);
      });
    }
  }

  /** The cliques that a statement about several, as one about faults of a kind, holds together with one. */
  coupledWith(clique: number, statements: readonly PeopleStatement[]): ReadonlySet<number> {
    this.#coupled ??= coupledCliques(this.scheme, statements, this.#records.definition);
    return this.#coupled.get(clique) ?? new Set();
  }
}
