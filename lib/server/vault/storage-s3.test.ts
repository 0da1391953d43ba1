import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newBucket, type S3Server } from "./fixtures/drivers";
import { type Fault, startFaultyProxy } from "./fixtures/faulty-proxy";
import { startSwift } from "@/.commands/swift.mjs";
import type { S3Place } from "./s3-client";
import { StorageFullError } from "./storage";
import { s3Storage } from "./storage-s3";

/** What is so on S3 alone; the rest is in storage.test.ts, for every driver. */
vi.setConfig({ testTimeout: 90_000 });
const megabyte = 1024 * 1024;
const of = (size: number) => Readable.from([randomBytes(size)]);
let server: S3Server;
beforeAll(async () => void (server = await startSwift()), 60_000);
afterAll(async () => server.end());

const keys = async (place: S3Place) => {
  const client = new S3Client({ ...server, credentials: server, forcePathStyle: true });
  return ((await client.send(new ListObjectsV2Command({ Bucket: place.bucket }))).Contents ?? []).map(({ Key }) => Key);
};

/** The same place behind a network that plays `faultOf`. */
async function behind(place: S3Place, faultOf: (asked: { method: string; url: string }) => Fault) {
  const proxy = await startFaultyProxy(place.endpoint ?? "", faultOf);
  return { storage: s3Storage({ ...place, endpoint: proxy.endpoint }), proxy };
}

test("objects lie under the prefix, and nothing else of the bucket is ours", async () => {
  const place = await newBucket(server);
  const [here, beside, top] = ["a/b", "a/bc", ""].map((prefix) => s3Storage({ ...place, prefix }));
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
  await here!.write(ids[0], of(1));
  await beside!.write(ids[1], of(1));
  await top!.write(ids[2], of(1));
  const client = new S3Client({ ...server, credentials: server, forcePathStyle: true });
  await client.send(new PutObjectCommand({ Bucket: place.bucket, Key: "a/b/notes.txt", Body: "x" }));
  expect((await keys(place)).sort()).toEqual([`a/b/${ids[0]}`, "a/b/notes.txt", `a/bc/${ids[1]}`, ids[2]].sort());
  for (const [nth, storage] of [here, beside, top].entries()) expect((await Array.fromAsync(storage!.list())).map(({ id }) => id)).toEqual([ids[nth]]);
});

test.each([1, 7 * megabyte])("an answer lost on its way back is no failure (%i bytes)", async (size) => {
  const place = await newBucket(server);
  let lost = -1;
  const isLast = ({ method, url }: { method: string; url: string }) => (size === 1 ? method === "PUT" : method === "POST" && url.includes("uploadId="));
  const { storage, proxy } = await behind(place, (asked) => (lost >= 0 && isLast(asked) && lost++ < 3 ? "answer-lost" : "none"));
  await storage.check();
  lost = 0;
  const id = randomUUID();
  const bytes = randomBytes(size);
  expect(await storage.write(id, Readable.from([bytes]))).toEqual({ bytes: size });
  expect(lost).toBeGreaterThan(0);
  expect((await buffer(await s3Storage(place).read(id))).equals(bytes)).toBe(true);
  await proxy.end();
});

test("a server that knows conditional writes refuses in the very request (412): told as already there, nothing of the other removed", async () => {
  const place = await newBucket(server);
  const id = randomUUID();
  const { storage, proxy } = await behind(place, ({ method }) => (method === "PUT" ? 412 : "none"));
  await expect(storage.write(id, of(1))).rejects.toThrow("already there");
  await s3Storage(place).write(id, Readable.from([Buffer.from("theirs")]));
  await expect(storage.write(id, of(1))).rejects.toThrow("already there");
  expect((await buffer(await s3Storage(place).read(id))).toString()).toBe("theirs");
  await proxy.end();
});

test("a server that knows none (501) is asked for one once, not with every file", async () => {
  const place = await newBucket(server);
  const { storage, proxy } = await behind(place, () => "none");
  for (let made = 0; made < 3; made += 1) await storage.write(randomUUID(), of(1));
  expect(proxy.seen.filter((line) => line.startsWith("PUT"))).toHaveLength(4);
  await proxy.end();
});

test.each([507, 413])("%i is a full storage; nothing is left of the unfinished write", async (status) => {
  const place = await newBucket(server);
  let parts = 0;
  const { storage, proxy } = await behind(place, ({ method, url }) => (method === "PUT" && (url.includes("partNumber=2") || !url.includes("partNumber")) && (parts += 1) ? status : "none"));
  await expect(storage.write(randomUUID(), of(1))).rejects.toBeInstanceOf(StorageFullError);
  await expect(storage.write(randomUUID(), of(11 * megabyte))).rejects.toBeInstanceOf(StorageFullError);
  expect(parts).toBeGreaterThan(1);
  expect(await Array.fromAsync(s3Storage(place).list())).toEqual([]);
  await proxy.end();
});

test("a quota on the bucket is a full storage", async () => {
  const place = await newBucket(server);
  const { accessKeyId, secretAccessKey, endpoint } = server;
  const signedIn = await fetch(`${endpoint}/auth/v1.0`, { headers: { "X-Auth-User": accessKeyId, "X-Auth-Key": secretAccessKey } });
  const token = signedIn.headers.get("x-auth-token") ?? "";
  const account = signedIn.headers.get("x-storage-url") ?? "";
  const told = await fetch(`${account}/${place.bucket}`, { method: "POST", headers: { "X-Auth-Token": token, "X-Container-Meta-Quota-Bytes": "1000" } });
  expect(told.status).toBe(204);
  const storage = s3Storage(place);
  await storage.write(randomUUID(), of(900));
  await expect(storage.write(randomUUID(), of(2_000))).rejects.toBeInstanceOf(StorageFullError);
  expect(await Array.fromAsync(storage.list())).toHaveLength(1);
});

test("a moment's failure is tried again", async () => {
  const place = await newBucket(server);
  let failed = 0;
  const { storage, proxy } = await behind(place, () => (failed++ % 3 < 1 ? 503 : "none"));
  const id = randomUUID();
  await storage.write(id, of(1));
  expect(await buffer(await storage.read(id))).toHaveLength(1);
  await proxy.end();
});

test("a wrong key, a bucket that is not there: check says which, and never the key", async () => {
  const place = await newBucket(server);
  const secret = "0123456789abcdef-canary";
  const wrong = (await s3Storage({ ...place, secretAccessKey: secret }).check().catch((error: unknown) => error)) as Error;
  // An answer to HEAD has a status only: this server has no name for it.
  expect([wrong.name, JSON.stringify(wrong) + wrong.message + wrong.stack]).toEqual([expect.stringMatching(/Forbidden|403|SignatureDoesNotMatch|AccessDenied|Unknown/), expect.not.stringContaining("canary")]);
  await expect(s3Storage({ ...place, bucket: "not-there" }).check()).rejects.toMatchObject({ name: "NoSuchBucket" });
});

test("a server that says nothing fails in time; one that is gone fails at once", async () => {
  const place = await newBucket(server);
  const storage = s3Storage(place, 500);
  await storage.check();
  server.child.kill("SIGSTOP");
  try {
    const startedAt = performance.now();
    await expect(storage.write(randomUUID(), of(1))).rejects.toThrow();
    expect(performance.now() - startedAt).toBeLessThan(15_000);
  } finally {
    server.child.kill("SIGCONT");
  }
  await storage.check();
  await expect(s3Storage({ ...place, endpoint: "http://127.0.0.1:9" }).check()).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
