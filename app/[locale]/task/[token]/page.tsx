import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { taskLink } from "@/lib/server/reads/task-link";
import { openTaskAction } from "./actions";

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).tasks.page.title };
}

/** Where the link in a mail to a department leads: what it is and until when, and nothing about anybody. Only the button opens it. */
export default async function TaskLinkPage({ params }: Props) {
  const { locale, token } = await params;
  const { controller, found } = await taskLink(token);
  const { tasks: { page: text }, follow } = messages(locale);
  if (!found) return <Ended title={text.goneTitle} text={text.gone} />;
  if (found.state === "ended") return <Ended title={text.endedTitle} text={text.ended} />;
  return (
    <div className="follow-page">
      <Heading>{text.title}</Heading>
      <p className="lead prose">{text.lead(controller)}</p>
      <p><strong>{text.about(found.reference, dayWords(found.dueOn, locale))}</strong></p>
      {found.state === "answered" && <p className="prose">{text.answered}</p>}
      <p className="prose">{text.buttonHint}</p>
      <ActionForm action={openTaskAction.bind(null, locale, token)} problem={follow.problem}><Submit>{text.button}</Submit></ActionForm>
    </div>
  );
}

function Ended({ title, text }: { title: string; text: string }) {
  return <div className="follow-page"><Heading>{title}</Heading><p className="lead prose">{text}</p></div>;
}
