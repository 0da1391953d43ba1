"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";

type Props = { /** Address that takes the file back. */ action: string; label?: string; /** Said where it did not work. */ failed: string; children: ReactNode };

/** Takes back a file not yet sent: a plain form that works alone. With JavaScript the page stays where it is, with what is typed elsewhere on it. */
export function TakeBack({ action, label, failed, children }: Props) {
  const router = useRouter();
  const [isFailed, setFailed] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.closest("section, .stack-tight")?.querySelector<HTMLElement>("input[type=file]");
    // Not there any more is as good: another tab took it back.
    const isGone = await fetch(action, { method: "POST", headers: { Accept: "application/json" } }).then(({ ok, status }) => ok || status === 404, () => false);
    setFailed(!isGone);
    if (!isGone) return;
    field?.focus(); // The button goes with its file.
    router.refresh();
  };
  return (
    <form method="post" action={action} onSubmit={submit}>
      <button type="submit" className="button-link" aria-label={label}>{children}</button>
      {isFailed && <p role="alert" className="field-error">{failed}</p>}
    </form>
  );
}
