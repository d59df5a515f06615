/**
 * Room for numbers that are needed for one sequence only, kept for the next one: to make a typed array costs more than
 * to fill a short one. What was taken before is overwritten by whoever takes next.
 */
export class Room<Numbers extends { readonly length: number }> {
  readonly #make: (length: number) => Numbers;
  #numbers: Numbers;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#numbers = make(0);
  }

  /** At least `length` numbers, as somebody left them. */
  take(length: number): Numbers {
    if (length > most) return this.#make(length);
    if (this.#numbers.length < length) this.#numbers = this.#make(2 * length);
    return this.#numbers;
  }
}

/** Numbers that are kept room for; what only a hostile text needs is given back. */
const most = 1 << 16;
