import { useEffect, useRef } from "react";
import type { MaskWords } from "./mask-words";
import { Picture } from "./picked-files";

type Props = { file: File; boxes: number; words: MaskWords; onBack: () => void };

/** The very file that will leave, before it does. */
export function MaskReview({ file, boxes, words, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="mask-review">
      <h3 ref={heading} tabIndex={-1}>{words.reviewTitle}</h3>
      <p>{words.reviewLead(boxes)} {words.reviewData}</p>
      <Picture file={file} alt={words.reviewPicture(file.name)} />
      <p><button type="button" className="button-link" onClick={onBack}>{words.back}</button></p>
    </div>
  );
}
