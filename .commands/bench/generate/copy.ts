/** Rows into a table by COPY, the fastest way PostgreSQL has. */
import { once } from "node:events";
import pg from "pg";
import { from } from "pg-copy-streams";

export type Value = string | number | bigint | boolean | Date | Uint8Array | readonly (string | bigint)[] | object | null;
export type Copying = { write(values: readonly Value[]): Promise<void> | undefined; end(): Promise<void> };

const flushAt = 262_144;

/** `url`: of a superuser; foreign keys are not checked row by row, so whoever writes answers for them. */
export async function copyInto(url: string, table: string, columns: readonly string[]): Promise<Copying> {
  const client = new pg.Client({ connectionString: url });
  // Whoever writes is told by the stream.
  client.on("error", () => {});
  await client.connect();
  await client.query("set session_replication_role = replica; set synchronous_commit = off");
  const stream = client.query(from(`copy "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) from stdin`));
  const failed = once(stream, "error").then(([error]: unknown[]) => Promise.reject(error as Error));
  failed.catch(() => undefined);
  let text = "";
  const flush = () => {
    const isRoomLeft = stream.write(text);
    text = "";
    return isRoomLeft ? undefined : Promise.race([once(stream, "drain").then(() => undefined), failed]);
  };
  return {
    write: (values) => {
      text += `${values.map(textOf).join("\t")}\n`;
      return text.length >= flushAt ? flush() : undefined;
    },
    end: async () => {
      await flush();
      stream.end();
      await Promise.race([once(stream, "finish"), failed]);
      await client.end();
    },
  };
}

function textOf(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString("hex")}`;
  // Numbers and words of closed lists alone stand in arrays.
  return Array.isArray(value) ? `{${value.join(",")}}` : escaped(JSON.stringify(value));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\\t\n\r]/g, (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n" })[sign] ?? "\\r");
}
