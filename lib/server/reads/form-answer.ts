import "server-only";
import { headers } from "next/headers";

/** Is this page the answer to a form sent without JavaScript? Then it must show what was typed, even to whom it would now send away. */
export async function isFormAnswer(): Promise<boolean> {
  return ((await headers()).get("content-type") ?? "").startsWith("multipart/form-data");
}
