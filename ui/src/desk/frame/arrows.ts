/** Lets the arrow keys, Home and End go through the buttons of a list, as in any list of this system. */
export function arrows(list: HTMLElement): () => void {
  const onkeydown = (event: KeyboardEvent) => {
    const buttons = [...list.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.isComposing) return;
    event.preventDefault();
    buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
  };
  list.addEventListener("keydown", onkeydown);
  return () => list.removeEventListener("keydown", onkeydown);
}
