/** What a logo is put on: a dark one disappears on a dark page, a white one on a white page. */
export type Plate = "light" | "dark";

/** Side of the small picture that is looked at, in pixels. */
const SIDE = 24;
/** From this lightness on, of 255, what can be seen of a logo is lost on white. */
const PALE = 200;

/** How light the visible part of a picture is on average, 0 to 255; null where nothing of it can be seen. */
export function lightness(pixels: ArrayLike<number>): number | null {
  let sum = 0;
  let weight = 0;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = [pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]];
    sum += alpha * (0.2126 * red + 0.7152 * green + 0.0722 * blue);
    weight += alpha;
  }
  return weight > 0 ? sum / weight : null;
}

/** The plate for a logo that has been loaded. */
export function plateFor(logo: HTMLImageElement): Plate {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  if (!drawing) return "light";
  drawing.drawImage(logo, 0, 0, SIDE, SIDE);
  const light = lightness(drawing.getImageData(0, 0, SIDE, SIDE).data);
  return light !== null && light >= PALE ? "dark" : "light";
}
