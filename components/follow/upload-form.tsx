"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FieldError, Hint } from "@/components/ui/field-parts";

type Words = { hint: string; submit: string; uploading: string; added: string; aborted: string; failed: string };
type Props = {
  /** Address of the upload, with its purpose. */
  action: string;
  id: string;
  label: string;
  /** What went wrong when the plain form was sent. */
  problem: string | null;
  words: Words;
};

type State = { is: "ready" | "sending" | "added" } | { is: "wrong"; message: string };

/**
 * Adds files: a plain form that works alone. With JavaScript it sends them without leaving the page, so that what is typed
 * elsewhere on it stays, and says what is going on.
 */
export function UploadForm({ action, id, label, problem, words }: Props) {
  const router = useRouter();
  const [state, setState] = useState<State>(problem ? { is: "wrong", message: problem } : { is: "ready" });
  const isSending = state.is === "sending";
  const error = state.is === "wrong" ? state.message : undefined;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    setState({ is: "sending" });
    const message = await post(action, new FormData(form), words);
    setState(message ? { is: "wrong", message } : { is: "added" });
    if (message) return document.getElementById(id)?.focus();
    form.reset();
    router.refresh();
  }

  return (
    <form className="follow-upload" method="post" action={action} encType="multipart/form-data" onSubmit={send}>
      <div className={error ? "field field-wrong" : "field"}>
        <label htmlFor={id}>{label}</label>
        <Hint id={id}>{words.hint}</Hint>
        <div role="alert"><FieldError id={id}>{error}</FieldError></div>
        <input
          id={id}
          className="input-file"
          type="file"
          name="file"
          multiple
          accept="image/jpeg,image/png,application/pdf"
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <div className="button-row">
        <button type="submit" className="button button-secondary" aria-disabled={isSending || undefined} data-pending={isSending || undefined}>{words.submit}</button>
        <span role="status">{isSending ? words.uploading : state.is === "added" ? words.added : ""}</span>
      </div>
    </form>
  );
}

/** Null when the files are in, else why not, in words. */
async function post(action: string, body: FormData, words: Words): Promise<string | null> {
  try {
    const answer = await fetch(action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.ok) return null;
    const told = (await answer.json().catch(() => null)) as { message?: unknown } | null;
    return typeof told?.message === "string" ? told.message : words.failed;
  } catch {
    return words.aborted;
  }
}
