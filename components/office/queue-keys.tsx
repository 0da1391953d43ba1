"use client";
import { useEffect, useRef } from "react";
import { isWriting } from "@/components/ui/is-writing";

type Props = { title: string; close: string; keys: readonly { key: string; does: string }[] };

/** The queue by keyboard: j and k walk through its rows, x chooses one, ? shows the keys. A row is opened like every link. Without JavaScript: the tab key. */
export function QueueKeys({ title, close, keys }: Props) {
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const act = actions[event.key];
      if (event.key === "?") help.current?.[help.current.open ? "close" : "showModal"]();
      else if (!act || help.current?.open) return;
      else act();
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <dialog ref={help} className="queue-help" aria-labelledby="queue-keys">
      <h2 id="queue-keys" className="heading heading-2">{title}</h2>
      <dl className="queue-key-list">{keys.map(({ key, does }) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
      <button type="button" className="button button-secondary" onClick={() => help.current?.close()}>{close}</button>
    </dialog>
  );
}

const actions: Record<string, () => void> = { j: () => walk(1), k: () => walk(-1), x: choose };

/** To the next or previous row, from the row one is in, or from the top. */
function walk(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".queue a.reference")];
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  links[at < 0 ? (by === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

function choose(): void {
  document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>(".queue-choose")?.click();
}
