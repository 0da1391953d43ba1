import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MessageList } from "@/components/follow/message-list";
import { SpacePage } from "@/components/follow/space-page";
import { Uploads } from "@/components/follow/uploads";
import { ActionForm } from "@/components/ui/action-form";
import { Fold } from "@/components/ui/fold";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { spaceOrForm } from "@/lib/server/reads/follow";
import { send } from "./actions";

type Props = { params: Promise<{ locale: Locale; reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { message, upload } = messages((await params).locale).follow;
  return { title: (await searchParams)["upload"] ? upload.errorTitle(message.title) : message.title };
}

/** A message to those who handle the request, with files if the person likes. Where the space closed while it was written, the message alone. */
export default async function Message({ params, searchParams }: Props) {
  const { locale, reference } = await params;
  const view = await spaceOrForm(locale, reference);
  if (view && !view.mayWrite) notFound();
  const { follow } = messages(locale);
  const { message: words } = follow;
  const { upload } = await searchParams;
  const code = typeof upload === "string" ? upload : null;
  const files = view?.waiting.filter((file) => file.purpose === "message") ?? [];
  const last = view?.messages.slice(-2) ?? [];
  return (
    <SpacePage title={words.title} locale={locale} reference={reference} problem={code ? { code, purpose: "message" } : null}>
      <p className="lead prose">{words.lead}</p>
      {view && last.length > 0 && <MessageList list={last} locale={locale} controller={view.controller} />}
      {view && (
        <Fold className="follow-more" title={words.files} isOpen={files.length > 0 || code !== null}>
          <p className="small">{words.filesFirst}</p>
          <Uploads locale={locale} reference={reference} purpose="message" label={follow.upload.choose} files={files} problem={code} />
        </Fold>
      )}
      <ActionForm action={send.bind(null, locale, reference)} problem={follow.problem}>
        <TextArea name="body" label={words.label} rows={8} />
        <Submit>{words.submit}</Submit>
      </ActionForm>
    </SpacePage>
  );
}
