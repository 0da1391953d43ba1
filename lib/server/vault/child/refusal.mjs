/** Why an original is not taken. The only thing the child says besides pages. */
export class Refusal extends Error {
  /** @param {"malformed" | "limit" | "encrypted" | "empty"} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}
