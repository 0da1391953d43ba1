import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction, FormState } from "@/lib/request/form-state";
import { PasskeyButton } from "./passkey-button";

type Props = {
  passkeys: readonly { id: string; since: Date }[];
  timeZone: string;
  locale: Locale;
  ask: () => Promise<object | null>;
  add: FormAction;
  remove: (id: string, state: FormState) => Promise<FormState>;
};

/** One's own passkeys: add one, take one away. */
export function PasskeysPanel({ passkeys, timeZone, locale, ask, add, remove }: Props) {
  const { office, signIn: { passkeys: text } } = messages(locale);
  return (
    <section className="panel" aria-labelledby="passkeys">
      <Heading level={2} id="passkeys">{text.title}</Heading>
      <p>{text.hint}</p>
      {passkeys.length > 0 && (
        <ul className="documents">
          {passkeys.map(({ id, since }, index) => {
            const day = instantWords(since.toISOString(), timeZone, locale);
            return (
              <li key={id}>
                <span>{text.since(day)}</span>
                <ActionForm action={remove.bind(null, id)} problem={office.problem} name={`passkey-${index}`}><Submit variant="link" label={text.removeOf(day)}>{text.remove}</Submit></ActionForm>
              </li>
            );
          })}
        </ul>
      )}
      <ActionForm action={add} problem={office.problem} name="passkey">
        <p>{text.addHint}</p>
        <PasskeyButton ask={ask} way="add" label={text.add} failed={text.failed} unable={text.unable} />
      </ActionForm>
    </section>
  );
}
