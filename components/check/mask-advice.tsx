import type { ProofPurpose } from "@/lib/request/event";
import type { MaskWords } from "./mask-words";

/** What need not be seen on this kind of document, and what must. */
export function MaskAdvice({ purpose, words }: { purpose: ProofPurpose; words: MaskWords }) {
  return (
    <div className="mask-advice">
      <h3>{words.title}</h3>
      <p>{words.lead}</p>
      <p className="mask-advice-title">{words.coverTitle}</p>
      <ul>{words.cover[purpose].map((each) => <li key={each}>{each}</li>)}</ul>
      <p>{words.leave[purpose]}</p>
    </div>
  );
}
