import { ask } from "./fr/ask";
import { errors } from "./fr/errors";
import { follow } from "./fr/follow";
import { law } from "./fr/law";
import { letters } from "./fr/letters";
import { office } from "./fr/office";
import { record } from "./fr/record";
import { site } from "./fr/site";

export const fr = { site, ask, follow, office, law, letters, record, errors };
