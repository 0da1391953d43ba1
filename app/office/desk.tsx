import type { ReactNode } from "react";
import { OfficeHeader, type OfficePlace } from "@/components/office/header";
import type { requireAnyStaff } from "@/lib/server/session";
import { signOutAction } from "./account/actions";

type Props = { actor: Awaited<ReturnType<typeof requireAnyStaff>>; place: OfficePlace; children: ReactNode };

/** The frame of a page behind sign-in: header and main content. */
export function Desk({ actor, place, children }: Props) {
  const maySee = { queue: actor.permissions.has("case.read"), figures: actor.permissions.has("figures.read"), clock: actor.permissions.has("clock.manage"), departments: actor.permissions.has("departments.manage"), staff: actor.permissions.has("staff.manage") };
  return (
    <>
      <OfficeHeader name={actor.name} maySee={maySee} place={place} locale={actor.locale} signOut={signOutAction} />
      <main id="main" tabIndex={-1} className="desk">{children}</main>
    </>
  );
}
