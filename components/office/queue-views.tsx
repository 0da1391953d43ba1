import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Disclosure } from "@/components/ui/disclosure";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

type View = { id: string; name: string; query: string; isShared: boolean; isMine: boolean; by: string };
type Props = { list: readonly View[]; /** What the page shows, as an address says it; empty without a filter. */ query: string; save: FormAction; remove: (id: string) => () => Promise<void>; locale: Locale };

/** Filters kept under a name, one's own and shared ones, and the way to keep the one that is shown or to forget it. */
export function QueueViews({ list, query, save, remove, locale }: Props) {
  const { queue: text, office } = messages(locale);
  const shown = list.find((view) => view.query === query);
  if (list.length === 0 && query === "") return null;
  return (
    <>
      {list.length > 0 && (
        <nav aria-label={text.views}>
          <ul className="queue-views">
            {list.map((view) => (
              <li key={view.id}>
                <a href={`/office?${view.query}`} aria-current={view === shown ? "page" : undefined}>{view.name}</a>
                {view.isShared && <span className="quiet"> {view.isMine ? text.sharedByYou : text.sharedBy(view.by)}</span>}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown?.isMine && <form action={remove(shown.id)}><button type="submit" className="button button-secondary">{text.forgetView(shown.name)}</button></form>}
      {query !== "" && !shown && (
        <ActionForm action={save} problem={office.problem} name="view" labels={{ viewName: text.viewName }}>
          <Disclosure title={text.keepView}>
            <TextField name="viewName" label={text.viewName} hint={text.viewNameHint} width="m" autoComplete="off" />
            <Checkboxes name="shared" legend={text.viewFor} options={[{ value: "yes", label: text.shareView }]} />
            <Submit variant="secondary">{text.keepViewSubmit}</Submit>
          </Disclosure>
        </ActionForm>
      )}
    </>
  );
}
