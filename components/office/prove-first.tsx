import { Notice } from "@/components/ui/notice";

type Props = { text: string; label: string; /** The page to come back to. */ back: string };

/** In the place of what asks for a fresh proof of who one is: the way to give it. */
export function ProveFirst({ text, label, back }: Props) {
  return (
    <Notice tone="info">
      <p>{text}</p>
      <p><a className="button button-secondary" href={`/office/prove?${new URLSearchParams({ back })}`}>{label}</a></p>
    </Notice>
  );
}
