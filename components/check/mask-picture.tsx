"use client";
import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { mask as en } from "@/lib/i18n/en/mask";
import { mask as fr } from "@/lib/i18n/fr/mask";
import { flatten, openPicture, release } from "./mask-canvas";
import { MaskEditor } from "./mask-editor";
import { MaskReview } from "./mask-review";
import { covering, uncovered } from "./mask-steps";
import type { Masking } from "./masking-of";

/** `onCover`: the picture that may leave; "open" while it is worked on; "impossible" where this browser cannot cover it. */
export type MaskProps = { file: File; masking: Masking; opening: string; onCover: (made: File | "open" | "impossible") => void };

/** Covers a picture by hand in the browser, then shows exactly what will leave. The original goes no further than here. */
export function MaskPicture({ file, masking, opening, onCover }: MaskProps) {
  const words = masking.locale === "en" ? en : fr;
  const [isMarked, setMarked] = useState(true);
  const [made, setMade] = useState<File | null>(null);
  const [isBack, setBack] = useState(false);
  const picture = usePicture(file, () => onCover("impossible"));
  const [state, dispatch] = useReducer(covering, uncovered);
  const watermark = words.watermark(masking.mark);

  if (!picture) return <p role="status">{opening}</p>;
  if (made) {
    const back = () => {
      setMade(null);
      setBack(true);
      onCover("open");
    };
    return <MaskReview file={made} boxes={state.boxes.length} words={words} onBack={back} />;
  }
  const review = () =>
    flatten(picture, state.boxes, isMarked ? watermark : null, file.name).then(
      (flat) => {
        setMade(flat);
        onCover(flat);
      },
      () => onCover("impossible"),
    );
  return (
    <MaskEditor
      picture={picture}
      purpose={masking.purpose}
      watermark={watermark}
      isMarked={isMarked}
      onMark={setMarked}
      state={state}
      dispatch={dispatch}
      isBack={isBack}
      words={words}
      onReview={review}
    />
  );
}

/** The picture of a file; null until it is open. Its memory is given back when it is no longer shown. */
function usePicture(file: File, fail: () => void): HTMLCanvasElement | null {
  const [picture, setPicture] = useState<HTMLCanvasElement | null>(null);
  const failed = useEffectEvent(fail);
  useEffect(() => {
    let isGone = false;
    const opening = openPicture(file);
    opening.then(
      (canvas) => !isGone && setPicture(canvas),
      () => !isGone && failed(),
    );
    return () => {
      isGone = true;
      opening.then(release, () => {});
    };
  }, [file]);
  return picture;
}
