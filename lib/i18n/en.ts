import { ask } from "./en/ask";
import { errors } from "./en/errors";
import { follow } from "./en/follow";
import { law } from "./en/law";
import { letters } from "./en/letters";
import { mask } from "./en/mask";
import { office } from "./en/office";
import { site } from "./en/site";

export const en = { site, ask, follow, mask, office, law, letters, errors };
