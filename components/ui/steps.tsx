type Props = {
  /** Names of the steps in order. */
  steps: readonly string[];
  /** 1 for the first step; one more than the last when all are done. */
  current: number;
  /** What the list is, for those who hear it. */
  label: string;
  /** "done", in the reader's language. */
  done: string;
};

/** Where something stands on its way, in words and not by colour alone. */
export function Steps({ steps, current, label, done }: Props) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => {
        const state = index + 1 < current ? "done" : index + 1 === current ? "current" : "ahead";
        return (
          <li key={step} className={`step step-${state}`} aria-current={state === "current" ? "step" : undefined}>
            <span className="step-name">{step}</span>
            {state === "done" && <span className="visually-hidden"> ({done})</span>}
          </li>
        );
      })}
    </ol>
  );
}
