import { exists, t } from "../../language/messages.svelte";

/** Where a Region is, and its code as the AWS console shows it. */
export const regionName = (code: string): string => (exists(`region-${code}`) ? t("region-and-code", { name: t(`region-${code}`), code }) : code);

/** The Regions to choose from, by where they are; before them a choice for not knowing, if there is one. */
export function regionOptions(codes: string[], unknown: string | null): { value: string; label: string }[] {
  const options = codes.map((code) => ({ value: code, label: regionName(code) })).sort((a, b) => a.label.localeCompare(b.label));
  return unknown === null ? options : [{ value: "", label: unknown }, ...options];
}
