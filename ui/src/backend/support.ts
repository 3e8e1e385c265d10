/** What the support window asks of Rust: one typed function per command. */
import { call } from "./call";
import type { CheckName } from "./generated/CheckName";

export { CommandFailed } from "./call";
export type { CheckName } from "./generated/CheckName";
export type { CheckResult } from "./generated/CheckResult";
export type { CheckState } from "./generated/CheckState";
export type { Failure } from "./generated/Failure";
export type { HelpDesk } from "./generated/HelpDesk";
export type { House } from "./generated/House";
export type { PolicyProblem } from "./generated/PolicyProblem";
export type { PolicyRefused } from "./generated/PolicyRefused";
export type { SupportStart } from "./generated/SupportStart";

/** What this window starts with: whose computer it is, and whether its policy can be used. */
export const supportStart = () => call("support_start");

/** Does one check, now. Each ends by itself. */
export const runCheck = (check: CheckName) => call("run_check", { check });

/** The report for support, exactly as it would be written. */
export const previewReport = () => call("preview_report");

/** Saves the report by a dialog with this title. False: they changed their mind. */
export const saveReport = (title: string) => call("save_report", { title });

/** Copies the report. */
export const copyReport = () => call("copy_report");
