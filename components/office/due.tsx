import type { DueWords } from "./due-words";

/** How long is left, and the day, in a sentence. */
export function Due({ tone, said, on, suspended }: DueWords) {
  return (
    <span className={`due due-${tone}`}>
      <span className="due-words">{said}</span>
      {tone === "closed" ? " " : ", "}
      <time dateTime={on.date}>{on.day}</time>
      {suspended && <span className="tag">{suspended}</span>}
    </span>
  );
}
