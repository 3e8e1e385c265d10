import type { AccessView } from "../../backend";
import { t } from "../../language/messages.svelte";

/** “You are … in account …”, as AWS says it. */
export function whoAndWhere(access: AccessView): string {
  if (access.way === "practice") return t("desk-who-practice");
  const { name, account, accountName } = access.caller;
  return accountName
    ? t("desk-who-named", { name, account: accountName, id: account })
    : t("desk-who", { name, account });
}

/** The same in a line, for where there is little room. */
export function whoInALine(access: AccessView): string {
  if (access.way === "practice") return t("desk-who-practice");
  return t("desk-who", { name: access.caller.name, account: access.caller.accountName ?? access.caller.account });
}
