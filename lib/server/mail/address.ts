import "server-only";
import { isEmail } from "@/lib/request/ask/text";
import { env } from "../env";

/** Any control character, or a separator some readers take for the end of a line. */
const breaking = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

/** The one address a mail goes to, unchanged. Throws on anything `isEmail` does not accept. */
export function recipient(to: string): string {
  if (!isEmail(to)) throw new TypeError("not an e-mail address");
  return to;
}

/** A text for a header. Throws if it holds a line break or another control character. */
export function headerText(text: string): string {
  if (breaking.test(text)) throw new TypeError("a header is one line");
  return text;
}

/** MAIL_FROM in its two parts. */
export function sender(): { name: string; address: string } {
  const from = headerText(env().mailFrom);
  const named = /^(.*)<([^<>]+)>$/.exec(from);
  return named ? { name: (named[1] ?? "").trim().replace(/^"(.*)"$/, "$1"), address: (named[2] ?? "").trim() } : { name: "", address: from.trim() };
}
