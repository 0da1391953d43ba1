import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** Commands after which the person is written to. */
const written: readonly string[] = ["askIdentity", "acceptIdentity", "rejectIdentity", "lapseIdentity", "askQuestion", "sendReply", "recordRequest", "recordAddress"];

type Props = { done: string | undefined; /** Letters to this person go by post: nobody has been told yet. */ isByPost?: boolean; locale: Locale };

/** What was just done, from `?done=<command>`; nothing for a word we do not know. */
export function DoneNotice({ done, isByPost = false, locale }: Props) {
  const { office: { done: words, doneTitle }, record, tasks } = messages(locale);
  const known = isByPost && done && written.includes(done) ? record.post.done : Object.entries({ ...words, ...tasks.done }).find(([name]) => name === done)?.[1];
  return known ? <Notice tone="success" title={doneTitle} role="status"><p>{known}</p></Notice> : null;
}
