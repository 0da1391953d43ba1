/** `npm start -- --demo`: a lively example of invented people and requests, made through the use cases. A second run changes nothing. */
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { now } from "@/lib/server/clock";
import { addDepartments } from "./demo/departments";
import { fileStory } from "./demo/file-story";
import { type Happening, happenings, momentsOf } from "./demo/happenings";
import { recordExamples } from "./demo/recorded";
import { settleLetter } from "./demo/letters";
import { performHappening } from "./demo/perform-happening";
import { addMembers, demoPassword, members } from "./demo/staff";
import { stories, type Story } from "./demo/stories";

type Planned = { at: Date; index: number; story: Story; happening: Happening; isLast: boolean };

const dayMs = 86_400_000;
/** The member added when all is done: the mark of a whole example. */
const last = members.at(-1) as (typeof members)[number];

async function load(): Promise<void> {
  const isDone = (await db().staff.findUnique({ where: { id: last.id } })) !== null;
  const isBegun = (await db().staff.findUnique({ where: { id: members[0]?.id ?? "" } })) !== null;
  if (!isDone && !isBegun && (await db().subjectRequest.count()) > 0) return say("This portal already holds requests: the example is only for an empty one. Nothing was added.");
  if (!isDone && !isBegun) await tell(now());
  if (!isDone && isBegun) say("An earlier run was interrupted: the example stands as far as it came. For a whole one, start with an empty DATA_DIR.");
  say(`Example: sign in at ${env().publicUrl}/office with the password "${demoPassword}" as`);
  for (const { email, roles } of members) say(`  ${roles.join(", ").padEnd(14)} ${email}`);
  say("The dpo and the administrator set up an authenticator app at their first sign-in (any will do); the others need their password alone.");
}

/** All that happens, in the order of time, as it would have. */
async function tell(at: Date): Promise<void> {
  const begin = new Date(at.getTime() - 70 * dayMs);
  await addMembers(members.slice(0, -1), begin);
  say("Example: 60 requests through the form, 5 recorded by staff …");
  const references = new Map<number, string>();
  for (const { at: moment, index, story, happening, isLast } of planned(at)) {
    const known = references.get(index) ?? null;
    if (happening.what === "file") references.set(index, await fileStory(story, index, moment));
    else if (known) await performHappening(happening, { story, index, reference: known, at: moment });
    await settleLetter(references.get(index) ?? "", moment, isLast && index === 18);
  }
  await addDepartments([...references.values()], at);
  await recordExamples(at);
  await addMembers([last], begin);
}

function planned(at: Date): Planned[] {
  return stories
    .flatMap((story, index) => {
      const steps = happenings(story, index);
      const moments = momentsOf(story, steps.length, index, at);
      return steps.map((happening, step) => ({ at: moments[step] as Date, index, story, happening, isLast: step === steps.length - 1 }));
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  await load();
} finally {
  await db().$disconnect();
}
