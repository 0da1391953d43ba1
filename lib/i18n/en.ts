import { ask } from "./en/ask";
import { clock } from "./en/clock";
import { calendar } from "./en/calendar";
import { digest } from "./en/digest";
import { errors } from "./en/errors";
import { evidence } from "./en/evidence";
import { follow } from "./en/follow";
import { law } from "./en/law";
import { letters } from "./en/letters";
import { mask } from "./en/mask";
import { office } from "./en/office";
import { record } from "./en/record";
import { search } from "./en/search";
import { signals } from "./en/signals";
import { signIn } from "./en/sign-in";
import { site } from "./en/site";
import { timeLimit } from "./en/time-limit";

export const en = { site, ask, follow, office, law, letters, errors, clock, timeLimit, digest, calendar, record, mask, evidence, signals, search, signIn };
