import { Random } from "@/db/sample/random";

/** An issuer's lawyers word the same matter in the same way every time. */
export class Wording {
  constructor(private readonly seed: string) {}

  choose<T>(matter: string, variants: readonly T[]): T {
    return new Random(`${this.seed}/${matter}`).pick(variants);
  }
}
