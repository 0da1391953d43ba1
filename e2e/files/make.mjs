// Writes the small documents the browser tests upload. Run once; the results are committed.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const here = import.meta.dirname;
const svg = (title) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#dfe8ea"/><text x="40" y="90" font-size="40" font-family="sans-serif">SPECIMEN</text><text x="40" y="170" font-size="32" font-family="sans-serif">${title}</text><rect x="40" y="220" width="120" height="140" fill="#9ab"/></svg>`);
writeFileSync(join(here, "identity.jpg"), await sharp(svg("Carte d’identité")).jpeg({ quality: 70 }).toBuffer());
writeFileSync(join(here, "death.png"), await sharp(svg("Acte de décès")).png({ palette: true }).toBuffer());

const pages = "BT /F1 24 Tf 60 700 Td (Acte de notoriete - specimen) Tj ET";
const objects = [
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R]/Count 1>>",
  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
  `<</Length ${pages.length}>>stream\n${pages}\nendstream`,
  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
];
let pdf = "%PDF-1.4\n";
const places = objects.map((body, index) => {
  const at = pdf.length;
  pdf += `${index + 1} 0 obj\n${body}\nendobj\n`;
  return at;
});
const table = pdf.length;
pdf += `xref\n0 6\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
writeFileSync(join(here, "heirship.pdf"), pdf, "latin1");
writeFileSync(join(here, "not-a-picture.jpg"), "This is a text that claims to be a picture.\n");
writeFileSync(join(here, "data.json"), `${JSON.stringify({ name: "Anne Durand", orders: [{ number: "C-42" }] }, null, 2)}\n`);
