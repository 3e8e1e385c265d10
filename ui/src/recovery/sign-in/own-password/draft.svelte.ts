/** An attribute that is asked for, as far as it is typed, in the parts that its control has. */
import type { AskedAttribute, FailureCode } from "../../../backend";
import { joinedDate } from "./dates";
import { dialled, joinedPhone, presetCountry, type Country } from "./phone";

export class AttributeDraft {
  /** The whole of it; for a phone, the number without the country's code. */
  text = $state("");
  country = $state<Country>("US");
  day = $state("");
  month = $state("");
  year = $state("");

  /** `language` is a BCP 47 tag, by which a phone's country is guessed. */
  constructor(
    readonly asked: AskedAttribute,
    language: string,
  ) {
    this.country = presetCountry(language);
  }

  /** As it is sent: a phone number in E.164, a date as YYYY-MM-DD. Empty where it can't be right. */
  get value(): string {
    switch (this.asked.kind) {
      case "phone":
        return joinedPhone(this.country, this.text) ?? "";
      case "date":
        return joinedDate(this.year, this.month, this.day) ?? "";
      default:
        return this.text.trim();
    }
  }

  /** Why it can't be right, or null. Rust looks at it again. */
  get fault(): Extract<FailureCode, "attribute-missing" | "attribute-malformed"> | null {
    const typed = this.asked.kind === "date" ? this.day + this.month + this.year : this.text;
    if (typed.trim() === "") return "attribute-missing";
    const email = this.asked.kind !== "email" || /^[^\s@]+@[^\s@]+$/u.test(this.value);
    return this.value !== "" && email ? null : "attribute-malformed";
  }

  /** A number with its own country code, typed or pasted, says which country it is of. */
  followCountry(): void {
    this.country = dialled(this.text, this.country);
  }
}
