import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startSwift } from "@/.commands/swift.mjs";
import { db } from "../db";
import { env } from "../env";
import { removeBlobs } from "../jobs/remove-blobs";
import { healthNow } from "../reads/health";
import { newBucket, type S3Server } from "../vault/fixtures/drivers";
import { asDraft, blobIds, get, photo, post } from "./fixtures/requests";
import { servePage } from "./serve";

vi.setConfig({ testTimeout: 90_000 });
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined), set: (name: string, value: string) => void jar.set(name, value) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

let server: S3Server;
beforeAll(async () => {
  server = await startSwift();
  const { bucket, region, endpoint = "" } = await newBucket(server);
  process.env.STORAGE_URL = `s3://${bucket}/files?${new URLSearchParams({ region, endpoint }).toString()}`;
  process.env.S3_ACCESS_KEY_ID = server.accessKeyId;
  process.env.S3_SECRET_ACCESS_KEY = server.secretAccessKey;
}, 60_000);
afterAll(async () => server.end());

test("with STORAGE_URL=s3: a proof is taken in, shown and removed; refused, nothing of it is left; health asks the server", async () => {
  expect(env().storage).toMatchObject({ kind: "s3", prefix: "files" });
  await asDraft(jar);
  const answer = await post("for=draft&purpose=identity&locale=fr", [await photo()]);
  expect(answer.status).toBe(201);
  const { files } = (await answer.json()) as { files: { id: string }[] };
  const id = files[0]?.id ?? "";
  const { blobs } = await db().file.findUniqueOrThrow({ where: { id } });
  expect(await blobIds()).toEqual(blobs);
  const page = await servePage(get(`/api/files/${id}/1`), id, "1");
  expect([page.status, Buffer.from(await page.arrayBuffer()).subarray(0, 3).toString("hex")]).toEqual([200, "ffd8ff"]);
  const broken = await post("for=draft&purpose=identity&locale=fr", [await photo(), { bytes: Buffer.from("PK"), name: "x.zip", type: "application/zip" }]);
  expect(broken.status).toBe(415);
  expect(await blobIds()).toEqual(blobs);
  await removeBlobs({ blobs }, { jobId: "1", attempt: 1, isLastAttempt: false });
  expect(await blobIds()).toEqual([]);
  await vi.waitFor(async () => expect((await healthNow()).storage).toBe("ok"), 20_000);
  server.child.kill("SIGSTOP");
  expect((await healthNow()).storage).toBe("failing");
  server.child.kill("SIGCONT");
});
