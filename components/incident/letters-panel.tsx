import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { shortInstant } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { TwoTexts } from "./two-texts";

type Letter = { id: string; fr: string; en: string; at: string; told: number; isSending: boolean };
type Sent = { letters: readonly Letter[]; timeZone: string; again: ((letterId: string) => FormAction) | null; locale: Locale };

/** Writes to everybody of the incident. */
export function WriteToAll({ action, locale }: { action: FormAction; locale: Locale }) {
  const { incident: { letter: text }, office } = messages(locale);
  return (
    <ActionForm action={action} problem={office.problem} name="letter" labels={{ letterFr: text.fr, letterEn: text.en, sure: text.sure }}>
      <TwoTexts name="letter" labels={text} />
      <Checkboxes name="sure" legend="" options={[{ value: "yes", label: text.sure }]} />
      <Submit>{text.submit}</Submit>
    </ActionForm>
  );
}

/** What was sent so far, the newest first, and to how many; those who came since may have it too. */
export function SentLetters({ letters, timeZone, again, locale }: Sent) {
  const { incident: { letter: text }, office } = messages(locale);
  return (
    <section aria-labelledby="sent">
      <Heading level={2} id="sent">{text.sent}</Heading>
      <ul className="stack-tight">
        {letters.map((letter) => (
          <li key={letter.id}>
            <p><strong>{shortInstant(letter.at, timeZone, locale)}</strong> – {letter.isSending ? text.sending : text.told(letter.told)}</p>
            <blockquote className="event-body" lang="fr">{letter.fr}</blockquote>
            <blockquote className="event-body" lang="en">{letter.en}</blockquote>
            {again && !letter.isSending && <ActionForm action={again(letter.id)} problem={office.problem} name={`again-${letter.id}`}><Submit variant="secondary">{text.again}</Submit></ActionForm>}
          </li>
        ))}
      </ul>
    </section>
  );
}
