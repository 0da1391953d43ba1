"use client";
import { type Packed, unpack } from "@/components/ui/packed";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";

type Props = { options: Packed<readonly { value: string; label: string }[]>; label: string; submit: string };

/** Below the queue: to whom the chosen requests go. */
export function GiveBar({ options, label, submit }: Props) {
  return (
    <div className="give-bar">
      <Select name="to" label={label} options={unpack(options)} />
      <Submit variant="secondary">{submit}</Submit>
    </div>
  );
}
