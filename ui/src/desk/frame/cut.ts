/** The start of what somebody typed, where it is said back to them in a sentence or on a button. */
export function cut(text: string, most = 60): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : text;
}
