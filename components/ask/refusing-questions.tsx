import { Checkboxes } from "@/components/ui/checkboxes";
import { DateField } from "@/components/ui/date-field";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { optionsOf, type Question, textOf, textsOf } from "./question";

/** Marketing asks nothing but the address to silence; any other objection, the situation. GDPR Art. 21(1)-(3). */
export function ObjectionQuestion({ ask, law, typed }: Question) {
  const words = ask.field.objection;
  const address = <TextField name="address" autoComplete="email" spellCheck={false} {...words.address} defaultValue={textOf(typed, "address")} />;
  const situation = (
    <>
      <TextArea name="processing" rows={2} {...words.processing} defaultValue={textOf(typed, "processing")} />
      <TextArea name="situation" {...words.situation} defaultValue={textOf(typed, "situation")} />
    </>
  );
  return (
    <Radios
      name="kind"
      legend={words.kind.label}
      defaultValue={textOf(typed, "kind")}
      options={[
        { value: "marketing", label: law.objectionKind.marketing, hint: ask.marketingHint, children: address },
        { value: "other", label: law.objectionKind.other, hint: ask.otherHint, children: situation },
      ]}
    />
  );
}

/** Which consents end. As easy as giving them. GDPR Art. 7(3). */
export function WithdrawConsentQuestion({ ask, law, optional, typed }: Question) {
  const words = ask.field["withdraw-consent"];
  return (
    <>
      <Checkboxes name="purposes" legend={words.purposes.label} hint={words.purposes.hint} options={optionsOf(law.consentPurpose)} defaultValue={textsOf(typed, "purposes")} />
      <TextField name="address" autoComplete="off" spellCheck={false} {...words.address} optionalLabel={optional} defaultValue={textOf(typed, "address")} />
    </>
  );
}

/** Which automated decision, and the person's own view. GDPR Art. 22(3). */
export function HumanReviewQuestion({ ask, optional, typed }: Question) {
  const words = ask.field["human-review"];
  return (
    <>
      <TextField name="orderNumber" width="m" autoComplete="off" spellCheck={false} {...words.orderNumber} defaultValue={textOf(typed, "orderNumber")} />
      <DateField name="decidedOn" {...words.decidedOn} optionalLabel={optional} defaultValue={textOf(typed, "decidedOn")} />
      <TextArea name="view" rows={8} {...words.view} defaultValue={textOf(typed, "view")} />
    </>
  );
}
