import { ProveFirst } from "@/components/office/prove-first";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { FilesShown } from "./files-shown";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { hasPlaceToComplete } from "@/lib/request/reply/send-reply";

type Props = {
  action: FormAction;
  /** The saved text, in which places may still be left to complete. */
  body: string;
  /** What leaves with it, as shown above. */
  files: readonly { id: string; name: string }[];
  /** How the person is told. */
  way: "email" | "post" | null;
  /** Last day to hand the letter to the post, in words; null once it has passed. */
  handToPostBy: string | null;
  /** Where to come back to, if they must first prove who they are. */
  proveAt: string | null;
  hasRefusal: boolean;
  maySendRefusal: boolean;
  /** Names of those who may send a refusal. */
  senders: readonly string[];
  locale: Locale;
};

/** Send the answer; a refusal only by a DPO, and whom to ask otherwise. GDPR Art. 12(4). */
export function SendPanel({ action, body, files, way, handToPostBy, proveAt, hasRefusal, maySendRefusal, senders, locale }: Props) {
  const { office: { reply: text, problem }, record: { post }, signIn } = messages(locale);
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  return (
    <section className="panel" aria-labelledby="send">
      <Heading level={2} id="send">{text.sendTitle}</Heading>
      {hasPlaceToComplete(body) && (
        <Notice tone="warning" title={text.incomplete}>
          <ul>{placesToComplete(body).map((place) => <li key={place}>{place}</li>)}</ul>
        </Notice>
      )}
      {hasRefusal && !maySendRefusal ? (
        <Notice tone="warning" title={text.onlyDpo}>
          <p>{senders.length > 0 ? text.whoDpo(list.format(senders)) : text.noDpo}</p>
        </Notice>
      ) : (
        <>
          <p>{way === "email" ? text.sendHint : way === "post" ? post.sendHint : post.noWay}</p>
          {way === "post" && <p><strong>{handToPostBy ? post.by(handToPostBy) : post.soon}</strong> {post.counts}</p>}
          {hasRefusal && <p>{text.remedies}</p>}
          {proveAt ? (
            <ProveFirst text={text.proveFirst} label={signIn.account.prove} back={proveAt} />
          ) : (
            <ActionForm action={action} problem={problem} name="send">
              <FilesShown files={files.map(({ id, name }) => ({ id, name }))} text={text.filesSince} />
              <Submit>{text.send}</Submit>
            </ActionForm>
          )}
        </>
      )}
    </section>
  );
}

/** The places in square brackets, once each. */
function placesToComplete(body: string): string[] {
  return [...new Set(body.match(/\[[^[\]\n]+\]/g) ?? [])];
}
