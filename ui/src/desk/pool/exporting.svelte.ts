/** A connection for end users, on its way out of the desk. */
import { exportConnection, copyText, type Failure, type HelpDesk } from "../../backend";
import { t } from "../../language/messages.svelte";
import { Attempt } from "../attempt.svelte";
import type { DeskState } from "../desk.svelte";

export class Exporting {
  phone = $state("");
  email = $state("");
  link = $state("");
  hours = $state("");
  includeSecret = $state(false);
  setupCode = $state<string | null>(null);
  /** For how many seconds a code that no page may hold is on the clipboard; null where there is none. */
  copiedSeconds = $state<number | null>(null);
  saved = $state(false);
  copied = $state(false);

  readonly saving = new Attempt();
  readonly making = new Attempt();
  readonly copying = new Attempt();
  private readonly all = [this.saving, this.making, this.copying];

  constructor(private readonly desk: DeskState) {}

  private get helpDesk(): HelpDesk | null {
    const [phone, email, link, hours] = [this.phone, this.email, this.link, this.hours].map((each) => each.trim() || null);
    return phone || email || link || hours ? { phone: phone ?? null, email: email ?? null, link: link ?? null, hours: hours ?? null } : null;
  }

  /** What went wrong the last time. */
  get failure(): Failure | null {
    return this.saving.failure ?? this.making.failure ?? this.copying.failure;
  }

  /** Somebody typed: what was wrong with it is being mended. */
  typed(): void {
    this.changed();
    for (const attempt of this.all) if (attempt.failure?.code === "connection-wrong-value") attempt.failure = null;
  }

  /** What was made before is not what it would be now. */
  changed(): void {
    this.setupCode = null;
    this.copiedSeconds = null;
    this.saved = false;
    this.copied = false;
  }

  /** What another button was refused is not what this one is. */
  private begin(): void {
    this.changed();
    for (const attempt of this.all) attempt.failure = null;
  }

  async save(): Promise<void> {
    this.begin();
    await this.saving.run(async () => {
      this.saved = (await this.ask("file")).saved;
    });
  }

  async makeCode(): Promise<void> {
    this.begin();
    await this.making.run(async () => {
      ({ setupCode: this.setupCode, copiedSeconds: this.copiedSeconds } = await this.ask("setup-code"));
    });
  }

  async copy(): Promise<void> {
    const code = this.setupCode;
    if (code !== null) this.copied = await this.copying.run(async () => void (await copyText(code)));
  }

  private ask(form: "file" | "setup-code") {
    const { includeSecret, helpDesk } = this;
    return this.desk.guard(exportConnection({ form, includeSecret, helpDesk }, t("export-dialog")));
  }
}
