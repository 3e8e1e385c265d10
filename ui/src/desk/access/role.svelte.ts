/** A role to act in, on top of the way in, as it is being typed. */
import type { RoleForm } from "../../backend";
import type { Place } from "../failures";

/** The places of its fields, for the failures that belong there. */
export const roleFields: Place[] = ["role-arn", "factor-serial", "external-id"];

export class RoleTyped {
  open = $state(false);
  arn = $state("");
  factorSerial = $state("");
  externalId = $state("");

  /** As it is sent; null where no role is wanted. A role that was typed and folded away again still counts: it is said. */
  get form(): RoleForm | null {
    const arn = this.arn.trim();
    const factorSerial = this.factorSerial.trim() || null;
    const externalId = this.externalId.trim() || null;
    // A second factor without a role is a slip: sent as it is, it is refused at the role's field.
    return arn || factorSerial || externalId ? { arn, factorSerial, externalId } : null;
  }
}
