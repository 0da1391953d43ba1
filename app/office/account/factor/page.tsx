import type { Metadata } from "next";
import { AppSteps } from "@/components/office/app-steps";
import { CodesForm } from "@/components/office/codes-form";
import { DoneNotice } from "@/components/office/done-notice";
import { PasskeysPanel } from "@/components/office/passkeys-panel";
import { ProveFirst } from "@/components/office/prove-first";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { instantWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { present } from "@/lib/server/reads/present";
import { hasProved, ownFactor } from "@/lib/server/reads/second-factor";
import { requireAnyStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { addPasskeyAction, beginAppAction, confirmAppAction, passkeyToAddAction, recoveryCodesAction, removeAppAction, removePasskeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireAnyStaff()).locale).signIn.account.title };
}

/** One's own second factor: set up an app, other recovery codes, take it away. What changes it asks for a fresh proof. */
export default async function OwnFactorPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await requireAnyStaff();
  const { locale } = actor;
  const { since, codesLeft, offer, isNeeded, passkeys } = await ownFactor(actor);
  const { office, signIn: { account: text, setUp } } = messages(locale);
  const isProved = hasProved(actor);
  return (
    <Desk actor={actor} place="account">
      <p><a href="/office/account">{text.back}</a></p>
      <Heading>{text.title}</Heading>
      <DoneNotice done={(await searchParams).done} locale={locale} />
      {since ? <p>{text.since(instantWords(since.toISOString(), present().timeZone, locale))} {text.left(codesLeft)}</p> : <p>{text.none}</p>}
      {!isProved && <ProveFirst text={text.proveFirst} label={text.prove} back="/office/account/factor" />}
      <div>
        <CodesForm action={confirmAppAction} problem={office.problem} name="app" title={setUp.codesTitle} about={setUp.codesAbout}>
          {isProved && offer && <section className="panel" aria-labelledby="new-app"><Heading level={2} id="new-app">{since ? text.other : text.begin}</Heading><AppSteps offer={offer} locale={locale} /></section>}
        </CodesForm>
      </div>
      {isProved && !offer && (
        <form action={beginAppAction} className="panel">
          <Heading level={2}>{since ? text.other : text.begin}</Heading>
          <p>{since ? text.otherHint : text.beginHint}</p>
          <Submit variant={since ? "secondary" : "primary"}>{since ? text.other : text.begin}</Submit>
        </form>
      )}
      {isProved && since && (
        <>
          <section className="panel after-codes" aria-labelledby="codes">
            <Heading level={2} id="codes">{text.newCodesTitle}</Heading>
            <CodesForm action={recoveryCodesAction} problem={office.problem} name="codes" title={setUp.codesTitle} about={setUp.codesAbout}>
              <p>{text.newCodesHint}</p>
              <Submit variant="secondary">{text.newCodes}</Submit>
            </CodesForm>
          </section>
          <PasskeysPanel passkeys={passkeys} timeZone={present().timeZone} locale={locale} ask={passkeyToAddAction} add={addPasskeyAction} remove={removePasskeyAction} />
          <section className="panel" aria-labelledby="remove">
            <Heading level={2} id="remove">{text.remove}</Heading>
            <p>{isNeeded ? text.needed : text.removeHint}</p>
            {!isNeeded && <ActionForm action={removeAppAction} problem={office.problem} name="remove"><Submit variant="danger">{text.remove}</Submit></ActionForm>}
          </section>
        </>
      )}
    </Desk>
  );
}
