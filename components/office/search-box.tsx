"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { isWriting } from "@/components/ui/is-writing";

type Props = {
  action: (form: FormData) => Promise<void>;
  /** What is being searched for, to be changed. */
  typed: string;
  maxLength: number;
  label: string;
  hint: string;
  submit: string;
  children?: ReactNode;
};

/** The one search box: sent to the server, never into the address. The key `/` leads to it, unless one is writing. */
export function SearchBox({ action, typed, maxLength, label, hint, submit, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <form action={action} className="search" role="search" aria-label={label}>
      <label htmlFor="words">{label} <kbd className="search-key" aria-hidden="true">/</kbd></label>
      <p id="words-hint" className="hint">{hint}</p>
      <div className="search-row">
        <input
          ref={input}
          key={typed}
          id="words"
          name="words"
          type="search"
          className="input"
          defaultValue={typed}
          maxLength={maxLength}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="words-hint"
          aria-keyshortcuts="/"
        />
        <button type="submit" className="button button-secondary">{submit}</button>
        {children}
      </div>
    </form>
  );
}
