import { TextArea } from "@/components/ui/text-area";

type Props = { name: string; labels: { fr: string; en: string }; value?: { fr: string; en: string }; rows?: number };

/** The same said in both languages, each field in its own. */
export function TwoTexts({ name, labels, value, rows = 6 }: Props) {
  return (
    <>
      <TextArea name={`${name}Fr`} label={labels.fr} rows={rows} lang="fr" defaultValue={value?.fr} />
      <TextArea name={`${name}En`} label={labels.en} rows={rows} lang="en" defaultValue={value?.en} />
    </>
  );
}
