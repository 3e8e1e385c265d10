/** Runs something once the page as it stands has been painted; soon in any case, as a hidden window paints nothing. */
export function afterPaint(run: () => void): void {
  let waiting = true;
  const once = () => {
    if (!waiting) return;
    waiting = false;
    run();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 100);
}
