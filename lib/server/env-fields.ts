/**
 * What each environment variable may hold. A message completes "NAME …" and
 * never repeats the value, which may be a secret.
 */
import "server-only";
import { resolve } from "node:path";
import { z } from "zod";
import { oidcFields } from "./env-oidc";
import { loopbackHosts, storagePlace } from "./storage-url";

/** Calendars of French public holidays: mainland, Alsace-Moselle, and overseas. */
export const holidayCalendars = ["FR", "FR-AM", "FR-GP", "FR-MQ", "FR-GF", "FR-RE", "FR-YT", "FR-MF", "FR-BL"] as const;

/** Words of documentation and habit: a secret that contains one was never drawn at random. */
const exampleWords = /changeme|change-me|change_me|example|password|secret|replace|insert|your[-_ ]|xxxx|dummy|default|azerty|qwerty/i;

function url(protocols: string[], message: string) {
  return z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ""), message);
}

/** True when the text has too few different characters to be random. */
function isMonotonous(text: string): boolean {
  return new Set(text).size < 10;
}

const line = (maximum: number) =>
  z.string().min(1, "must not be empty").max(maximum, `must have at most ${maximum} characters`)
    .refine((value) => !/[\u0000-\u001f\u007f]/.test(value), "must be one line");

const publicUrl = z.string().transform((value, context) => {
  const parsed = URL.parse(value);
  const isOrigin = parsed !== null && parsed.pathname === "/" && parsed.search + parsed.hash + parsed.username + parsed.password === "";
  if (!isOrigin || !["http:", "https:"].includes(parsed.protocol)) {
    context.addIssue("must be a plain address such as https://rights.company.tld, without a path");
    return z.NEVER;
  }
  if (parsed.protocol === "http:" && !loopbackHosts.includes(parsed.hostname)) {
    context.addIssue("must begin with https:// (http:// is only for this machine itself)");
    return z.NEVER;
  }
  return parsed.origin;
});

/** 32 random bytes in base64. */
const key32 = z.string()
  .refine((value) => /^[A-Za-z0-9+/]{43}=$/.test(value), "must be 32 random bytes in base64 (openssl rand -base64 32)")
  .refine((value) => !isMonotonous(value), "must be random, not an example (openssl rand -base64 32)");

const secret = z.string()
  .refine((value) => Buffer.byteLength(value) >= 32, "must have at least 32 bytes (openssl rand -base64 48)")
  .refine((value) => !exampleWords.test(value) && !isMonotonous(value), "must be random, not an example (openssl rand -base64 48)");

/** Is a secret out of a file of ours whole? It was drawn at random: what it spells by chance (one in twenty thousand spells "xxxx") is no fault of it. */
export function isWhole(variable: string, value: string): boolean {
  return variable === "NEXTAUTH_SECRET" ? Buffer.byteLength(value) >= 32 : /^[A-Za-z0-9+/]{43}=$/.test(value);
}

const storage = z.string().transform((value, context) => {
  const place = storagePlace(value);
  if (!("problem" in place)) return place;
  context.addIssue(place.problem);
  return z.NEVER;
});

/** Keys of a storage service: long enough to be drawn, and none of documentation. */
const s3Key = (minimum: number) => line(500).refine((value) => value.length >= minimum, `must have at least ${minimum} characters`)
  .refine((value) => !exampleWords.test(value) && !/minioadmin/i.test(value), "must not be an example");

/** Where clamd listens. It speaks in clear: on this machine, or over a network nobody else is on. */
const clamd = z.string().transform((value, context) => {
  const [, path] = /^unix:(?:\/\/(?=\/))?(\/.+)$/.exec(value) ?? [];
  if (path !== undefined) return { path };
  const parsed = /^tcp:\/\/[^/]+$/.test(value) ? URL.parse(value) : null;
  if (parsed?.hostname && parsed.port && !parsed.username) return { host: parsed.hostname.replaceAll(/[[\]]/g, ""), port: Number(parsed.port) };
  context.addIssue("must be tcp://host:port or unix:/path/of/the/socket");
  return z.NEVER;
});

const timeZone = z.string().refine((zone) => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined && /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}, "must be an IANA time zone such as Europe/Paris");

const email = z.email("must be an e-mail address").max(254);

/** Every variable, by its name. Absent and empty are the same thing. */
export const envSchema = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, "must be a port number").transform(Number).refine((port) => port >= 1 && port <= 65_535, "must be between 1 and 65535").default(3000),
  WEB_PROCESSES: z.string().regex(/^([1-9]|1[0-2])$/, "must be a number of processes, 1 to 12").transform(Number).optional(),
  PUBLIC_URL: publicUrl.optional(),
  DATA_DIR: line(1000).transform((value) => resolve(value)).default(() => resolve("data")),
  TRUSTED_HOPS: z.string().regex(/^[0-5]$/, "must be the number of proxies in front, 0 to 5").transform(Number).default(0),
  DATABASE_URL: url(["postgres:", "postgresql:"], "must begin with postgresql://").optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "must begin with smtp:// or smtps://").optional(),
  SMTP_TLS: z.enum(["required", "if-offered"], "must be required or if-offered").default("required"),
  MAIL_FROM: line(200).refine((value) => /^([^<>@,;]*<[^<>@\s,;"]+@[^<>@\s,;"]+>|[^<>@\s,;"]+@[^<>@\s,;"]+)$/.test(value), "must be an e-mail address, or Name <address>").optional(),
  VAULT_KEY: key32.optional(),
  VAULT_KEY_PREVIOUS: key32.optional(),
  NEXTAUTH_SECRET: secret.optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key32.optional(),
  STORAGE_URL: storage.optional(),
  S3_ACCESS_KEY_ID: s3Key(3).optional(),
  S3_SECRET_ACCESS_KEY: s3Key(16).optional(),
  CLAMD_URL: clamd.optional(),
  CONTROLLER_TIME_ZONE: timeZone.default("Europe/Paris"),
  HOLIDAY_CALENDAR: z.enum(holidayCalendars, `must be one of ${holidayCalendars.join(", ")}`).default("FR"),
  OFFICE_ADMIN_EMAIL: email.optional(),
  OFFICE_ADMIN_PASSWORD: z.string().min(12, "must have at least 12 characters").max(128, "must have at most 128 characters")
    .refine((value) => !/changeme|change-me|change_me/i.test(value), "must not be an example").optional(),
  ...oidcFields,
  CONTROLLER_NAME: line(200).default("OPTIMAREST SAS"),
  CONTROLLER_ADDRESS: line(400).default("Toulouse, France"),
  CONTROLLER_EMAIL: email.default("contact@optimarest.example"),
  DPO_NAME: line(200).optional(),
  DPO_EMAIL: email.default("dpo@optimarest.example"),
});
