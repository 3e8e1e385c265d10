/** Where the button beside a failure leads, for those that lead to another room of the desk. */
import type { DeskState } from "../desk.svelte";
import type { Remedy } from "../failures";

export const ways = (desk: DeskState): Partial<Record<Remedy, () => void>> => ({
  permissions: () => (desk.view = "pool"),
  settings: () => (desk.view = "settings"),
  "sign-in": () => (desk.setup = "welcome"),
});
