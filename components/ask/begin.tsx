import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import type { Messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import type { FormAction } from "@/lib/request/form-state";

type Props = { action: FormAction; words: Messages; right: Right; /** Rights of the draft already begun. */ begun: Right[] | null; mayAdd: boolean };

/** Begin; or, where something was begun, go on with it, add this right to it, or start afresh. */
export function Begin({ action, words: { ask, law, site }, right, begun, mayAdd }: Props) {
  const { start } = ask;
  if (!begun) {
    return (
      <ActionForm action={action} problem={site.problem}>
        <Submit name="how" value="afresh">{start.begin}</Submit>
      </ActionForm>
    );
  }
  const isSame = begun.includes(right);
  return (
    <section className="panel begun" aria-labelledby="begun">
      <h2 id="begun">{start.begun.title}</h2>
      <p>{start.begun.about(begun.map((each) => law.right[each].short.toLowerCase()).join(", "))}</p>
      {!isSame && !mayAdd && <p>{start.begun.cannotAdd}</p>}
      <ActionForm action={action} problem={site.problem}>
        <div className="button-row">
          {mayAdd && <Submit name="how" value="add">{start.begun.add}</Submit>}
          <Submit variant={mayAdd ? "secondary" : "primary"} name="how" value="go-on">{isSame ? start.begun.goOn : start.begun.goOnWithout}</Submit>
          <Submit variant="secondary" name="how" value="afresh">{start.begun.afresh}</Submit>
        </div>
        <p className="small">{start.begun.afreshHint}</p>
      </ActionForm>
    </section>
  );
}
