/** Letters that are more than a letter with a sign, as Doc 9303 part 3, section 6 writes them. */
const icao: Record<string, string> = { Ä: "AE", Å: "AA", Æ: "AE", Ö: "OE", Ø: "OE", Œ: "OE", Ü: "UE", ẞ: "SS", Þ: "TH", Ð: "D", Đ: "D", Ł: "L", Ħ: "H", Ŧ: "T", Ŋ: "N", Ĳ: "IJ", ĸ: "Q" };
/** The same as many people write them. */
const plain: Record<string, string> = { ...icao, Ä: "A", Å: "A", Ö: "O", Ø: "O", Ü: "U" };

/** The words of a name as a zone may write them, in its letters A to Z; one list for each way of writing umlauts. */
export function latinWords(name: string): string[][] {
  const capitals = name.normalize("NFC").replaceAll("ß", "ẞ").replaceAll("ı", "I").toUpperCase().normalize("NFC");
  return [icao, plain].map((table) =>
    capitals
      .replace(/./gu, (sign) => table[sign] ?? sign)
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .split(/[^A-Z]+/)
      .filter((word) => word !== ""),
  );
}
