/** Is this the check digit of that text? Weights 7, 3, 1; a letter counts from 10, a filler nothing. ICAO Doc 9303 part 3, 4.9. */
export function isDigitOf(text: string, digit: string): boolean {
  return /^\d$/.test(digit) && sumOf(text) % 10 === Number(digit);
}

function sumOf(text: string): number {
  return [...text].reduce((sum, sign, place) => sum + valueOf(sign) * ([7, 3, 1][place % 3] as number), 0);
}

function valueOf(sign: string): number {
  return sign === "<" ? 0 : Number.parseInt(sign, 36);
}
