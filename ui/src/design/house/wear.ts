/** Puts an organisation's colour on the page, as the custom properties of tokens.css. Set by script: the content security policy has no inline style. */
import { shades, type Shades } from "./accent";

/** What text in the accent colour may stand on, as tokens.css names it. */
const surfaces = ["--paper", "--raised", "--sunken", "--warn-soft", "--bad-soft"];

const properties: Record<keyof Shades, string> = {
  accent: "--accent",
  accentPress: "--accent-press",
  onAccent: "--on-accent",
  accentSoft: "--accent-soft",
  mark: "--mark",
  onMark: "--on-mark",
};

let worn: string | null = null;
let watching = false;

function paint(dark: boolean): void {
  const { style } = document.documentElement;
  for (const property of Object.values(properties)) style.removeProperty(property);
  if (worn === null) return;
  const page = getComputedStyle(document.documentElement);
  const made = shades(worn, surfaces.map((name) => page.getPropertyValue(name)), dark);
  if (!made) return;
  for (const [shade, property] of Object.entries(properties)) style.setProperty(property, made[shade as keyof Shades]);
}

/** Wears `#rrggbb` from now on, in both themes; null: Readmit's own colour. */
export function wear(accent: string | null): void {
  worn = accent;
  const theme = matchMedia("(prefers-color-scheme: dark)");
  paint(theme.matches);
  if (!watching) theme.addEventListener("change", ({ matches }) => paint(matches));
  watching = true;
}
