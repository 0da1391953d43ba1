import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReplyBody } from "./reply-body";

const render = (body: string) => renderToStaticMarkup(<ReplyBody body={body} />).replace(/^<div[^>]*>|<\/div>$/g, "");

test("paragraphs, headings and lists", () => {
  expect(render("Bonjour,\nMadame\n\n## Vos données\n- nom\n- adresse\n\nCordialement")).toBe("<p>Bonjour,<br/>Madame</p><h2>Vos données</h2><ul><li>nom</li><li>adresse</li></ul><p>Cordialement</p>");
});

test("everything else stays text", () => {
  expect(render("<img src=x onerror=alert(1)> [a](javascript:b)")).toBe("<p>&lt;img src=x onerror=alert(1)&gt; [a](javascript:b)</p>");
});
