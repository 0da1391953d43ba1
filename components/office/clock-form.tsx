"use client";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormContext } from "@/components/ui/form-context";
import { Submit } from "@/components/ui/submit";
import { takeFocus } from "@/components/ui/take-focus";
import { freshForm } from "@/lib/request/form-state";
import type { ClockState } from "@/lib/request/clock-state";
import { ClockPreview, type PreviewWords } from "./clock-preview";

type Props = {
  action: (state: ClockState, form: FormData) => Promise<ClockState>;
  problem: string;
  name: string;
  words: PreviewWords & { see: string; apply: string; edit: string; cancel: string };
  /** Says more than the button to those who do not see what stands beside it. */
  seeLabel?: string;
  seeVariant?: "primary" | "secondary";
  /** There is nothing to fill in: a link on a line, and nothing to edit afterwards. */
  isBare?: boolean;
  /** Where one goes who leaves it. */
  home: string;
  labels?: Record<string, string>;
  children: ReactNode;
};

/** A change in two steps: its fields, then what it would do with the way to do it. What is applied is what was shown: the fields go along unseen. */
export function ClockForm({ action, problem, name, words, seeLabel, seeVariant = "secondary", isBare = false, home, labels, children }: Props) {
  const [state, formAction] = useActionState<ClockState, FormData>(action, freshForm);
  const news = useRef<HTMLDivElement>(null);
  const { preview, attempt, refusal } = state;
  const isWrong = refusal !== null || Object.keys(state.errors).length > 0;
  useEffect(() => {
    if (attempt === 0) return;
    if (!isWrong) takeFocus(news.current);
    const title = document.title.replace(`${problem} – `, "");
    document.title = isWrong ? `${problem} – ${title}` : title;
  }, [attempt, isWrong, problem]);
  return (
    <form action={formAction} className="form" noValidate>
      <ErrorSummary key={attempt} title={problem} errors={state.errors} labels={labels} refusal={refusal} prefix={`${name}-`} takesFocus={isWrong} />
      {preview ? (
        <>
          {Object.entries(state.typed).flatMap(([field, value]) => [value].flat().map((each, index) => <input key={`${field}-${index}`} type="hidden" name={field} value={each} />))}
          <input type="hidden" name="version" value={preview.version} />
          <ClockPreview key={attempt} preview={preview} words={words} news={news} takesFocus={!isWrong} />
          <div className="button-row">
            <Submit name="step" value="apply">{words.apply}</Submit>
            {!isBare && <Submit name="step" value="edit" variant="secondary">{words.edit}</Submit>}
            <a href={home}>{words.cancel}</a>
          </div>
        </>
      ) : (
        <FormContext value={{ state, prefix: `${name}-` }}>
          {children}
          <Submit name="step" value="see" variant={isBare ? "link" : seeVariant} label={seeLabel}>{words.see}</Submit>
        </FormContext>
      )}
    </form>
  );
}
