import { expect, test } from "vitest";
import { mask as en } from "@/lib/i18n/en/mask";
import { mask as fr } from "@/lib/i18n/fr/mask";
import { dayFigures } from "@/lib/i18n/dates";
import { watermarkLayout } from "./watermark";

test("it names who may use the copy, for what, and since when", () => {
  const filed = { controller: "OPTIMAREST", reference: "K7QF-2M9X", on: dayFigures("2026-11-23T10:00:00Z", "Europe/Paris", "fr") };
  expect(fr.watermark(filed)).toBe("OPTIMAREST – demande K7QF-2M9X – 23/11/2026 – seulement pour cette demande");
  expect(fr.watermark({ ...filed, reference: null })).toBe("OPTIMAREST – demande du 23/11/2026 – seulement pour cette demande");
  expect(en.watermark(filed)).toBe("OPTIMAREST – request K7QF-2M9X – 23/11/2026 – only for this request");
});

test.each([
  [3000, 2000],
  [640, 400],
  [1240, 3000],
  [300, 300],
])("on %i × %i one text lies whole on the diagonal, and no place is far from a text", (width, height) => {
  const textWidth = 33;
  const { fontSize, angle, at } = watermarkLayout({ width, height }, textWidth);
  const half = (textWidth * fontSize) / 2;
  expect(at).toContainEqual({ x: 0, y: 0 });
  for (const end of [-half, half]) {
    expect(Math.abs(end * Math.cos(angle))).toBeLessThan(width / 2);
    expect(Math.abs(end * Math.sin(angle))).toBeLessThan(height / 2);
  }
  for (const [x, y] of [[-1, -1], [1, -1], [-1, 1], [1, 1], [0, 0.5]].map(([x = 0, y = 0]) => [(x * width) / 2, (y * height) / 2] as const)) {
    const turned = { x: x * Math.cos(-angle) - y * Math.sin(-angle), y: x * Math.sin(-angle) + y * Math.cos(-angle) };
    const nearest = Math.min(...at.map((text) => Math.hypot(Math.max(0, Math.abs(turned.x - text.x) - half), turned.y - text.y)));
    expect(nearest / fontSize).toBeLessThan(5);
  }
});
