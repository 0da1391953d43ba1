import { useRouter } from "next/navigation";
import { useState } from "react";
import { sendFiles } from "./send-files";

export type SendingWords = { failed: string; aborted: string };

/**
 * Sending from a form that stays where it is: how far it is, whether the last one came through, what was wrong with it.
 * `given`: what the server said of this field with the page; the form itself stays as that changes, and the focus with it.
 */
export function useSending(given: string | undefined, words: SendingWords) {
  const router = useRouter();
  const [percent, setPercent] = useState<number | null>(null);
  const [isAdded, setAdded] = useState(false);
  const [problem, setProblem] = useState(given);
  const [told, setTold] = useState(given);
  if (told !== given) {
    setTold(given);
    setProblem(given);
  }
  const forget = () => {
    setProblem(undefined);
    setAdded(false);
  };
  /** True when it came through. */
  const send = async (url: string, body: FormData): Promise<boolean> => {
    forget();
    setPercent(0);
    const refusal = await sendFiles(url, body, setPercent).catch(() => words.aborted);
    setPercent(null);
    if (refusal !== null) setProblem(refusal || words.failed);
    else {
      setAdded(true);
      router.refresh();
    }
    return refusal === null;
  };
  return { percent, isAdded, problem, say: setProblem, forget, send };
}
