import { expect, test } from "vitest";
import { HEAD_BYTES, sniff, sniffReply } from "./sniff";

const hex = (text: string) => Buffer.from(text, "hex");
const jpeg = hex("ffd8ffe000104a464946");
const png = hex("89504e470d0a1a0a0000000d494844520000");
const pdf = Buffer.from("%PDF-1.7\n");
const zip = hex("504b030414000000");

test.each([
  [jpeg, "id.jpg", "image/jpeg", "jpeg"],
  [jpeg, "ID.JPEG", "Image/JPEG; charset=x", "jpeg"],
  [png, "a.b.png", "image/png", "png"],
  [pdf, "scan.pdf", "application/pdf", "pdf"],
] as const)("accepts %# %s", (head, name, type, kind) => {
  expect(sniff(head, name, type)).toEqual({ ok: true, kind });
  expect(sniffReply(head, name, type)).toEqual({ ok: true, kind });
});

test("content, extension and declared type must all agree", () => {
  const all = [[jpeg, "jpg", "image/jpeg"], [png, "png", "image/png"], [pdf, "pdf", "application/pdf"]] as const;
  for (const [n, [head]] of all.entries()) {
    for (const [m, [, extension]] of all.entries()) {
      for (const [k, [, , type]] of all.entries()) expect(sniff(head, `x.${extension}`, type).ok).toBe(n === m && m === k);
    }
  }
});

const magics = {
  gif: Buffer.from("GIF89a"), webp: Buffer.from("RIFF\x10\0\0\0WEBPVP8 "), heic: Buffer.from("\0\0\0\x18ftypheic"),
  avif: Buffer.from("\0\0\0\x18ftypavif"), bmp: Buffer.from("BM6\0"), tiff: hex("49492a0008000000"), svg: Buffer.from("<svg onload=alert(1)>"),
  html: Buffer.from("<!doctype html><script>"), docx: zip, exe: Buffer.from("MZ\x90\0"), empty: Buffer.alloc(0), cut: hex("ffd8"),
  pdfLater: Buffer.from("\n%PDF-1.7"), jpegInPdf: Buffer.concat([Buffer.from("GIF89a"), pdf]), pngNoHeader: png.subarray(0, 8),
};

test.each(Object.entries(magics))("%s is none of the three, under any name", (_name, head) => {
  for (const [extension, type] of [["jpg", "image/jpeg"], ["png", "image/png"], ["pdf", "application/pdf"]]) {
    expect(sniff(head, `x.${extension}`, type!)).toEqual({ ok: false, code: "type" });
  }
});

test.each(["jpg", "", ".jpg.", "x.jpg.exe", "x.jpg\0", "x.svg", "x. jpg"])("the name %j is not a JPEG's", (name) => {
  expect(sniff(jpeg, name, "image/jpeg").ok).toBe(false);
});

test.each(["", "application/octet-stream", "image/*", "image/jpegx", "text/html"])("the type %j is not a JPEG's", (type) => {
  expect(sniff(jpeg, "x.jpg", type).ok).toBe(false);
});

test.each([
  ["x.csv", "text/csv", "name;née\r\nZoë;1", "csv"],
  ["x.csv", "application/vnd.ms-excel", Buffer.from("n\xe9e;1", "latin1"), "csv"],
  ["x.json", "application/json", '\n{"a":[1]}', "json"],
  ["x.txt", "text/plain", "", "txt"],
  ["x.txt", "text/plain; charset=utf-8", "\ufeffHello", "txt"],
  ["x.zip", "application/zip", zip, "zip"],
  ["x.txt", "text/plain", `${"é".repeat(HEAD_BYTES)}`, "txt"],
  ["x.json", "application/json", `"a${"é".repeat(HEAD_BYTES)}"`, "json"],
])("a reply may carry %s (%s)", (name, type, content, kind) => {
  expect(sniffReply(Buffer.from(content as string), name, type)).toEqual({ ok: true, kind });
  expect(sniff(Buffer.from(content as string), name, type).ok).toBe(false);
});

test.each([
  ["x.txt", "text/plain", "a\0b"],
  ["x.txt", "text/plain", "<script>alert(1)</script>"],
  ["x.csv", "text/csv", "  <!DOCTYPE html>"],
  ["x.csv", "text/html", "a;b"],
  ["x.json", "application/json", "alert(1)"],
  ["x.json", "application/json", Buffer.from('"\xff"', "latin1")],
  ["x.zip", "application/zip", "Rar!\x1a\x07"],
  ["x.txt", "text/plain", "%PDF-1.7"],
  ["x.html", "text/html", "<p>"],
  ["x.docx", "application/zip", zip],
])("a reply may not carry %s as %s with %j", (name, type, content) => {
  expect(sniffReply(Buffer.from(content as string), name, type)).toEqual({ ok: false, code: "type" });
});
