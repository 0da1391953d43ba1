import "server-only";
import type { SendMailOptions } from "nodemailer";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Letter } from "@/lib/letters/letter";
import { renderHtml } from "@/lib/letters/render-html";
import { renderText } from "@/lib/letters/render-text";
import { env } from "../env";
import { headerText, recipient, sender } from "./address";
import { MailError, mailError } from "./mail-error";
import { writeMailFile } from "./mail-file";
import { smtp } from "./transport";

type Mail = {
  to: string;
  letter: Letter;
  locale: Locale;
  /** The left side of the Message-ID: the same mail always has the same, so that a second copy can be recognised. */
  messageId: string;
  /** The last lines; those of a letter to a person where none are given. */
  footer?: string[];
};

/**
 * Sends one letter to exactly one address, as text and HTML. Without SMTP_URL it becomes a file in DATA_DIR/mail.
 * @throws MailError, TypeError (an address or a subject that is not one)
 */
export async function send(mail: Mail): Promise<void> {
  const message = messageOf(mail);
  const server = smtp();
  if (!server) return writeMailFile(mail.messageId, message);
  const info = await server.sendMail(message).catch((error: unknown) => {
    throw mailError(error);
  });
  if (info.accepted.length !== 1) throw new MailError("refused");
}

function messageOf({ to, letter, locale, messageId, footer }: Mail): SendMailOptions {
  if (!/^[A-Za-z0-9.-]{1,100}$/.test(messageId)) throw new TypeError("not a message id");
  const { controller, publicUrl } = env();
  const address = recipient(to);
  const from = sender();
  const options = { locale, baseUrl: publicUrl, footer: footer ?? messages(locale).letters.footer(controller.name, controller.address) };
  return {
    from,
    to: { name: "", address },
    // Given apart from the headers: nothing in a header can add a recipient.
    envelope: { from: from.address, to: [address] },
    subject: headerText(letter.subject),
    text: renderText(letter, options),
    html: renderHtml(letter, options),
    messageId: `<${messageId}@${new URL(publicUrl).hostname.replaceAll(/[[\]]/g, "")}>`,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": locale },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
