"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { FieldError, Hint } from "@/components/ui/field-parts";
import { CoverPicture } from "./cover-picture";
import type { Masking } from "./masking-of";
import { PickedFiles } from "./picked-files";
import { useWaiting } from "./uploads-first";
import { type SendingWords, useSending } from "./use-sending";

export type UploadWords = SendingWords & { hint: string; submit: string; sending: string; added: string; ready: string; preview: string; opening: string; impossible: string; pdf: string; notAdded: string; wait: string; none: string };
type Props = {
  /** Address of the upload, with its purpose. */
  action: string;
  id: string;
  label: string;
  /** What went wrong when the plain form was sent. */
  problem: string | undefined;
  /** Where pictures can be covered before they leave; then one file at a time. */
  masking: Masking | null;
  /** What kinds are taken, where not pictures and PDFs. */
  accept?: string;
  words: UploadWords;
};
/** `cover`: a picture being covered is "open" until what will leave in its place is made. */
type Picked = { count: number; files: File[]; cover: "none" | "open" | "impossible" | File };

/**
 * Adds files: a plain form that works alone. With JavaScript a chosen picture is shown and may be covered before it leaves,
 * progress is told while it does, and the page stays where it is, with what is typed elsewhere on it.
 */
export function UploadForm({ action, id, label, problem: given, masking, accept = "image/jpeg,image/png,application/pdf", words }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const { percent, isAdded, problem, say, forget, send } = useSending(given, words);
  const isSending = percent !== null;
  useWaiting(picked !== null || isSending, () => {
    say(isSending ? words.wait : words.notAdded);
    input.current?.focus();
  });

  const pick = () => {
    const files = [...(input.current?.files ?? [])];
    const isOpen = masking !== null && files[0]?.type.startsWith("image/") === true;
    forget();
    setPicked((before) => (files.length > 0 ? { count: (before?.count ?? 0) + 1, files, cover: isOpen ? "open" : "none" } : null));
  };
  const drop = () => {
    if (input.current) input.current.value = "";
    pick();
    input.current?.focus();
  };
  const cover = (cover: Picked["cover"]) => setPicked((picked) => picked && { ...picked, cover });
  const pickAtStart = useRef(pick);
  // A file chosen before this script ran is not passed over.
  useEffect(() => void (input.current?.files?.length && pickAtStart.current()), []);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (isSending || picked?.cover === "open") return;
    const body = new FormData(form);
    if (picked?.cover instanceof File) body.set("file", picked.cover);
    if (!(await send(action, body))) return input.current?.focus();
    form.reset();
    setPicked(null);
  };

  const isCovering = picked?.cover === "open" || picked?.cover instanceof File;
  const isPdf = masking !== null && picked?.files[0]?.type === "application/pdf";
  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={submit} className={problem ? "field field-wrong upload" : "field upload"}>
      <label htmlFor={id}>{label}</label>
      <Hint id={id}>{words.hint}</Hint>
      <FieldError id={id}>{problem}</FieldError>
      <input
        ref={input}
        id={id}
        className="input-file"
        type="file"
        name="file"
        accept={accept}
        multiple={masking === null}
        required
        onChange={pick}
        aria-describedby={problem ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={problem ? true : undefined}
      />
      {picked && isCovering && masking && <CoverPicture key={picked.count} file={picked.files[0] as File} masking={masking} opening={words.opening} onCover={cover} />}
      {picked && !isCovering && <PickedFiles files={picked.files} words={words} advice={picked.cover === "impossible" ? words.impossible : isPdf ? words.pdf : null} />}
      {isSending && <progress max={100} value={percent} aria-label={words.sending} />}
      <p role="status" className="upload-status">{isSending ? words.sending : isAdded ? words.added : ""}</p>
      {picked?.cover !== "open" && (
        <button type="submit" className={picked ? "button button-primary" : "button button-secondary"} aria-disabled={isSending || undefined} data-pending={isSending || undefined}>{words.submit}</button>
      )}
      {picked && !isSending && <button type="button" className="button-link" onClick={drop}>{words.none}</button>}
    </form>
  );
}
