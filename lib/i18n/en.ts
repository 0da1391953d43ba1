import { ask } from "./en/ask";
import { errors } from "./en/errors";
import { follow } from "./en/follow";
import { law } from "./en/law";
import { letters } from "./en/letters";
import { office } from "./en/office";
import { record } from "./en/record";
import { site } from "./en/site";

export const en = { site, ask, follow, office, law, letters, record, errors };
