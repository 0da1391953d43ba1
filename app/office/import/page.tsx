import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportColumns } from "@/components/import/import-columns";
import { RecentImports } from "@/components/import/recent-imports";
import { RegisterUpload } from "@/components/import/register-upload";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { present } from "@/lib/server/reads/present";
import { registerImports } from "@/lib/server/reads/register-imports";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../desk";
import "../../import.css";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { registerImport: { title }, office } = messages((await requireStaff("register.import")).locale);
  return { title: (await searchParams)["problem"] === undefined ? title : `${office.problem} – ${title}` };
}

/** Taking over a register kept elsewhere: the file, the format it must have, and those of before. */
export default async function ImportPage({ searchParams }: Props) {
  const actor = await requireStaff("register.import");
  const recent = await registerImports(actor);
  if (!recent) notFound();
  const { locale } = actor;
  const { registerImport: text, office } = messages(locale);
  const asked = (await searchParams)["problem"];
  return (
    <Desk actor={actor} place="queue">
      <p><a href="/office">{office.case.back}</a></p>
      <Heading>{text.title}</Heading>
      <div className="prose">
        <p>{text.lead}</p>
        <p>{text.first}</p>
      </div>
      <RegisterUpload problem={typeof asked === "string" ? asked : undefined} sources={[...new Set(recent.map(({ source }) => source))]} locale={locale} />
      {recent.length > 0 && <RecentImports recent={recent} timeZone={present().timeZone} locale={locale} />}
      <ImportColumns locale={locale} />
    </Desk>
  );
}
