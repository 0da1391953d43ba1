import { type ComponentType, useEffect, useEffectEvent, useState } from "react";
import type { Masking } from "./masking-of";
import type { MaskProps } from "./mask-picture";

type Props = { file: File; masking: Masking; opening: string; onCover: (made: File | "open" | "impossible") => void };

/** The tool that covers a picture, fetched when a picture is there to be covered; most people never need it. */
export function CoverPicture({ file, masking, opening, onCover }: Props) {
  const [Tool, setTool] = useState<ComponentType<MaskProps> | null>(null);
  const failed = useEffectEvent(() => onCover("impossible"));
  useEffect(() => {
    let isGone = false;
    import("./mask-picture").then(
      ({ MaskPicture }) => !isGone && setTool(() => MaskPicture),
      () => !isGone && failed(),
    );
    return () => void (isGone = true);
  }, []);
  return Tool ? <Tool file={file} masking={masking} opening={opening} onCover={onCover} /> : <p role="status">{opening}</p>;
}
