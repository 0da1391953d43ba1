import "server-only";
import type { S3Client } from "@aws-sdk/client-s3";

/** A bucket, or a folder of one. Without an endpoint it is Amazon's, of that region. */
export type S3Place = { bucket: string; prefix: string; region: string; endpoint?: string | undefined; accessKeyId: string; secretAccessKey: string };

export type Sdk = typeof import("@aws-sdk/client-s3");
/** `isConditional`: as long as the server has not said that it knows no conditional writes. */
export type S3 = { client: S3Client; sdk: Sdk; isConditional: boolean };

/**
 * The client, loaded at its first use: a portal that keeps files on a disk never loads it. Three tries for what may pass;
 * a server that says nothing for half a minute has failed. Of checksums only those every server knows.
 */
export function s3Client({ endpoint, region, accessKeyId, secretAccessKey }: S3Place, silenceMs = 30_000): () => Promise<S3> {
  let known: Promise<S3> | undefined;
  const load = async (): Promise<S3> => {
    const sdk = await import("@aws-sdk/client-s3");
    const client = new sdk.S3Client({
      region,
      // Servers other than Amazon's rarely have a name per bucket.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: 3,
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      requestHandler: { connectionTimeout: 5_000, socketTimeout: silenceMs },
      followRegionRedirects: false,
    });
    return { client, sdk, isConditional: true };
  };
  return () => {
    known ??= load();
    return known;
  };
}

/** The name S3 gives an error, e.g. `NoSuchKey`; a bare status where it gives none (an answer to HEAD has no body). */
export function s3ErrorOf(error: unknown): { name: string; status: number | undefined } {
  const { name = "", $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return { name, status: $metadata?.httpStatusCode };
}

const fullNames = ["QuotaExceeded", "EntityTooLarge", "StorageFull", "InsufficientStorage", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded"];

/** Over quota or no room. "Too large" too: no part of ours is larger than S3 allows, so it is what the bucket may hold that is meant. */
export function isFull(error: unknown): boolean {
  const { name, status } = s3ErrorOf(error);
  return fullNames.includes(name) || status === 507 || status === 413;
}

export function isMissing(error: unknown): boolean {
  const { name, status } = s3ErrorOf(error);
  return name === "NoSuchKey" || name === "NoSuchUpload" || (name === "NotFound" && status === 404);
}
