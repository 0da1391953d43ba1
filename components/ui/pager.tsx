type Props = { label: string; previous?: { href: string; label: string } | null; next?: { href: string; label: string } | null };

/** Links to the neighbouring pages of a list; nothing when there are none. */
export function Pager({ label, previous, next }: Props) {
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={label}>
      {previous && <a className="button button-secondary" href={previous.href} rel="prev">{previous.label}</a>}
      {next && <a className="button button-secondary" href={next.href} rel="next">{next.label}</a>}
    </nav>
  );
}
