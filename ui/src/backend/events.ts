/** What Rust says without being asked. Neither carries anything: whoever hears it asks for what is new. */
import { listen } from "@tauri-apps/api/event";

type Heard = "house-changed" | "offer-arrived";

/** From now on, until the window closes. Where that isn't allowed, the window works with what it began with. */
function hear(name: Heard, then: () => void): void {
  listen(name, then).catch(() => undefined);
}

/** IT changed what this computer may do: ask `house`, or `deskStart`, again. */
export const onHouseChanged = (then: () => void): void => hear("house-changed", then);

/** A connection came by a file or a link: ask `arrivedOffer`. */
export const onOfferArrived = (then: () => void): void => hear("offer-arrived", then);
