import "server-only";
import { generateAuthenticationOptions, generateRegistrationOptions, type RegistrationResponseJSON, type AuthenticationResponseJSON, verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { env } from "../env";
import { log } from "../log";
import { hashToken } from "../tokens";

/* Passkeys beside the app. Source: Web Authentication Level 3, https://www.w3.org/TR/webauthn-3/ */
const lifetimeMs = 5 * 60_000;
type Purpose = "add" | "give";

const text = z.string().max(8_000);
const common = { id: text, rawId: text, type: z.literal("public-key"), authenticatorAttachment: z.string().max(50).nullish(), clientExtensionResults: z.record(z.string(), z.unknown()).optional() };
const assertion = z.object({ ...common, response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.nullish() }) });
const attestation = z.object({ ...common, response: z.object({ clientDataJSON: text, attestationObject: text }) });

/** EdDSA, ES256, RS256: what keys of today speak. */
const algorithms = [-8, -7, -257];
const site = () => ({ rpID: new URL(env().publicUrl).hostname, origin: env().publicUrl });

/** What the browser is asked to make a new passkey with. */
export async function optionsToAdd(staff: { id: string; email: string }) {
  const owned = await db().passkey.findMany({ where: { staffId: staff.id }, select: { credentialId: true } });
  const options = await generateRegistrationOptions({
    rpName: "Rightsdesk", rpID: site().rpID, userName: staff.email, userID: new Uint8Array(Buffer.from(staff.id)), attestationType: "none",
    excludeCredentials: owned.map(({ credentialId }) => ({ id: credentialId })), authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" }, supportedAlgorithmIDs: algorithms,
  });
  await keep(staff.id, "add", options.challenge);
  return options;
}

/** What one's passkeys are asked to sign; null for who has none. */
export async function optionsToGive(staffId: string) {
  const owned = await db().passkey.findMany({ where: { staffId }, select: { credentialId: true } });
  if (owned.length === 0) return null;
  const options = await generateAuthenticationOptions({ rpID: site().rpID, allowCredentials: owned.map(({ credentialId }) => ({ id: credentialId })), userVerification: "preferred" });
  await keep(staffId, "give", options.challenge);
  return options;
}

/** Keeps the new passkey that a browser made for what it was asked. False: not for us, not now, or not of the asked kind. */
export async function addPasskey(tx: Tx, staffId: string, given: string, at: Date): Promise<boolean> {
  const response = parse(attestation, given);
  if (!response) return false;
  const { rpID, origin } = site();
  const verified = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON, expectedChallenge: (challenge) => take(tx, staffId, "add", challenge, at), expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: false, supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!verified?.verified) return false;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const { count } = await tx.passkey.createMany({ data: [{ credentialId: id, staffId, publicKey: Buffer.from(publicKey).toString("base64url"), counter: BigInt(counter), createdAt: at }], skipDuplicates: true });
  return count === 1;
}

export type Spent = "right" | "wrong" | "counter-fell";

/** Is this what one of their passkeys signed for us, just now, for the first time? A counter that falls speaks of a copied key. security.md AU3. */
export async function spendPasskey(tx: Tx, staffId: string, given: string, at: Date): Promise<Spent> {
  const response = parse(assertion, given);
  const passkey = response ? await tx.passkey.findUnique({ where: { credentialId: response.id } }) : null;
  if (!response || passkey?.staffId !== staffId) return "wrong";
  const { rpID, origin } = site();
  let fell = false;
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON, expectedChallenge: (challenge) => take(tx, staffId, "give", challenge, at), expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: false,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")), counter: Number(passkey.counter) },
  }).catch((error: unknown) => {
    fell = error instanceof Error && /counter value/i.test(error.message);
  });
  if (fell) log.error({ code: "passkey_counter_fell", staffId });
  if (!verified?.verified) return fell ? "counter-fell" : "wrong";
  await tx.passkey.update({ where: { credentialId: passkey.credentialId }, data: { counter: BigInt(verified.authenticationInfo.newCounter) } });
  return "right";
}

async function keep(staffId: string, purpose: Purpose, challenge: string): Promise<void> {
  await db().passkeyChallenge.create({ data: { hash: hashToken(challenge), staffId, purpose, createdAt: now() } });
}

/** Was this asked of them, for this, within five minutes, and not yet answered? Asking ends it. */
async function take(tx: Tx, staffId: string, purpose: Purpose, challenge: string, at: Date): Promise<boolean> {
  const { count } = await tx.passkeyChallenge.deleteMany({ where: { hash: hashToken(challenge), staffId, purpose, createdAt: { gt: new Date(at.getTime() - lifetimeMs) } } });
  return count === 1;
}

function parse<T>(schema: z.ZodType<T>, given: string): T | null {
  try {
    return given.length > 8_000 ? null : (schema.safeParse(JSON.parse(given)).data ?? null);
  } catch {
    return null;
  }
}
