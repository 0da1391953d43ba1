import "server-only";
import { storage } from "../storage";
import type { Handler } from "./job";

/** Unlinks blobs whose keys were destroyed with their rows; one already gone is no error. */
export const removeBlobs: Handler<"remove-blobs"> = async ({ blobs }) => {
  for (const blob of blobs) await storage().remove(blob);
};
