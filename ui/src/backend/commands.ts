/** Every command the pages may call: what goes in and what comes back. Every one of them rejects with a `Failure`. */
import type { Accepted } from "./generated/Accepted";
import type { ConnectionView } from "./generated/ConnectionView";
import type { Delivery } from "./generated/Delivery";
import type { PasswordCheck } from "./generated/PasswordCheck";
import type { PracticeMessage } from "./generated/PracticeMessage";
import type { PracticePerson } from "./generated/PracticePerson";
import type { PracticePoolName } from "./generated/PracticePoolName";
import type { StartingPoint } from "./generated/StartingPoint";

type None = Record<string, never>;

export type Commands = {
  starting_point: { args: None; result: StartingPoint };
  choose_connection_file: { args: { title: string }; result: ConnectionView | null };
  read_setup_code: { args: { setupCode: string }; result: ConnectionView };
  accept_connection: { args: None; result: Accepted };
  leave_connection: { args: None; result: null };
  start_practice: { args: { pool: PracticePoolName }; result: ConnectionView };
  forgot_password: { args: { username: string }; result: Delivery };
  confirm_forgot_password: { args: { username: string; code: string; password: string }; result: null };
  resend_sign_up_code: { args: { username: string }; result: Delivery };
  confirm_sign_up: { args: { username: string; code: string }; result: null };
  check_password: { args: { password: string }; result: PasswordCheck };
  stop_waiting: { args: None; result: null };
  practice_people: { args: None; result: PracticePerson[] };
  practice_inbox: { args: None; result: PracticeMessage[] };
  open_help_desk: { args: None; result: null };
  open_recovery: { args: None; result: null };
  preferred_language: { args: None; result: string | null };
};
