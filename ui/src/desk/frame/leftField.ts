/** Fields that hold what somebody typed. */
const typed = "textarea, input:not([type=radio], [type=checkbox])";

/**
 * Escape in a field with something in it leaves the field, and nothing else: what was typed isn't lost by one key.
 * True: that is what it did.
 */
export function leftField(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.matches(typed) || (target as HTMLInputElement).value === "") return false;
  event.preventDefault();
  target.blur();
  return true;
}
