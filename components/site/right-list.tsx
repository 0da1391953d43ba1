import type { Messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";

type Props = { rights: readonly Right[]; href: (right: Right) => string; words: Messages["law"]["right"] };

/** Rights to choose from, each with what it is good for. */
export function RightList({ rights, href, words }: Props) {
  return (
    <ul className="rights-list">
      {rights.map((right) => (
        <li key={right}>
          <a className="right-link" href={href(right)}>
            <span className="right-name">{words[right].name}</span>
            <span className="right-good">{words[right].goodFor}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
