import "server-only";
import { open, seal, unwrapKey, wrapKey } from "./vault/keys";

/** The name a file came with, sealed under the key of its draft or request: names say much. */
export function sealFileName(ownerKey: Buffer, fileId: string, name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(ownerKey, name, `file-name:${fileId}`));
}

/** The name a file came with. @throws IntegrityError when the row was tampered with. */
export function fileName(ownerKey: Buffer, file: { id: string; name: Uint8Array }): string {
  return open(ownerKey, Buffer.from(file.name), `file-name:${file.id}`).toString("utf8");
}

/** A file's own key, wrapped by the key of its draft or request. */
export function wrapFileKey(ownerKey: Buffer, fileId: string, key: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(wrapKey(ownerKey, key, `file:${fileId}`));
}

/** The file's own key. @throws IntegrityError when the row was tampered with. */
export function fileKey(ownerKey: Buffer, file: { id: string; wrappedKey: Uint8Array }): Buffer {
  return unwrapKey(ownerKey, Buffer.from(file.wrappedKey), `file:${file.id}`);
}
