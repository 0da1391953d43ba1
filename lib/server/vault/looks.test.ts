import { Readable } from "node:stream";
import sharp from "sharp";
import { expect, test } from "vitest";
import { derive } from "./derive";
import { card, cut, watermarked } from "./fixtures/make-card";
import { pdfOf } from "./fixtures/make-pdf";
import type { ProofKind } from "./sniff";

const seen = async (bytes: Buffer, kind: ProofKind = "jpeg") => (await Array.fromAsync(derive(async () => Readable.from([bytes]), kind)))[0]!;
/** Equal bands of eight bits, of 32. */
const equal = (one: string, other: string) => Array.from({ length: 32 }, (_, n) => one.slice(2 * n, 2 * n + 2) === other.slice(2 * n, 2 * n + 2)).filter(Boolean).length;

test("one picture scaled, compressed anew, brightened, as PNG, under a watermark or cut by 1 % looks nearly the same", async () => {
  const picture = await card("Camille Durand");
  const { looks } = await seen(picture);
  const variants = {
    scaled: await sharp(picture).resize({ width: 600 }).jpeg().toBuffer(),
    compressed: await sharp(picture).jpeg({ quality: 45 }).toBuffer(),
    brightened: await sharp(picture).linear(1.08, 6).jpeg().toBuffer(),
    marked: await watermarked(picture),
    cut: await cut(picture, 0.005),
  };
  for (const [name, bytes] of Object.entries(variants)) expect(equal((await seen(bytes)).looks, looks), name).toBeGreaterThanOrEqual(16);
  expect(equal((await seen(await sharp(picture).png().toBuffer(), "png")).looks, looks)).toBeGreaterThanOrEqual(30);
}, 60_000);

test("cards of one model do not, even where the photograph of each is covered", async () => {
  const names = ["Camille Durand", "Jean-Pierre Martinez", "Yasmine Belkacem", "Léo Nguyen"];
  for (const isFaceCovered of [false, true]) {
    const looks = await Promise.all(names.map(async (name) => (await seen(await card(name, { isFaceCovered }))).looks));
    for (const [nth, one] of looks.entries()) for (const other of looks.slice(nth + 1)) expect(equal(one, other), `${names[nth]} ${isFaceCovered}`).toBeLessThan(16);
  }
}, 60_000);

test("a page of one shade is blank; a line of writing, or a faint photograph, is not", async () => {
  const page = sharp({ create: { width: 800, height: 1100, channels: 3, background: "#fdfdfb" } });
  expect(await seen(await page.clone().jpeg().toBuffer())).toMatchObject({ isBlank: true });
  expect(await seen(await page.clone().composite([{ input: { create: { width: 300, height: 14, channels: 3, background: "#222" } }, left: 80, top: 200 }]).jpeg().toBuffer())).toMatchObject({ isBlank: false });
  expect(await seen(await sharp(await card("Camille Durand")).linear(0.15, 200).jpeg().toBuffer())).toMatchObject({ isBlank: false });
  expect(await seen(pdfOf(""), "pdf")).toMatchObject({ isBlank: true });
  expect(await seen(pdfOf("1 0 0 rg 0 0 100 100 re f"), "pdf")).toMatchObject({ isBlank: false });
}, 60_000);
