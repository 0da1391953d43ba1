import type { Dispatch } from "react";
import { moves, type Nudge, resizes, type Size } from "./mask-boxes";
import type { Box, Step } from "./mask-steps";
import type { MaskWords } from "./mask-words";

type Props = { box: Box; number: number; size: Size; dispatch: Dispatch<Step>; words: MaskWords };

const signs: Record<Nudge, string> = { left: "←", right: "→", up: "↑", down: "↓", narrower: "→←", wider: "←→", shorter: "↓↑", taller: "↑↓" };

/** The selected box, one press at a time: for those who cannot drag, or have no keys. WCAG 2.2, 2.5.7. */
export function MaskPad({ box, number, size, dispatch, words }: Props) {
  const key = (nudge: Nudge) => (
    <button key={nudge} type="button" className="mask-key" aria-label={words.keys[nudge]} title={words.keys[nudge]} onClick={() => dispatch({ do: "nudge", id: box.id, nudge, size })}>
      {signs[nudge]}
    </button>
  );
  return (
    <div className="mask-pad" role="group" aria-label={words.selected(number)}>
      <div className="mask-pad-head">
        <strong>{words.selected(number)}</strong>
        <button type="button" className="button-link" onClick={() => dispatch({ do: "remove", id: box.id })}>{words.remove(number)}</button>
      </div>
      <div role="group" aria-label={words.move} className="mask-keys"><span>{words.move}</span>{(Object.keys(moves) as Nudge[]).map(key)}</div>
      <div role="group" aria-label={words.resize} className="mask-keys"><span>{words.resize}</span>{(Object.keys(resizes) as Nudge[]).map(key)}</div>
    </div>
  );
}
