import type { Messages } from "@/lib/i18n/messages";
import type { UploadWords } from "./upload-form";

/** The words of an upload; its hint and its button are those of the page it stands on. */
export function uploadWords({ follow: { upload } }: Messages, { hint, submit }: { hint: string; submit: string }): UploadWords {
  const { uploading, added, ready, preview, opening, impossible, pdf, notAdded, wait, none, error } = upload;
  return { hint, submit, sending: uploading, added, ready, preview, opening, impossible, pdf, notAdded, wait, none, failed: error.failed, aborted: error.aborted };
}
