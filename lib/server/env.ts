/**
 * The environment, read and checked once. Secrets that are not given are drawn
 * once into DATA_DIR and shared by every process of this machine.
 */
import "server-only";
import type { z } from "zod";
import { envSchema, isWhole } from "./env-fields";
import { oidcOf, oidcProblems } from "./env-oidc";
import { readOrCreateSecret } from "./secret-file";
import type { FilePlace, S3Address } from "./storage-url";

type Raw = z.output<typeof envSchema>;

/** What can be told without touching the disk. */
export type ParsedEnv = ReturnType<typeof arrange>;

export type Env = Omit<ParsedEnv, "vaultKey" | "vaultKeyPrevious" | "nextauthSecret" | "actionsKey"> & {
  /** The vault key and the one before it, where the environment gives them; else they are files of DATA_DIR (key-ring/material.ts). */
  vaultKeyGiven: Buffer | undefined;
  vaultKeyPrevious: Buffer | undefined;
  nextauthSecret: string;
  /** Base64 of 32 bytes; the same at build time and at run time, or open forms break. */
  actionsKey: string;
  /** Secrets drawn in this very call, to warn about once: a lost key is lost data. */
  generated: string[];
};

/** The environment is not usable; the message has one line per variable. */
export class EnvError extends Error {}

/** Pure: reads a record of variables, or says what is wrong with each. */
export function parseEnv(record: Record<string, string | undefined>): { env: ParsedEnv } | { errors: string[] } {
  const given = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, record[name]?.trim() || undefined]));
  const result = envSchema.safeParse(given);
  const first = new Map<string, string>();
  for (const { path, message } of result.error?.issues ?? []) if (!first.has(String(path[0]))) first.set(String(path[0]), message);
  const errors = [...first].map(([name, message]) => `${name} ${message}`);
  if ((given.OFFICE_ADMIN_EMAIL === undefined) !== (given.OFFICE_ADMIN_PASSWORD === undefined)) {
    errors.push("OFFICE_ADMIN_EMAIL and OFFICE_ADMIN_PASSWORD must be given together, or neither");
  }
  if (given.VAULT_KEY_PREVIOUS !== undefined && (given.VAULT_KEY === undefined || given.VAULT_KEY === given.VAULT_KEY_PREVIOUS)) {
    errors.push("VAULT_KEY_PREVIOUS must go with another VAULT_KEY, the new one");
  }
  if (given.STORAGE_URL?.startsWith("s3:")) {
    for (const name of ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]) if (given[name] === undefined) errors.push(`${name} must be given when STORAGE_URL is s3:`);
  }
  errors.push(...oidcProblems(given));
  if (!result.success || errors.length > 0) return { errors };
  return { env: arrange(result.data) };
}

function arrange(raw: Raw) {
  const publicUrl = raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`;
  return {
    port: raw.PORT,
    /** Processes that serve the web, where somebody says how many. Each of several is told: it shares its limits with the others. */
    webProcesses: raw.WEB_PROCESSES,
    /** Origin only, no slash at the end. */
    publicUrl,
    /** Reverse proxies in front, each of which adds the address it saw. */
    trustedHops: raw.TRUSTED_HOPS,
    dataDir: raw.DATA_DIR,
    databaseUrl: raw.DATABASE_URL,
    smtpUrl: raw.SMTP_URL,
    /** Whether mail may also leave in clear where the server offers no encryption. */
    mayMailInClear: raw.SMTP_TLS === "if-offered",
    mailFrom: raw.MAIL_FROM ?? `${raw.CONTROLLER_NAME} <no-reply@${new URL(publicUrl).hostname.replaceAll(/[[\]]/g, "")}>`,
    vaultKey: raw.VAULT_KEY,
    vaultKeyPrevious: raw.VAULT_KEY_PREVIOUS,
    nextauthSecret: raw.NEXTAUTH_SECRET,
    actionsKey: raw.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    storage: placeOf(raw),
    clamd: raw.CLAMD_URL,
    controllerTimeZone: raw.CONTROLLER_TIME_ZONE,
    holidayCalendar: raw.HOLIDAY_CALENDAR,
    officeAdmin: raw.OFFICE_ADMIN_EMAIL === undefined || raw.OFFICE_ADMIN_PASSWORD === undefined
      ? undefined
      : { email: raw.OFFICE_ADMIN_EMAIL, password: raw.OFFICE_ADMIN_PASSWORD },
    oidc: oidcOf(raw),
    controller: { name: raw.CONTROLLER_NAME, address: raw.CONTROLLER_ADDRESS, email: raw.CONTROLLER_EMAIL, dpoName: raw.DPO_NAME ?? null, dpoEmail: raw.DPO_EMAIL },
  };
}

function placeOf(raw: Raw): FilePlace | (S3Address & { accessKeyId: string; secretAccessKey: string }) {
  const place = raw.STORAGE_URL ?? { kind: "file", dir: `${raw.DATA_DIR}/vault` };
  return place.kind === "file" ? place : { ...place, accessKeyId: raw.S3_ACCESS_KEY_ID ?? "", secretAccessKey: raw.S3_SECRET_ACCESS_KEY ?? "" };
}

let known: Env | undefined;

/** The checked environment; throws {@link EnvError} the first time if it is not usable. */
export function env(): Env {
  known ??= complete(process.env);
  return known;
}

function complete(record: Record<string, string | undefined>): Env {
  const parsed = parseEnv(record);
  if ("errors" in parsed) throw new EnvError(parsed.errors.join("\n"));
  const generated: string[] = [];
  const secretOf = (given: string | undefined, variable: string, file: string) => {
    if (given !== undefined) return given;
    const { value, isNew } = secretIn(parsed.env.dataDir, file);
    if (!isWhole(variable, value)) throw new EnvError(`${parsed.env.dataDir}/${file} is damaged: restore it from a backup`);
    if (isNew) generated.push(variable);
    return value;
  };
  const { vaultKey, vaultKeyPrevious, ...rest } = parsed.env;
  secretOf(vaultKey, "VAULT_KEY", "vault-key");
  return {
    ...rest,
    vaultKeyGiven: vaultKey === undefined ? undefined : Buffer.from(vaultKey, "base64"),
    vaultKeyPrevious: vaultKeyPrevious === undefined ? undefined : Buffer.from(vaultKeyPrevious, "base64"),
    nextauthSecret: secretOf(parsed.env.nextauthSecret, "NEXTAUTH_SECRET", "nextauth-secret"),
    actionsKey: secretOf(parsed.env.actionsKey, "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "actions-key"),
    generated,
  };
}

function secretIn(dataDir: string, file: string): { value: string; isNew: boolean } {
  try {
    return readOrCreateSecret(dataDir, file);
  } catch (error) {
    throw new EnvError(`DATA_DIR cannot be used: ${dataDir}/${file} (${(error as NodeJS.ErrnoException).code ?? "no code"})`);
  }
}

/** The database to use; the start command sets it for its children when it is the embedded one. */
export function databaseUrl(): string {
  // A command that found the embedded server sets it for itself, after the rest was read.
  const url = env().databaseUrl ?? process.env.DATABASE_URL;
  if (url === undefined) throw new EnvError("DATABASE_URL is not set, and this process was not started by npm start");
  return url;
}
