"use client";

type Words = { title: string; text: string; again: string; code: (id: string) => string };

/** What a person sees when something failed on our side: no blame, what to do, and a code to quote. */
export function Fault({ id, retry, words }: { id: string | undefined; retry: () => void; words: Words }) {
  return (
    <div className="prose">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {id && <p>{words.code(id)}</p>}
      <p><button type="button" className="button button-primary" onClick={retry}>{words.again}</button></p>
    </div>
  );
}
