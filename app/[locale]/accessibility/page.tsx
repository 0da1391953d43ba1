import type { Metadata } from "next";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).site.accessibility.title };
}

/** What this service promises to everyone, and whom to tell when it fails. */
export default async function Accessibility({ params }: Props) {
  const { accessibility: words } = messages((await params).locale).site;
  const { email } = controller();
  return (
    <div className="prose">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <ul>{words.points.map((point) => <li key={point}>{point}</li>)}</ul>
      <h2>{words.limitsTitle}</h2>
      <p>{words.limits}</p>
      <h2>{words.contactTitle}</h2>
      <p>{words.contact} <a href={`mailto:${email}`}>{email}</a></p>
      <h2>{words.defenderTitle}</h2>
      <p>{words.defender}</p>
    </div>
  );
}
