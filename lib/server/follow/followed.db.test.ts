import { describe, expect, test, vi } from "vitest";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { addNote } from "@/lib/request/handle/add-note";
import { askQuestion } from "@/lib/request/handle/ask-question";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { takeCase } from "@/lib/request/handle/take-case";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { sendReply } from "@/lib/request/reply/send-reply";
import { db } from "../db";
import { newCase, newFile, newStaff, requesterOf } from "../fixtures/cases";
import { perform } from "../perform";
import { followed, spaceOf } from "../reads/follow";
import { loadCase } from "../store";
import { openSession } from "./requester-session";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
}));

describe("what a person sees of their request", () => {
  test("AC4: nothing of what is internal, at any point of the way", async () => {
    const reference = await newCase();
    const dpo = await newStaff("dpo");
    const { key, request } = (await loadCase(reference))!;
    const claimId = request.claims[0]!.id;
    await db().staff.update({ where: { id: dpo.id }, data: { name: "CANARY-STAFF" } });
    const look = async () => {
      const view = await followed(requesterOf(reference));
      const text = JSON.stringify(view);
      for (const secret of ["CANARY-7f3a", "CANARY-STAFF", dpo.id, "wrappedKey", "assignee", "version"]) expect(text).not.toContain(secret);
      return view!;
    };
    expect(await look()).toMatchObject({ standing: "received", stage: "check" });
    await perform(dpo, takeCase, {}, { reference });
    await perform(dpo, addNote, { body: "CANARY-7f3a" }, { reference });
    expect(await look()).toMatchObject({ standing: "handling" });
    await perform(dpo, askIdentity, { grounds: ["sensitive-answer"], kinds: ["passport"] }, { reference });
    expect(await look()).toMatchObject({ standing: "identity-asked", identityAsked: { kinds: ["passport"] } });
    await perform(dpo, acceptIdentity, { method: "known-facts", kinds: [] }, { reference });
    await perform(dpo, askQuestion, { body: "Which shop?" }, { reference });
    expect(await look()).toMatchObject({ standing: "question", written: "fr", messages: [{ from: "controller", body: "Which shop?" }] });
    const attached = await newFile({ reference, key: key! }, "reply", dpo.id);
    await perform(dpo, decideClaim, { claimId, outcome: "fulfilled", grounds: [], explanation: "CANARY-7f3a" }, { reference });
    await perform(dpo, draftReply, { body: "CANARY-7f3a draft" }, { reference });
    expect(await look()).toMatchObject({ replies: [], claims: [{ outcome: null }], waiting: [] });
    await perform(dpo, draftReply, { body: "Here it is." }, { reference });
    await perform(dpo, sendReply, { fileIds: [attached] }, { reference });
    expect(await look()).toMatchObject({ standing: "answered", replies: [{ body: "Here it is.", files: [{ name: "CANARY-FILE.jpg" }] }], claims: [{ outcome: "fulfilled" }] });
  });

  test("AC3: without a session the way to a code, with another's not found, whether the reference exists or not", async () => {
    const [own, other] = [await newCase(), await newCase()];
    jar.clear();
    await expect(spaceOf("fr", other)).rejects.toThrow(`to /fr/follow?reference=${other}&ended=1`);
    await expect(spaceOf("fr", "../../office")).rejects.toThrow("not found");
    jar.set("__Host-follow", await db().$transaction((tx) => openSession(tx, own, new Date(Date.now()))));
    expect(await spaceOf("fr", own)).toMatchObject({ reference: own });
    await expect(spaceOf("fr", other)).rejects.toThrow("not found");
  });

  test("a session ends after thirty idle minutes and after two hours", async () => {
    const own = await newCase();
    const open = async (createdMinutes: number, seenMinutes: number) => {
      const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
      jar.set("__Host-follow", await db().$transaction((tx) => openSession(tx, own, ago(createdMinutes))));
      await db().followSession.updateMany({ where: { reference: own }, data: { lastSeenAt: ago(seenMinutes) } });
      return spaceOf("en", own).then(() => "open", () => "closed");
    };
    expect([await open(29, 29), await open(31, 31), await open(119, 1), await open(121, 1)]).toEqual(["open", "closed", "open", "closed"]);
  });
});
