import { Checkboxes } from "@/components/ui/checkboxes";
import { DateField } from "@/components/ui/date-field";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { optionsOf, type Question, textOf, textsOf } from "./question";

/** What should become of one's data, with consent of its own. LIL art. 85, I. */
export function DirectiveQuestion({ ask, law, typed }: Question) {
  const words = ask.field["post-mortem-directive"];
  return (
    <>
      <Checkboxes name="instructions" legend={words.instructions.label} hint={words.instructions.hint} options={optionsOf(law.directiveKind)} defaultValue={textsOf(typed, "instructions")} />
      <TextArea name="details" rows={7} {...words.details} defaultValue={textOf(typed, "details")} />
      <Checkboxes name="consent" legend={words.consent.label} options={[{ value: "yes", label: ask.consentOption }]} defaultValue={textsOf(typed, "consent")} />
    </>
  );
}

/** Who may see to the directives; nobody need be named. */
export function DesignatedQuestion({ ask, optional, typed }: Question) {
  const words = ask.field["post-mortem-directive"];
  return (
    <>
      <TextField name="designatedName" autoComplete="off" {...words.designatedName} optionalLabel={optional} defaultValue={textOf(typed, "designatedName")} />
      <TextField name="designatedContact" autoComplete="off" {...words.designatedContact} optionalLabel={optional} defaultValue={textOf(typed, "designatedContact")} />
    </>
  );
}

/** Who died. Only what tells one person from another. LIL art. 85, II. */
export function DeceasedWhoQuestion({ ask, optional, typed }: Question) {
  const words = ask.field.deceased;
  const off = { autoComplete: "off" };
  return (
    <>
      <TextField name="name" {...off} {...words.name} defaultValue={textOf(typed, "name")} />
      <DateField name="diedOn" {...words.diedOn} defaultValue={textOf(typed, "diedOn")} />
      <TextField name="placeOfDeath" {...off} {...words.placeOfDeath} defaultValue={textOf(typed, "placeOfDeath")} />
      <TextField name="lastCountry" width="m" {...off} {...words.lastCountry} defaultValue={textOf(typed, "lastCountry")} />
      <DateField name="bornOn" {...words.bornOn} optionalLabel={optional} defaultValue={textOf(typed, "bornOn")} />
      <TextField name="deceasedEmail" type="email" inputMode="email" {...off} {...words.deceasedEmail} optionalLabel={optional} defaultValue={textOf(typed, "deceasedEmail")} />
      <TextField name="deceasedCustomerNumber" width="m" {...off} {...words.deceasedCustomerNumber} optionalLabel={optional} defaultValue={textOf(typed, "deceasedCustomerNumber")} />
    </>
  );
}

/** In which capacity one writes. */
export function DeceasedCapacityQuestion({ ask, law, typed }: Question) {
  const words = ask.field.deceased;
  const heirs = optionsOf(law.otherHeirs).map((option) => (option.value === "disagree" ? { ...option, hint: ask.heirsDisagreeHint } : option));
  return (
    <>
      <Radios name="capacity" legend={words.capacity.label} options={optionsOf(law.capacity)} defaultValue={textOf(typed, "capacity")} />
      <TextField name="relationship" width="m" autoComplete="off" {...words.relationship} defaultValue={textOf(typed, "relationship")} />
      <Radios name="otherHeirs" legend={words.otherHeirs.label} options={heirs} defaultValue={textOf(typed, "otherHeirs")} />
    </>
  );
}

/** What is wanted: several things may be. LIL art. 85. */
export function DeceasedWishesQuestion({ ask, law, optional, typed }: Question) {
  const words = ask.field.deceased;
  return (
    <>
      <Checkboxes name="wishes" legend={words.wishes.label} hint={words.wishes.hint} options={optionsOf(law.estateWish)} defaultValue={textsOf(typed, "wishes")} />
      <TextArea name="details" {...words.details} optionalLabel={optional} defaultValue={textOf(typed, "details")} />
    </>
  );
}
