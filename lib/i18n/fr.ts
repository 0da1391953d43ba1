import { ask } from "./fr/ask";
import { clock } from "./fr/clock";
import { calendar } from "./fr/calendar";
import { digest } from "./fr/digest";
import { errors } from "./fr/errors";
import { evidence } from "./fr/evidence";
import { follow } from "./fr/follow";
import { law } from "./fr/law";
import { letters } from "./fr/letters";
import { mask } from "./fr/mask";
import { office } from "./fr/office";
import { record } from "./fr/record";
import { search } from "./fr/search";
import { signals } from "./fr/signals";
import { signIn } from "./fr/sign-in";
import { site } from "./fr/site";
import { timeLimit } from "./fr/time-limit";

export const fr = { site, ask, follow, office, law, letters, errors, clock, timeLimit, digest, calendar, record, mask, evidence, signals, search, signIn };
