import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { isForAll: boolean; locale: Locale; action: (form: FormData) => Promise<void> };

/** Who of the staff needs a second factor: two of the roles, or everybody. */
export function FactorSetting({ isForAll, locale, action }: Props) {
  const text = messages(locale).signIn.staff;
  const choices = [{ value: "by-role", label: text.byRole, is: !isForAll }, { value: "all", label: text.forAll, is: isForAll }];
  return (
    <form action={action} className="panel form">
      <fieldset className="field" aria-describedby="who-hint">
        <legend className="heading-2">{text.setting}</legend>
        <p className="hint" id="who-hint">{text.settingHint}</p>
        {choices.map(({ value, label, is }) => (
          <div className="choice" key={value}>
            <input id={`who-${value}`} type="radio" name="who" value={value} defaultChecked={is} />
            <label htmlFor={`who-${value}`}>{label}</label>
          </div>
        ))}
      </fieldset>
      <Submit variant="secondary">{text.save}</Submit>
    </form>
  );
}
