import type { Lease, Limits, Result, Statement } from '../backend.js';
import { carryOut } from './carry-out.js';
import { WholeExchange } from './wire/exchange.js';
import type { Wire } from './wire/wire.js';

/** A connection of a pool, held alone. */
export class PostgresLease implements Lease {
  readonly #wire: Wire;
  readonly #place: string;
  readonly #giveBack: (broken: boolean) => void;

  /** @param place the database, for messages */
  constructor(wire: Wire, place: string, giveBack: (broken: boolean) => void) {
    this.#wire = wire;
    this.#place = place;
    this.#giveBack = giveBack;
  }

  run(statement: Statement, limits: Limits = {}): Promise<Result> {
    return carryOut(this.#wire, {
      statement,
      limits,
      exchange: WholeExchange,
      isRepeatable: false,
      place: this.#place,
    });
  }

  release(broken = false): void {
    this.#giveBack(broken);
  }
}
