import { useCallback, useState } from "react";

type Props = { files: readonly File[]; words: { ready: string; preview: string }; advice: string | null };

/** What was chosen and is not sent yet: names, pictures, and what is good to know before sending them. */
export function PickedFiles({ files, words, advice }: Props) {
  return (
    <div className="upload-picked">
      {files.map((file) => file.type.startsWith("image/") && <Picture key={`${file.name} ${file.lastModified} ${file.size}`} file={file} alt={words.preview} />)}
      <p>{words.ready} <strong>{files.map((file) => file.name).join(", ")}</strong></p>
      {advice && <p role="status" className="upload-advice">{advice}</p>}
    </div>
  );
}

/** A picture that is still in the browser; nothing where the browser cannot show it. */
export function Picture({ file, alt }: { file: Blob; alt: string }) {
  const [isBroken, setBroken] = useState(false);
  const show = useCallback((picture: HTMLImageElement) => {
    const url = URL.createObjectURL(file);
    picture.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return isBroken ? null : <img ref={show} alt={alt} onError={() => setBroken(true)} />;
}
