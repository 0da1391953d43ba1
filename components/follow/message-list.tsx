import { instantWords } from "@/lib/i18n/dates";
import { ReplyBody } from "@/components/ui/reply-body";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { FileList, type ListedFile } from "./file-list";

type Message = { id: string; from: "requester" | "controller"; at: string; body: string; files: readonly ListedFile[] };
type Props = { list: readonly Message[]; /** The language of the request, in which they are written. */ written: Locale; locale: Locale; controller: { name: string; timeZone: string } };

/** Messages both ways, oldest first; who wrote each is told in words. */
export function MessageList({ list, written, locale, controller }: Props) {
  const { message } = messages(locale).follow;
  if (list.length === 0) return <p>{message.none}</p>;
  return (
    <ol className="follow-messages">
      {list.map(({ id, from, at, body, files }) => (
        <li key={id} className={`follow-message follow-message-${from}`}>
          <p className="follow-message-head">
            <strong>{from === "requester" ? message.fromYou : message.fromUs(controller.name)}</strong>{" "}
            <time className="small" dateTime={at}>{instantWords(at, controller.timeZone, locale)}</time>
          </p>
          <ReplyBody body={body} lang={written} level={4} />
          {files.length > 0 && <FileList files={files} locale={locale} label={message.attached} kind="pages" />}
        </li>
      ))}
    </ol>
  );
}
