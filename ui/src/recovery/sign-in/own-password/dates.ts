/** Dates in three parts, as people write them. `input type="date"` is a plain text field in WebKitGTK. */

export type DatePart = "day" | "month" | "year";

const parts: DatePart[] = ["day", "month", "year"];

/** The order in which a language writes a date. */
export function dateOrder(language: string): DatePart[] {
  const written = new Intl.DateTimeFormat(language, { day: "numeric", month: "numeric", year: "numeric" }).formatToParts();
  return written.map(({ type }) => type).filter((type): type is DatePart => parts.includes(type as DatePart));
}

/** The months' names, January first. */
export function monthNames(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2000, month, 1))));
}

const EARLIEST_YEAR = 1800;

/** YYYY-MM-DD (OpenID Connect Core 1.0, 5.1, `birthdate`), or null where there is no such day. */
export function joinedDate(year: string, month: string, day: string): string | null {
  const [y, m, d] = [year, month, day].map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : NaN)) as [number, number, number];
  const date = new Date(Date.UTC(y, m - 1, d));
  const real = y >= EARLIEST_YEAR && date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return real ? date.toISOString().slice(0, 10) : null;
}
