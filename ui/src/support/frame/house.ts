/** What the house says about whom to ask. */
import type { HelpDesk, House } from "../../backend/support";

/** The help desk, where it can be reached. */
export function helpDeskOf(house: House | null): HelpDesk | null {
  const desk = house?.helpDesk ?? null;
  return desk !== null && (desk.phone || desk.email || desk.link) ? desk : null;
}
