import type { House } from "../../backend";

/** A computer that nobody manages; and what is assumed while it isn't known. */
export const unmanaged: House = {
  managed: false,
  organisation: null,
  logo: null,
  accent: null,
  helpDesk: null,
  windows: "both",
  connections: "free",
};
