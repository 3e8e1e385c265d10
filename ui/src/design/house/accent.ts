/** From an organisation's one colour to the shades that a page needs, with text and lines readable whatever the colour is. */

/** Red, green and blue, 0 to 255. */
type Colour = [number, number, number];

export type Shades = {
  /** For text, lines and filled buttons: at least 4.5:1 on every surface. */
  accent: string;
  accentPress: string;
  onAccent: string;
  accentSoft: string;
  /** The colour itself, for a square that carries nothing but an initial, and what is readable on it. */
  mark: string;
  onMark: string;
};

/** What text needs on what it stands on (WCAG 2.2, success criterion 1.4.3). */
const TEXT = 4.5;
/** What a grey is brought to: a button in a middle grey would look as if it couldn't be pressed. */
const GREY_TEXT = 9;
/** Parts of a colour that differ by less make a grey. */
const GREY = 24;
/** How far a pressed button is from one at rest, and a soft surface from the paper. */
const PRESS = 0.2;
const SOFT = { light: 0.1, dark: 0.15 };
/** Nearer than this to black or white, a pressed button can only move away from it. */
const NEAR = 1.5;

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

/** A colour from `#rrggbb` or `#rgb`; null for anything else. */
export function colour(text: string): Colour | null {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1];
  if (!digits) return null;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => parseInt(pair, 16));
  return [red, green, blue];
}

const written = (of: Colour): string => `#${of.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance (WCAG 2.2, definition of that name). */
function luminance(of: Colour): number {
  const [red, green, blue] = of.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of that name). */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of one colour in another, rounded as it will be shown. */
const mixed = (share: number, of: Colour, into: Colour): Colour =>
  of.map((part, index) => Math.round(part * share + (into[index] ?? 0) * (1 - share))) as Colour;

const readableOn = (surface: Colour): Colour => (contrast(surface, WHITE) >= contrast(surface, BLACK) ? WHITE : BLACK);

/**
 * The shades of `#rrggbb` for a theme; null if it is no colour. `surfaces` are all that text in this colour may stand on;
 * the first is the one that the soft shade is made from. Towards black in a light theme and towards white in a dark one
 * the contrast only grows, so the nearest shade that is enough is found step by step.
 */
export function shades(of: string, surfaces: string[], dark: boolean): Shades | null {
  const own = colour(of);
  const below = surfaces.map(colour).filter((each): each is Colour => each !== null);
  const paper = below[0];
  if (!own || !paper) return null;
  const end = dark ? WHITE : BLACK;
  const on = dark ? BLACK : WHITE;
  const soft = (shade: Colour) => mixed(dark ? SOFT.dark : SOFT.light, shade, paper);
  const least = Math.max(...own) - Math.min(...own) < GREY ? GREY_TEXT : TEXT;
  const enough = (shade: Colour) => [...below, on, soft(shade)].every((each) => contrast(shade, each) >= least);
  let accent = own;
  for (let share = 1; share >= 0 && !enough(accent); share -= 0.02) accent = mixed(share, own, end);
  return {
    accent: written(accent),
    accentPress: written(mixed(1 - PRESS, accent, contrast(accent, end) < NEAR ? on : end)),
    onAccent: written(on),
    accentSoft: written(soft(accent)),
    mark: written(own),
    onMark: written(readableOn(own)),
  };
}
