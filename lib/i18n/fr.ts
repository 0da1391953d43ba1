import { ask } from "./fr/ask";
import { errors } from "./fr/errors";
import { follow } from "./fr/follow";
import { law } from "./fr/law";
import { letters } from "./fr/letters";
import { mask } from "./fr/mask";
import { office } from "./fr/office";
import { site } from "./fr/site";

export const fr = { site, ask, follow, mask, office, law, letters, errors };
