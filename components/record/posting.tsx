import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import type { DueLetter } from "@/lib/request/letters-due";

type Props = { action: FormAction; letter: DueLetter; /** It waits to be posted, and the reader may note it. */ mayPost: boolean; postedOn: string | null; today: string; locale: Locale };

/** Was it posted, and when; or the form to note it. */
export function Posting({ action, letter, mayPost, postedOn, today, locale }: Props) {
  const { record: { post: text }, office } = messages(locale);
  if (letter.is === "posted") return <Notice tone="success"><p>{postedOn ? text.already(dayWords(postedOn, locale)) : text.submit}</p></Notice>;
  if (letter.is === "sent") return <Notice tone="info"><p>{text.sent}</p></Notice>;
  if (!mayPost) return null;
  return (
    <section className="panel" aria-labelledby="posting">
      <Heading level={2} id="posting">{text.form}</Heading>
      <ActionForm action={action} problem={office.problem} name="posting">
        <input type="hidden" name="letter" value={letter.name} />
        <input type="hidden" name="eventId" value={letter.eventId} />
        <DateField name="postedOn" label={text.on} defaultValue={today} />
        <Submit>{text.submit}</Submit>
      </ActionForm>
    </section>
  );
}
