import type { Messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import type { Right } from "@/lib/law/rights";
import { RightList } from "./right-list";
import { rightsGroups } from "./rights-groups";

type Props = { locale: Locale; controller: { name: string; email: string }; words: Messages };

/** The home page: what one may ask, the heirs' way, how it goes and by when, and to whom one may complain. */
export function Front({ locale, controller, words: { site, law } }: Props) {
  const { front } = site;
  const start = (right: Right) => `/${locale}/ask/${right}`;
  return (
    <div className="front">
      <div className="front-head">
        <h1>{front.title}</h1>
        <p className="lead">{front.lead(controller.name)}</p>
        <p className="front-ways"><a href={start("deceased")}>{front.heirsLink}</a></p>
      </div>
      <div className="front-columns">
        <section className="rights" aria-labelledby="choose">
          <h2 id="choose">{front.choose}</h2>
          {rightsGroups.map(({ group, rights }) => (
            <div className="rights-group" key={group}>
              <h3>{front.groups[group]}</h3>
              <RightList rights={rights} href={start} words={law.right} />
            </div>
          ))}
          <p className="small">{front.alsoCombine}</p>
        </section>
        <div className="front-aside">
          <section className="panel panel-quiet" aria-labelledby="heirs">
            <h2 id="heirs">{front.heirsTitle}</h2>
            <p>{front.heirs}</p>
            <p><a href={start("deceased")}>{front.heirsLink}</a></p>
          </section>
          <section className="panel" aria-labelledby="following">
            <h2 id="following">{front.followTitle}</h2>
            <p>{front.followText}</p>
            <p><a className="button button-secondary" href={`/${locale}/follow`}>{site.follow}</a></p>
          </section>
        </div>
      </div>
      <section className="stack" aria-labelledby="how">
        <h2 id="how">{front.howTitle}</h2>
        <ol className="how">
          {front.how(controller.name).map(({ title, text }) => <li key={title}><h3>{title}</h3><p>{text}</p></li>)}
        </ol>
      </section>
      <section className="stack" aria-labelledby="facts">
        <h2 id="facts">{front.factsTitle}</h2>
        <dl className="facts">
          {front.facts.map(({ term, detail }) => <div key={term}><dt>{term}</dt><dd>{detail}</dd></div>)}
        </dl>
        <p className="small">{front.writeUs}{locale === "fr" ? " :" : ":"} <a href={`mailto:${controller.email}`}>{controller.email}</a></p>
      </section>
      <section className="prose" aria-labelledby="complaint">
        <h2 id="complaint">{front.complaintTitle}</h2>
        <p>{front.complaint}</p>
        <p><a href={locale === "fr" ? "https://www.cnil.fr/fr/plaintes" : "https://www.cnil.fr/en"} rel="noreferrer">{front.complaintLink}</a></p>
      </section>
    </div>
  );
}
