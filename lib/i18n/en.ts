import { ask } from "./en/ask";
import { calendar } from "./en/calendar";
import { digest } from "./en/digest";
import { errors } from "./en/errors";
import { follow } from "./en/follow";
import { law } from "./en/law";
import { letters } from "./en/letters";
import { office } from "./en/office";
import { site } from "./en/site";

export const en = { site, ask, follow, office, law, letters, digest, calendar, errors };
