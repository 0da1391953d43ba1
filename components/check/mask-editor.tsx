import { type Dispatch, type KeyboardEvent, useEffect, useRef } from "react";
import type { ProofPurpose } from "@/lib/request/event";
import { MaskAdvice } from "./mask-advice";
import { MaskPad } from "./mask-pad";
import { MaskSheet } from "./mask-sheet";
import { MaskStage } from "./mask-stage";
import { type Covering, numberOf, type Step } from "./mask-steps";
import { type MaskWords, saidOf } from "./mask-words";

type Props = {
  picture: HTMLCanvasElement;
  purpose: ProofPurpose;
  watermark: string;
  isMarked: boolean;
  onMark: (isMarked: boolean) => void;
  state: Covering;
  dispatch: Dispatch<Step>;
  /** Come back to from the review: takes the focus. */
  isBack: boolean;
  words: MaskWords;
  onReview: () => void;
};

/** The picture with its boxes, what may be done with them, and what to cover beside it. */
export function MaskEditor({ picture, purpose, watermark, isMarked, onMark, state, dispatch, isBack, words, onReview }: Props) {
  const { boxes, past, selected } = state;
  const size = { width: picture.width, height: picture.height };
  const editor = useRef<HTMLDivElement>(null);
  useFocus(editor, state, isBack);
  const number = numberOf(state, selected);
  const box = boxes[number - 1];
  const undoByKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    dispatch({ do: "undo" });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a shortcut beside the button that does the same
    <div ref={editor} className="mask" onKeyDown={undoByKey}>
      <MaskAdvice purpose={purpose} words={words} />
      <div className="mask-work">
        <div role="group" aria-label={words.tools} className="mask-tools">
          <button type="button" className="button button-secondary" data-add onClick={() => dispatch({ do: "place", size })}>{words.add}</button>
          <button type="button" className="button-link" aria-disabled={past.length === 0 || undefined} onClick={() => dispatch({ do: "undo" })}>{words.undo}</button>
          <button type="button" className="button-link" aria-disabled={boxes.length === 0 || undefined} onClick={() => dispatch({ do: "clear" })}>{words.clear}</button>
        </div>
        <div className="mask-stage">
          <MaskSheet picture={picture} watermark={isMarked ? watermark : null} />
          <MaskStage size={size} state={state} dispatch={dispatch} words={words} />
        </div>
        {box && <MaskPad box={box} number={number} size={size} dispatch={dispatch} words={words} />}
        <label className="mask-mark">
          <input type="checkbox" checked={isMarked} onChange={({ target }) => onMark(target.checked)} />
          <span>{words.mark}<span className="choice-hint">{words.markHint(watermark)}</span></span>
        </label>
        <Live>{saidOf(state, size, words) ?? words.opened}</Live>
        <button type="button" className="button button-primary" onClick={onReview}>{words.review}</button>
      </div>
    </div>
  );
}

/** A box put there by the button takes the focus, so that keys act on it at once; one that goes gives it to the next, or to the button. */
function useFocus(editor: { current: HTMLElement | null }, { told, selected }: Covering, isBack: boolean): void {
  useEffect(() => {
    const isLost = editor.current !== null && !editor.current.contains(document.activeElement);
    const isDue = told?.what === "removed" || (told?.what === "added" && selected !== null) || (told?.what === "undone" && isLost);
    if (!isDue) return;
    const next = editor.current?.querySelector<SVGElement | HTMLElement>(selected === null ? "[data-add]" : `[data-box="${selected}"]`);
    next?.focus({ preventScroll: told.what === "added" });
  }, [editor, told, selected]);
  useEffect(() => {
    if (isBack) editor.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  }, [editor, isBack]);
}

/** Said once it is there: what a region holds from its beginning is not read out. */
function Live({ children }: { children: string }) {
  const region = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (region.current) region.current.textContent = children;
  }, [children]);
  return <p ref={region} role="status" className="visually-hidden" />;
}
