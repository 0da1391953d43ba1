"use client";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { FieldError } from "@/components/ui/field-parts";

type Words = { choose: string; formats: string; send: string; sending: string; failed: string; isAdded: string; isReady: string; preview: string };
type Props = { url: string; purpose: string; error: string | undefined; words: Words };
type Picked = { name: string; picture: string | null };

/**
 * A native file field in a form of its own, which works alone. With JavaScript the chosen picture is shown before it is
 * sent, progress while it is, and the page stays where it is afterwards.
 */
export function UploadForm({ url, purpose, error, words }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState(error);
  const [told, setTold] = useState(error);
  // What the server says of this field changes as files are added; the form itself stays, and the focus with it.
  if (told !== error) {
    setTold(error);
    setProblem(error);
  }
  const [isAdded, setAdded] = useState(false);
  const picture = picked?.picture;
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture]);

  const pick = ({ target: { files } }: ChangeEvent<HTMLInputElement>) => {
    const file = files?.[0];
    setProblem(undefined);
    setAdded(false);
    setPicked(file ? { name: file.name, picture: file.type.startsWith("image/") ? URL.createObjectURL(file) : null } : null);
  };
  const fail = (message: string) => {
    setPercent(null);
    setProblem(message);
    form.current?.querySelector("input")?.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (percent !== null) return;
    setPercent(0);
    send(url, new FormData(event.currentTarget), setPercent)
      .then((refusal) => {
        if (refusal !== null) return fail(refusal || words.failed);
        form.current?.reset();
        setPicked(null);
        setPercent(null);
        setAdded(true);
        router.refresh();
      })
      .catch(() => fail(words.failed));
  };

  const describedBy = [`${purpose}-formats`, problem ? `${purpose}-error` : ""].filter(Boolean).join(" ");
  return (
    <form ref={form} action={url} method="post" encType="multipart/form-data" onSubmit={submit} className={problem ? "field field-wrong upload" : "field upload"}>
      <label htmlFor={purpose}>{words.choose}</label>
      <div className="hint" id={`${purpose}-formats`}>{words.formats}</div>
      <FieldError id={purpose}>{problem}</FieldError>
      <input id={purpose} className="input-file" type="file" name="file" accept="image/jpeg,image/png,application/pdf" required onChange={pick} aria-describedby={describedBy} aria-invalid={problem ? true : undefined} />
      {picked && (
        <div className="upload-picked">
          {picked.picture && <img src={picked.picture} alt={words.preview} />}
          <p>{words.isReady} <strong>{picked.name}</strong></p>
        </div>
      )}
      {percent !== null && <progress max={100} value={percent} aria-label={words.sending} />}
      <p role="status" className="upload-status">{percent !== null ? words.sending : isAdded ? words.isAdded : ""}</p>
      <button type="submit" className={picked ? "button button-primary" : "button button-secondary"} aria-disabled={percent !== null || undefined}>{words.send}</button>
    </form>
  );
}

/** Null when the file was taken in, else why not, in the reader's words ("" when nobody said). */
function send(url: string, body: FormData, onPercent: (percent: number) => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onPercent(Math.round((loaded / total) * 100));
    request.onload = () => resolve(request.status === 201 || request.status === 202 ? null : String((request.response as { message?: unknown } | null)?.message ?? ""));
    request.onerror = reject;
    request.send(body);
  });
}
