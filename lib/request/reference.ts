/**
 * The reference a person writes down: seven letters or digits and a check character, e.g. K7QF-2M95.
 * The alphabet leaves out what is mistaken for something else: 0/O, 1/I/L, U/V. A reference identifies a request; it is never a credential.
 */
const alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

/** Weighted sum modulo 29 (a prime, and the alphabet's size): finds every wrong character and every swap of neighbours. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + alphabet.indexOf(character) * (index + 2), 0);
  return alphabet.charAt(sum % 29);
}

/** Builds a reference from at least seven random bytes. */
export function referenceFrom(random: Uint8Array): string {
  const body = Array.from(random.slice(0, 7), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
  return `${body.slice(0, 4)}-${body.slice(4)}${checkCharacter(body)}`;
}

/**
 * Reads what a person typed, or what a form brings back: small letters, spaces and missing dashes are forgiven.
 * Returns null when it cannot be a reference of ours.
 */
export function parseReference(typed: unknown): string | null {
  if (typeof typed !== "string") return null;
  const text = typed.slice(0, 40).toUpperCase().replace(/[\s\-–_.]/g, "");
  if (text.length !== 8 || [...text].some((character) => !alphabet.includes(character))) return null;
  const body = text.slice(0, 7);
  return checkCharacter(body) === text.charAt(7) ? `${text.slice(0, 4)}-${text.slice(4)}` : null;
}
