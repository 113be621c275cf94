import type {Release} from "../../release/index.ts";
import {isHidden, targetValues, type AuditModel} from "../model/auditModel.ts";
import {modelOf} from "../model/modelOf.ts";
import {readingOf, type ReleaseReading} from "../model/reading.ts";
import type {Certificate} from "./certificate.ts";

/** What a check of a certificate found. */
export interface CertificateCheck {
  readonly holds: boolean;
  /** What is wrong, one sentence each. */
  readonly faults: readonly string[];
  /** Withheld cells that the certificate proves safe, and those that it leaves open. */
  readonly proved: number;
  readonly open: readonly string[];
}

/**
 * Checks a certificate by substitution, without a solver: every table in it must satisfy every statement of the
 * releases, and every cell must have counts in them that leave enough doubt: as many as the policy's level asks, or one
 * that needs no protection.
 */
export function checkCertificate(releases: readonly Release[], certificate: Certificate): CertificateCheck {
  const model = modelOf(releases, readingIn(certificate, releases));
  const check = new Check(model, certificate);
  const faults = [...check.baseFaults(), ...certificate.witnesses.flatMap((_, at) => check.witnessFaults(at + 1))];
  const withheld = model.cells.filter(isHidden).map(({key}) => key);
  const unknown = Object.keys(certificate.cells).filter((key) => !withheld.includes(key));
  const proved = withheld.filter((key) => check.isProved(key));
  const claimed = new Set(Object.keys(certificate.cells));
  const wrong = [
    ...faults,
    ...unknown.map((key) => `${key} is no withheld cell of these releases`),
    ...withheld
      .filter((key) => claimed.has(key) && !proved.includes(key))
      .map((key) => `the tables do not give ${key} enough different counts`),
  ];
  const open = withheld.filter((key) => !proved.includes(key));
  return {holds: wrong.length === 0, faults: wrong, proved: proved.length, open};
}

function readingIn({worlds, tiesPeriods, guesses}: Certificate, releases: readonly Release[]): ReleaseReading {
  const named = new Map(releases.map((release, index) => [release, worlds[index] ?? ""]));
  const reading = {...readingOf(releases, named), guesses};
  return tiesPeriods ? reading : {...reading, periods: new Map()};
}

class Check {
  readonly #model: AuditModel;
  readonly #certificate: Certificate;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #base: readonly number[];
  readonly #touching: readonly (readonly number[])[];

  constructor(model: AuditModel, certificate: Certificate) {
    this.#model = model;
    this.#certificate = certificate;
    this.#indexes = new Map(model.cells.map(({key}, index) => [key, index]));
    this.#base = model.cells.map(({key, standing, lower}) =>
      standing === "published" ? lower : (certificate.base[key] ?? NaN),
    );
    const touching: number[][] = model.cells.map(() => []);
    model.constraints.forEach(({cells}, constraint) => {
      for (const cell of cells) touching[cell]?.push(constraint);
    });
    this.#touching = touching;
  }

  baseFaults(): readonly string[] {
    const cells = this.#model.cells.map((_, cell) => cell);
    return this.#faultsOf("the base", {
      cells,
      constraints: this.#model.constraints.map((_, at) => at),
      changes: new Map(),
    });
  }

  witnessFaults(number: number): readonly string[] {
    const name = `table ${number}`;
    const entries = Object.entries(this.#certificate.witnesses[number - 1] ?? {});
    const strange = entries
      .filter(([key]) => !this.#indexes.has(key))
      .map(([key]) => `${name} names ${key}, which the releases lack`);
    const changes = new Map(entries.map(([key, value]) => [this.#indexes.get(key) ?? -1, value]));
    const cells = [...changes.keys()].filter((cell) => cell >= 0);
    const constraints = [...new Set(cells.flatMap((cell) => this.#touching[cell] ?? []))];
    return [...strange, ...this.#faultsOf(name, {cells, constraints, changes})];
  }

  isProved(key: string): boolean {
    const cell = this.#indexes.get(key) ?? -1;
    const tables = this.#certificate.cells[key] ?? [];
    const values = new Set(tables.map((table) => this.#valueIn(table, key) ?? this.#base[cell] ?? NaN));
    const {policy} = this.#model;
    const isAbove = [...values].some((value) => value >= policy.threshold);
    const isNobody = values.has(0) && (values.size > 1 || policy.zeros === "shown");
    return values.size >= targetValues(policy) || isAbove || isNobody;
  }

  #valueIn(table: number, key: string): number | undefined {
    return table === 0 ? undefined : (this.#certificate.witnesses[table - 1] ?? {[key]: NaN})[key];
  }

  #faultsOf(
    name: string,
    {
      cells,
      constraints,
      changes,
    }: {cells: readonly number[]; constraints: readonly number[]; changes: ReadonlyMap<number, number>},
  ): readonly string[] {
    const value = (cell: number) => changes.get(cell) ?? this.#base[cell] ?? NaN;
    const outside = cells.filter((cell) => {
      const {lower, upper} = this.#model.cells[cell] ?? {lower: NaN, upper: NaN};
      return !(Number.isInteger(value(cell)) && value(cell) >= lower && value(cell) <= upper);
    });
    const broken = constraints.filter((at) => {
      const {
        cells: terms,
        coefficients,
        lower,
        upper,
      } = this.#model.constraints[at] ?? {cells: [], coefficients: [], lower: NaN, upper: NaN};
      const sum = terms.reduce((total, cell, term) => total + (coefficients[term] ?? 0) * value(cell), 0);
      return !(sum >= lower && sum <= upper);
    });
    return [
      ...outside.map((cell) => `in ${name}, ${this.#model.cells[cell]?.key ?? ""} has a count that it cannot have`),
      ...broken.map((at) => `${name} breaks a statement: ${this.#model.constraints[at]?.because ?? ""}`),
    ];
  }
}
