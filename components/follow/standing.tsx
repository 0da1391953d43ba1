import { Steps } from "@/components/ui/steps";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type Stage, stages } from "@/lib/request/request";

type Props = { standing: keyof ReturnType<typeof wordsOf>; stage: Stage; locale: Locale };

const wordsOf = (locale: Locale) => messages(locale).follow.space.now;

/** Where the request stands: one sentence, and the five steps. A withdrawn or merged request has no way to go. */
export function Standing({ standing, stage, locale }: Props) {
  const { follow, law } = messages(locale);
  const isDone = standing === "answered";
  return (
    <section className="stack-tight" aria-labelledby="standing">
      <h2 id="standing">{follow.space.whereTitle}</h2>
      <p className="lead">{wordsOf(locale)[standing]}</p>
      {standing !== "withdrawn" && standing !== "merged" && (
        <Steps
          steps={stages.map((each) => law.stage[each])}
          current={isDone ? stages.length + 1 : stages.indexOf(stage) + 1}
          label={follow.space.stepsLabel}
          done={follow.space.stepDone}
        />
      )}
    </section>
  );
}
