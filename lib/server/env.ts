/**
 * The environment, read and checked once. Secrets that are not given are drawn
 * once into DATA_DIR and shared by every process of this machine.
 */
import "server-only";
import type { z } from "zod";
import { envSchema } from "./env-fields";
import { readOrCreateSecret } from "./secret-file";

/** What can be told without touching the disk: each variable under its own name, defaults filled in. */
export type ParsedEnv = ReturnType<typeof fillIn>;

export type Env = Omit<ParsedEnv, "VAULT_KEY" | "NEXTAUTH_SECRET" | "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY" | "DATABASE_URL"> & {
  /** 32 bytes: wraps the keys of cases and files. */
  VAULT_KEY: Buffer;
  NEXTAUTH_SECRET: string;
  /** Base64 of 32 bytes; the same at build time and at run time, or open forms break. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string;
  /** Throws when it is unset: the start command sets it for its children when the database is the embedded one. */
  readonly DATABASE_URL: string;
  isDatabaseEmbedded: boolean;
  /** Variables whose secret was drawn in this very call, to warn about once: a lost key is lost data. */
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
  if (!result.success || errors.length > 0) return { errors };
  return { env: fillIn(result.data) };
}

function fillIn(raw: z.output<typeof envSchema>) {
  const origin = raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`;
  const storageUrl = raw.STORAGE_URL ?? `file:${raw.DATA_DIR}/vault`;
  return {
    ...raw,
    /** Origin only, no slash at the end. */
    PUBLIC_URL: origin,
    STORAGE_URL: storageUrl,
    MAIL_FROM: raw.MAIL_FROM ?? `${raw.CONTROLLER_NAME} <no-reply@${new URL(origin).hostname.replaceAll(/[[\]]/g, "")}>`,
    /** The folder in STORAGE_URL. */
    storageDir: storageUrl.slice("file:".length),
  };
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
  const { DATA_DIR, DATABASE_URL } = parsed.env;
  const generated: string[] = [];
  const secret = (variable: "VAULT_KEY" | "NEXTAUTH_SECRET" | "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", file: string) => {
    const given = parsed.env[variable];
    if (given !== undefined) return given;
    const { value, isNew } = readOrCreateSecret(DATA_DIR, file);
    if ("errors" in parseEnv({ [variable]: value })) throw new EnvError(`${DATA_DIR}/${file} is damaged: restore it from a backup`);
    if (isNew) generated.push(variable);
    return value;
  };
  return {
    ...parsed.env,
    VAULT_KEY: Buffer.from(secret("VAULT_KEY", "vault-key"), "base64"),
    NEXTAUTH_SECRET: secret("NEXTAUTH_SECRET", "nextauth-secret"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "actions-key"),
    get DATABASE_URL() {
      if (DATABASE_URL === undefined) throw new EnvError("DATABASE_URL is not set, and this process was not started by npm start");
      return DATABASE_URL;
    },
    isDatabaseEmbedded: DATABASE_URL === undefined,
    generated,
  };
}
