"use client";
import { use } from "react";
import { FormContext } from "@/components/ui/form-context";

type Props = { files: readonly { id: string; name: string }[]; text: { added: string; removed: string } };

/** Says to the server which files the sender was shown; after a refusal, what came and went since. */
export function FilesShown({ files, text }: Props) {
  const { state } = use(FormContext);
  const sent = [state.typed["fileIds"] ?? []].flat();
  const added = state.attempt > 0 ? files.filter(({ id }) => !sent.includes(id)) : [];
  const isOneGone = sent.some((id) => !files.some((file) => file.id === id));
  return (
    <>
      {files.map(({ id }) => <input key={id} type="hidden" name="fileIds" value={id} />)}
      {added.length > 0 && (
        <>
          <p>{text.added}</p>
          <ul>{added.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>
        </>
      )}
      {isOneGone && <p>{text.removed}</p>}
    </>
  );
}
