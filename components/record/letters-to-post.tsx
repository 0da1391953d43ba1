import { Heading } from "@/components/ui/heading";
import type { CaseView } from "@/components/office/case-view";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { lettersToPost } from "@/lib/request/letters-due";

/** Letters that wait to be printed and handed to the post; for the reply, until when. Nothing when none does. law.md § 1.5. */
export function LettersToPost({ view: { request, caseFile, limit, today }, locale }: { view: CaseView; locale: Locale }) {
  const { record: { post: text }, office } = messages(locale);
  const letters = caseFile ? lettersToPost(request.letters, caseFile.requester) : [];
  if (letters.length === 0) return null;
  return (
    <section className="panel panel-missing" aria-labelledby="to-post">
      <Heading level={2} id="to-post">{text.title}</Heading>
      <p>{text.text}</p>
      <ul>
        {letters.map(({ name, eventId }) => (
          <li key={eventId}>
            <a href={`/office/requests/${request.reference}/letters/${eventId}`}>{text.print(name === "reply-available" ? text.reply : office.timeline.letters[name])}</a>
            {name === "reply-available" && <> <strong>{limit.handToPostOn >= today ? text.by(dayWords(limit.handToPostOn, locale)) : text.soon}</strong></>}
          </li>
        ))}
      </ul>
    </section>
  );
}
