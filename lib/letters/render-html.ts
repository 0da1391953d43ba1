import type { Block, Letter } from "./letter";
import { linkTo } from "./link";
import type { RenderOptions } from "./render-text";

const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: #f4f5f7; color: #1b2430; font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
.letter { max-width: 34em; margin: 0 auto; padding: 32px 28px; background: #ffffff; border-radius: 8px; }
h1 { margin: 0 0 24px; font-size: 23px; line-height: 1.3; }
h2 { margin: 32px 0 8px; font-size: 18px; line-height: 1.35; }
p { margin: 0 0 16px; }
ul { margin: 0 0 16px; padding-left: 22px; }
.links { padding-left: 0; list-style: none; }
.links li { margin: 0 0 12px; }
.links a { color: #0e5a63; font-weight: 600; }
dl { margin: 0 0 20px; padding: 4px 0 4px 16px; border-left: 3px solid #0e5a63; }
dt { font-size: 15px; color: #4b5766; }
dd { margin: 0 0 10px; font-weight: 600; }
.button { display: inline-block; margin: 4px 0 20px; padding: 12px 22px; border-radius: 6px; background: #0e5a63; color: #ffffff; font-weight: 600; text-decoration: none; }
.footer { max-width: 34em; margin: 20px auto 0; padding: 0 28px; font-size: 14px; color: #4b5766; }
@media (prefers-color-scheme: dark) {
  body { background: #12161c; color: #e8ecf1; }
  .letter { background: #1b2129; }
  dt, .footer { color: #aab5c2; }
  .links a { color: #84cfd3; }
  dl { border-color: #84cfd3; }
  .button { background: #84cfd3; color: #06282c; }
}`;

/** The letter as HTML: no picture, no script, nothing fetched; every text escaped. */
export function renderHtml({ subject, blocks }: Letter, { locale, baseUrl, footer }: RenderOptions): string {
  const body = blocks.map((block) => htmlOf(block, baseUrl)).join("\n");
  return `<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escape(subject)}</title>
<style>${style}
</style>
</head>
<body>
<div class="letter" role="article" lang="${locale}">
<h1>${escape(subject)}</h1>
${body}
</div>
<p class="footer">${footer.map(escape).join("<br>")}</p>
</body>
</html>
`;
}

function htmlOf(block: Block, baseUrl: string): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${lines(block.text)}</p>`;
    case "heading":
      return `<h2>${escape(block.text)}</h2>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${lines(item)}</li>`).join("")}</ul>`;
    case "button":
      return `<p><a class="button" href="${escape(linkTo(block.path, baseUrl))}">${escape(block.label)}</a></p>`;
    case "links":
      return `<ul class="links">${block.items.map(({ label, path, detail }) => `<li><a href="${escape(linkTo(path, baseUrl))}">${escape(label)}</a><br>${lines(detail)}</li>`).join("")}</ul>`;
    case "facts":
      return `<dl>${block.rows.map(({ term, detail }) => `<dt>${escape(term)}</dt><dd>${lines(detail)}</dd>`).join("")}</dl>`;
  }
}

function lines(text: string): string {
  return text.split("\n").map(escape).join("<br>");
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");
}
