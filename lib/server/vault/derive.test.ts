import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { derive } from "./derive";
import type { Page } from "./derive-frames";
import { claimingJpeg, claimingPng, oddPng, plainPng, taintedJpeg } from "./fixtures/make-image";
import { endlessPdf, inflatingPdf, makePdf, pdfOf } from "./fixtures/make-pdf";
import type { ProofKind } from "./sniff";

const pages = (bytes: Buffer, kind: ProofKind, options = {}) =>
  Array.fromAsync(derive(async () => Readable.from([bytes]), kind, options));
const codeOf = (bytes: Buffer, kind: ProofKind, options = {}) =>
  pages(bytes, kind, options).then((done) => `${done.length} pages`, (error: { code?: string; message: string }) => error.code ?? error.message);
const fixture = (name: string) => readFileSync(`${import.meta.dirname}/fixtures/${name}`);
const converters = () => execFileSync("ps", ["-eo", "ppid,args"]).toString().split("\n").filter((line) => line.trim().startsWith(`${process.pid} `) && line.includes("derive-child"));

async function colourAt({ bytes }: Page, x: number, y: number): Promise<string> {
  const [r, g, b] = await sharp(bytes).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer();
  return [r, g, b].map((value) => (value! > 200 ? "f" : value! < 55 ? "0" : "?")).join("");
}

test("a picture becomes an upright sRGB JPEG without EXIF, GPS, XMP, ICC or any of their bytes", async () => {
  const tainted = await taintedJpeg();
  expect(tainted.includes("CANARY-EXIF") && tainted.includes("CANARY-XMP") && tainted.includes("CANARY-PHP")).toBe(true);
  const [page, ...more] = await pages(tainted, "jpeg");
  expect(more).toEqual([]);
  expect(page).toMatchObject({ page: 1, width: 40, height: 60, type: "image/jpeg" });
  expect([await colourAt(page!, 35, 30), await colourAt(page!, 5, 30)]).toEqual(["f00", "00f"]);
  const metadata = await sharp(page!.bytes).metadata();
  expect(metadata).toMatchObject({ format: "jpeg", space: "srgb", depth: "uchar", channels: 3 });
  for (const key of ["exif", "xmp", "icc", "iptc", "orientation", "comments"] as const) expect(metadata[key]).toBeUndefined();
  expect(page!.bytes.toString("latin1")).not.toMatch(/CANARY|Exif|<\?php|<script|adobe/i);
});

test("a 16-bit interlaced PNG with transparency is flattened onto white", async () => {
  const [page] = await pages(await oddPng(), "png");
  expect(await sharp(page!.bytes).metadata()).toMatchObject({ format: "jpeg", depth: "uchar", hasAlpha: false });
  expect(page!.bytes.includes("CANARY")).toBe(false);
});

test("only the one decoder is open: no other format passes as a picture", async () => {
  const png = await plainPng();
  const others = [await sharp(png).webp().toBuffer(), await sharp(png).gif().toBuffer(), await sharp(png).tiff().toBuffer(), await sharp(png).avif().toBuffer(), Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), pdfOf("")];
  for (const bytes of others) for (const kind of ["jpeg", "png"] as const) expect(await codeOf(bytes, kind)).toBe("malformed");
  expect(await codeOf(png, "jpeg")).toBe("malformed");
  expect(await codeOf(await taintedJpeg(), "png")).toBe("malformed");
}, 30_000);

test("pictures beyond 40 MP or 30 000 pixels a side are refused by their header, cut ones as malformed", async () => {
  expect(await codeOf(await claimingPng(50_000, 50_000), "png")).toBe("limit");
  expect(await codeOf(await claimingPng(7300, 5480), "png")).toBe("limit");
  expect(await codeOf(await claimingPng(30_001, 1), "png")).toBe("limit");
  for (const [width, height] of [[60_000, 60_000], [7300, 5480], [30_001, 1]] as const) expect(await codeOf(await claimingJpeg(width, height), "jpeg")).toBe("limit");
  const jpeg = await taintedJpeg();
  for (const cut of [jpeg.subarray(0, jpeg.length - 20), jpeg.subarray(0, 30), Buffer.of(0xff, 0xd8)]) expect(await codeOf(cut, "jpeg")).toBe("malformed");
  expect(await codeOf(Buffer.alloc(0), "jpeg")).toBe("empty");
  expect(await codeOf(Buffer.alloc(10 * 1024 * 1024 + 1), "png")).toBe("limit");
}, 30_000);

test("a large picture is scaled down to 4096 pixels", async () => {
  const large = await sharp({ create: { width: 7000, height: 1000, channels: 3, background: "#123456" } }).jpeg().toBuffer();
  expect((await pages(large, "jpeg"))[0]).toMatchObject({ width: 4096, height: 585 });
});

test("a PDF becomes its pages at 150 dpi, and only what is drawn", async () => {
  const bytes = pdfOf("1 0 0 rg 0 0 100 100 re f 0 0 1 rg 195 242 400 600 re f %CANARY-COMMENT", { pages: 3 });
  const done = await pages(bytes, "pdf");
  expect(done.map(({ page, width, height }) => [page, width, height])).toEqual([[1, 1239, 1754], [2, 1239, 1754], [3, 1239, 1754]]);
  expect([await colourAt(done[2]!, 50, 1700), await colourAt(done[2]!, 1200, 50), await colourAt(done[2]!, 50, 50)]).toEqual(["f00", "00f", "fff"]);
  expect(done.some((page) => page.bytes.includes("CANARY"))).toBe(false);
});

test.each([
  ["a page of 1 000 km", pdfOf("", { box: "0 0 1e9 1e9" }), "1 pages"],
  ["a hair of a page", pdfOf("", { box: "0 0 100000 1" }), "1 pages"],
  ["31 pages", pdfOf("", { pages: 31 }), "limit"],
  ["no pages", makePdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"]), "malformed|empty"],
  ["a header only", Buffer.from("%PDF-1.7\n"), "malformed"],
  ["half a file", pdfOf("0 0 m").subarray(0, 120), "malformed"],
  ["a user password", fixture("encrypted-user.pdf"), "encrypted"],
  ["an owner password, opening without one", fixture("encrypted-owner.pdf"), "encrypted"],
])("%s", async (_name, bytes, expected) => expect(await codeOf(bytes, "pdf")).toMatch(new RegExp(`^(${expected})$`)));

test("bombs end within the limits: 512 MiB of deflate in 1 KB, and forms that draw each other 10^8 times", async () => {
  const inflating = inflatingPdf();
  expect(inflating.length).toBeLessThan(6000);
  expect(await codeOf(inflating, "pdf")).toBe("limit");
  expect(await codeOf(endlessPdf(), "pdf", { timeoutMs: 4000 })).toMatch(/^(limit|timeout)$/);
}, 30_000);

test("scripts, links and actions of a PDF do nothing", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  let connections = 0;
  server.on("connection", () => connections++);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const script = `<</S/JavaScript/JS(app.launchURL\\("${url}"\\))>>`;
  const catalog = `/OpenAction<</S/URI/URI(${url})/Next ${script}>>/AA<</WC ${script}>>/Names<</JavaScript<</Names[(a) ${script}]>>>>`;
  const form = `/AcroForm<</XFA(<xdp:xdp/>)/Fields[<</FT/Btn/T(x)/AA<</E ${script}>>/A<</S/SubmitForm/F(${url})>>>>]>>`;
  expect(await codeOf(pdfOf("0 0 m 9 9 l S", { catalog: catalog + form }), "pdf")).toBe("1 pages");
  server.close();
  expect(connections).toBe(0);
});

test("time out, abort, leaving early and a breaking source each end the process", async () => {
  const slow = pdfOf("0 0 m 500 800 l S ".repeat(20_000), { pages: 30 });
  expect(await codeOf(slow, "pdf", { timeoutMs: 600 })).toBe("timeout");
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error("gone")), 300);
  expect(await codeOf(slow, "pdf", { signal: abort.signal })).toBe("gone");
  const light = pdfOf("0 0 m 9 9 l S", { pages: 30 });
  for await (const page of derive(async () => Readable.from([light]), "pdf")) if (page.page === 1) break;
  const breaking = async () => Readable.from((async function* () { yield slow.subarray(0, 1000); throw new Error("integrity"); })());
  await expect(Array.fromAsync(derive(breaking, "pdf"))).rejects.toThrow("integrity");
  await expect(Array.fromAsync(derive(async () => { throw new Error("missing"); }, "pdf"))).rejects.toThrow("missing");
  expect(converters()).toEqual([]);
}, 60_000);

test("a reader that leaves at any page gives its place back", async () => {
  const bytes = pdfOf("0 0 m 9 9 l S", { pages: 3 });
  for (const leaveAt of [1, 2, 3, 3, 3]) {
    for await (const { page } of derive(async () => Readable.from([bytes]), "pdf")) {
      if (page < leaveAt) continue;
      await wait(100);
      break;
    }
  }
  expect(converters()).toEqual([]);
});

test("two at a time, the others wait; those beyond the queue are told so", async () => {
  const png = await plainPng();
  let peak = 0;
  const count = setInterval(() => (peak = Math.max(peak, converters().length)), 30);
  const outcomes = await Promise.all(Array.from({ length: 25 }, () => codeOf(png, "png")));
  clearInterval(count);
  expect(outcomes.filter((outcome) => outcome === "1 pages").length).toBe(22);
  expect(outcomes.filter((outcome) => outcome === "busy").length).toBe(3);
  expect(peak).toBeGreaterThan(0);
  expect(peak).toBeLessThanOrEqual(2);
}, 30_000);
