"use client";
import { createContext, type FormEvent, type ReactNode, use, useEffect, useEffectEvent, useState } from "react";

const Waiting = createContext<Set<() => void> | null>(null);

/**
 * Around a page with uploads and the form that goes on from them. While an upload holds a file that is not added yet, the form
 * is held and that upload says so: nobody leaves a document behind without knowing.
 */
export function UploadsFirst({ className, children }: { className: string; children: ReactNode }) {
  const [waiting] = useState(() => new Set<() => void>());
  const hold = (event: FormEvent<HTMLElement>) => {
    const [tell] = waiting;
    if (!tell || !(event.target as Element).matches(".form")) return;
    event.preventDefault();
    tell();
  };
  return <Waiting value={waiting}><div className={className} onSubmitCapture={hold}>{children}</div></Waiting>;
}

/** Called by an upload: it has the forms of its page wait, and `tell` is what it does when one of them is sent meanwhile. */
export function useWaiting(isWaiting: boolean, tell: () => void): void {
  const waiting = use(Waiting);
  const told = useEffectEvent(tell);
  useEffect(() => {
    if (!waiting || !isWaiting) return;
    const each = () => told();
    waiting.add(each);
    return () => void waiting.delete(each);
  }, [waiting, isWaiting]);
}
