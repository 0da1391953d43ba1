import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { QrCode } from "./qr-code";

type Props = { offer: { secret: string; uri: string; qr: { size: number; path: string } }; locale: Locale };

/** How to set up an authenticator app, in four steps; the last is a field. Inside a form. */
export function AppSteps({ offer, locale }: Props) {
  const text = messages(locale).signIn.setUp;
  return (
    <>
      <ol className="app-steps">
        <li>{text.steps.app}</li>
        <li>
          <p>{text.steps.scan}</p>
          <QrCode {...offer.qr} label={text.picture} />
          <p><a href={offer.uri}>{text.steps.open}</a></p>
          <p>{text.steps.type}</p>
          <p><code className="one-time-link">{offer.secret}</code></p>
        </li>
        <li>{text.steps.confirm}</li>
      </ol>
      <CodeField locale={locale} />
      <Submit>{text.submit}</Submit>
    </>
  );
}

/** The six digits of the app. */
export function CodeField({ locale }: { locale: Locale }) {
  const text = messages(locale).signIn.code;
  return <TextField name="code" label={text.code} hint={text.codeHint} autoComplete="one-time-code" inputMode="numeric" spellCheck={false} width="s" />;
}

/** A recovery code in its place. */
export function RecoveryField({ locale }: { locale: Locale }) {
  const text = messages(locale).signIn.code;
  return <TextField name="code" label={text.recovery} hint={text.recoveryHint} autoComplete="off" spellCheck={false} width="m" />;
}
