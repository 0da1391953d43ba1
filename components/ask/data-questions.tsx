import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { optionsOf, type Question, textOf } from "./question";

/** Access and erasure: everything, or which data. GDPR Art. 15, 17. */
export function ScopeQuestion({ right, ask, law, typed }: Question & { right: "access" | "erasure" }) {
  const words = ask.field[right];
  return (
    <Radios
      name="scope"
      legend={words.scope.label}
      defaultValue={textOf(typed, "scope")}
      options={[
        { value: "everything", label: law.scope.everything },
        { value: "specific", label: law.scope.specific, children: <TextArea name="details" {...words.details} defaultValue={textOf(typed, "details")} /> },
      ]}
    />
  );
}

/** Which information is wrong and what is right. GDPR Art. 16. */
export function RectificationQuestion({ ask, typed }: Question) {
  const words = ask.field.rectification;
  return (
    <>
      <TextField name="field" {...words.field} defaultValue={textOf(typed, "field")} />
      <TextArea name="wrongValue" rows={2} {...words.wrongValue} defaultValue={textOf(typed, "wrongValue")} />
      <TextArea name="rightValue" rows={2} {...words.rightValue} defaultValue={textOf(typed, "rightValue")} />
    </>
  );
}

/** One of the four grounds. GDPR Art. 18(1). */
export function RestrictionQuestion({ ask, law, optional, typed }: Question) {
  const words = ask.field.restriction;
  const options = Object.entries(law.restrictionGround).map(([value, ground]) => ({ value, label: ground.words }));
  return (
    <>
      <Radios name="ground" legend={words.ground.label} options={options} defaultValue={textOf(typed, "ground")} />
      <TextArea name="details" {...words.details} optionalLabel={optional} defaultValue={textOf(typed, "details")} />
    </>
  );
}

/** To me, or to another controller. GDPR Art. 20(1)-(2). */
export function PortabilityQuestion({ ask, law, typed }: Question) {
  const words = ask.field.portability;
  const recipient = (
    <>
      <TextField name="recipientName" width="m" autoComplete="off" {...words.recipientName} defaultValue={textOf(typed, "recipientName")} />
      <TextField name="recipientContact" autoComplete="off" {...words.recipientContact} defaultValue={textOf(typed, "recipientContact")} />
    </>
  );
  return (
    <Radios
      name="destination"
      legend={words.destination.label}
      defaultValue={textOf(typed, "destination")}
      options={optionsOf(law.destination).map((option) => (option.value === "me" ? option : { ...option, children: recipient }))}
    />
  );
}

/** Anything in particular about transfers; nothing need be said. GDPR Art. 15(2), 46. */
export function TransfersQuestion({ ask, optional, typed }: Question) {
  return <TextArea name="details" {...ask.field.transfers.details} optionalLabel={optional} defaultValue={textOf(typed, "details")} />;
}
