import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { type Question, textOf } from "./question";

/**
 * Who asks. Someone who acts for a person who died is not asked for whom: that has been said.
 * Only name and e-mail are required; the rest helps to find the data.
 */
export function AboutFields({ ask, optional, typed, isForDeceased }: Question & { isForDeceased: boolean }) {
  const { fields, behalf, behalfHint } = ask.about;
  const represented = <TextField name="representedName" autoComplete="off" {...fields.representedName} defaultValue={textOf(typed, "representedName")} />;
  return (
    <>
      <TextField name="name" autoComplete="name" {...fields.name} defaultValue={textOf(typed, "name")} />
      <TextField name="email" type="email" inputMode="email" autoComplete="email" spellCheck={false} {...fields.email} defaultValue={textOf(typed, "email")} />
      {isForDeceased ? (
        <input type="hidden" name="onBehalf" value="self" />
      ) : (
        <Radios
          name="onBehalf"
          legend={fields.onBehalf.label}
          defaultValue={textOf(typed, "onBehalf") || "self"}
          options={[
            { value: "self", label: behalf.self },
            { value: "other", label: behalf.other, hint: behalfHint, children: represented },
          ]}
        />
      )}
      {!isForDeceased && <TextField name="customerNumber" width="m" autoComplete="off" spellCheck={false} {...fields.customerNumber} optionalLabel={optional} defaultValue={textOf(typed, "customerNumber")} />}
      <TextArea name="postalAddress" rows={3} autoComplete="street-address" label={fields.postalAddress.label} hint={isForDeceased ? undefined : fields.postalAddress.hint} optionalLabel={optional} defaultValue={textOf(typed, "postalAddress")} />
    </>
  );
}

/** To stop advertising nothing is asked; a receipt can be had by e-mail. GDPR Art. 21(3). */
export function ReceiptField({ ask, optional, typed }: Question) {
  const { receiptEmail, receiptEmailHint } = ask.about;
  return <TextField name="email" type="email" inputMode="email" autoComplete="email" spellCheck={false} label={receiptEmail} hint={receiptEmailHint} optionalLabel={optional} defaultValue={textOf(typed, "email")} />;
}
