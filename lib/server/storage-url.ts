/** STORAGE_URL: `file:/folder`, or `s3://bucket/prefix?region=…&endpoint=…`. Its keys are never part of it. */
import "server-only";
import { resolve } from "node:path";

export type FilePlace = { kind: "file"; dir: string };
export type S3Address = { kind: "s3"; bucket: string; prefix: string; region: string; endpoint: string | undefined };

/** Hosts that are this machine itself: only there may something go unencrypted. */
export const loopbackHosts: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Where files lie, or what is wrong with the address (without quoting it). */
export function storagePlace(value: string): FilePlace | S3Address | { problem: string } {
  if (value.startsWith("s3:")) return s3Address(value);
  if (/^file:.+/.test(value)) return { kind: "file", dir: resolve(value.slice("file:".length).replace(/^\/\/(?=\/)/, "")) };
  return { problem: "must be file:/absolute/folder or s3://bucket/prefix?region=…" };
}

function s3Address(value: string): S3Address | { problem: string } {
  const url = URL.parse(value);
  if (!url || url.port !== "" || url.hash !== "") return { problem: "must look like s3://bucket/prefix?region=…&endpoint=https://…" };
  if (url.username + url.password !== "") return { problem: "must not hold keys: they go into S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY" };
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)) return { problem: "must name a bucket: 3 to 63 small letters, digits, dots and hyphens" };
  const prefix = url.pathname.replace(/^\/|\/$/g, "");
  if (!/^(?:[\w-]+(?:\/[\w-]+)*)?$/.test(prefix) || prefix.length > 200) return { problem: "may have letters, digits, _ and - in the path after the bucket" };
  if ([...url.searchParams.keys()].some((name) => name !== "region" && name !== "endpoint")) return { problem: "knows region and endpoint after the question mark, nothing else" };
  const region = url.searchParams.get("region") ?? "";
  if (!/^[a-z0-9-]{2,40}$/.test(region)) return { problem: "must name a region, such as ?region=eu-west-3 (a server without regions: us-east-1)" };
  const given = url.searchParams.get("endpoint");
  const endpoint = given === null ? undefined : endpointOf(given);
  if (endpoint === null) return { problem: "must have as endpoint an https:// address without a path (http:// is only for this machine itself)" };
  return { kind: "s3", bucket: url.hostname, prefix, region, endpoint };
}

function endpointOf(given: string): string | null {
  const url = URL.parse(given);
  const isOrigin = url !== null && url.pathname === "/" && url.search + url.hash + url.username + url.password === "";
  if (!isOrigin) return null;
  return url.protocol === "https:" || (url.protocol === "http:" && loopbackHosts.includes(url.hostname)) ? url.origin : null;
}
