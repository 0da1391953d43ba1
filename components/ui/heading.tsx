import type { ReactNode } from "react";

type Props = { level?: 1 | 2 | 3; caption?: string; id?: string; children: ReactNode };

/** A heading; the caption above it says where we are. */
export function Heading({ level = 1, caption, id, children }: Props) {
  const Tag = `h${level}` as const;
  return (
    <Tag className={`heading heading-${level}`} id={id}>
      {caption && <span className="heading-caption">{caption}<span className="visually-hidden"> – </span></span>}
      {children}
    </Tag>
  );
}
