import type { Metadata } from "next";
import { CodeField, RecoveryField } from "@/components/office/app-steps";
import { CompanyRefusal } from "@/components/office/company-sign-in";
import { PasskeyButton } from "@/components/office/passkey-button";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { ownPage } from "@/lib/access/own-page";
import { messages } from "@/lib/i18n/messages";
import { ownFactor } from "@/lib/server/reads/second-factor";
import { requireAnyStaff } from "@/lib/server/session";
import { Desk } from "../desk";
import { proveAction, provePasskeyAction } from "./actions";

type Props = { searchParams: Promise<{ back?: string; with?: string; sso?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireAnyStaff()).locale).signIn.prove.title };
}

/** Asks somebody signed in once more who they are, before what concerns access, and leads back. */
export default async function ProvePage({ searchParams }: Props) {
  const actor = await requireAnyStaff();
  const { back: asked, with: way, sso } = await searchParams;
  const back = ownPage(asked);
  const { since, passkeys: owned, isByCompany } = await ownFactor(actor);
  const { office, signIn: { prove: text, code, passkeys, company } } = messages(actor.locale);
  const isRecovery = way === "recovery";
  const address = new URLSearchParams({ back, ...(isRecovery ? {} : { with: "recovery" }) });
  return (
    <Desk actor={actor} place={null}>
      <Heading>{text.title}</Heading>
      <p>{text.lead}</p>
      <CompanyRefusal code={sso} locale={actor.locale} />
      {isByCompany && !since ? (
        <section className="panel">
          <p>{company.prove}</p>
          <p><a className="button button-primary" href={`/api/sign-on?${new URLSearchParams({ back, lang: actor.locale })}`}>{company.proveButton}</a></p>
        </section>
      ) : (
      <section className="panel">
        <ActionForm action={proveAction.bind(null, back)} problem={office.problem}>
          {!since ? <TextField name="code" label={text.password} type="password" autoComplete="current-password" width="m" /> : isRecovery ? <RecoveryField locale={actor.locale} /> : <CodeField locale={actor.locale} />}
          <Submit>{code.submit}</Submit>
          {owned.length > 0 && <PasskeyButton ask={provePasskeyAction} way="give" label={passkeys.give} failed={passkeys.failed} />}
        </ActionForm>
        {since && <p><a href={`/office/prove?${address}`}>{isRecovery ? code.toApp : code.toRecovery}</a></p>}
      </section>
      )}
      <p><a href={back}>{text.back}</a></p>
    </Desk>
  );
}
