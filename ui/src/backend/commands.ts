/** Every command the pages may call: what goes in and what comes back. Every one of them rejects with a `Failure`. */
import type { Accepted } from "./generated/Accepted";
import type { AccessView } from "./generated/AccessView";
import type { Account } from "./generated/Account";
import type { ActDone } from "./generated/ActDone";
import type { ActForm } from "./generated/ActForm";
import type { AppClientChoice } from "./generated/AppClientChoice";
import type { Card } from "./generated/Card";
import type { ConnectionForm } from "./generated/ConnectionForm";
import type { ConnectionView } from "./generated/ConnectionView";
import type { Delivery } from "./generated/Delivery";
import type { DeskConnection } from "./generated/DeskConnection";
import type { DeskSettings } from "./generated/DeskSettings";
import type { DeskStart } from "./generated/DeskStart";
import type { EntryId } from "./generated/EntryId";
import type { ExportForm } from "./generated/ExportForm";
import type { Exported } from "./generated/Exported";
import type { Factor } from "./generated/Factor";
import type { FirstFactor } from "./generated/FirstFactor";
import type { FoundUsers } from "./generated/FoundUsers";
import type { Job } from "./generated/Job";
import type { LandingTexts } from "./generated/LandingTexts";
import type { ListedPool } from "./generated/ListedPool";
import type { PasswordCheck } from "./generated/PasswordCheck";
import type { PoolReport } from "./generated/PoolReport";
import type { PracticeAuthenticator } from "./generated/PracticeAuthenticator";
import type { PracticeMessage } from "./generated/PracticeMessage";
import type { PracticePerson } from "./generated/PracticePerson";
import type { PracticePoolName } from "./generated/PracticePoolName";
import type { Profile } from "./generated/Profile";
import type { Prompt } from "./generated/Prompt";
import type { RecordFormat } from "./generated/RecordFormat";
import type { RecordPage } from "./generated/RecordPage";
import type { RecordQuery } from "./generated/RecordQuery";
import type { Regions } from "./generated/Regions";
import type { RoleForm } from "./generated/RoleForm";
import type { SignInView } from "./generated/SignInView";
import type { StartingPoint } from "./generated/StartingPoint";
import type { StatusFilter } from "./generated/StatusFilter";
import type { Verification } from "./generated/Verification";

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
  sign_in: { args: { username: string; password: string }; result: SignInView };
  choose_first_factor: { args: { choice: FirstFactor }; result: SignInView };
  choose_own_password: { args: { password: string; attributes: Record<string, string> }; result: SignInView };
  answer_sign_in_code: { args: { code: string }; result: SignInView };
  choose_factor: { args: { factor: Factor }; result: SignInView };
  confirm_authenticator: { args: { code: string }; result: SignInView };
  send_sign_in_code_again: { args: None; result: SignInView };
  abandon_sign_in: { args: None; result: null };
  check_password: { args: { password: string }; result: PasswordCheck };
  stop_waiting: { args: None; result: null };
  practice_people: { args: None; result: PracticePerson[] };
  practice_inbox: { args: None; result: PracticeMessage[] };
  practice_authenticators: { args: None; result: PracticeAuthenticator[] };
  open_help_desk: { args: None; result: null };
  open_recovery: { args: None; result: null };
  preferred_language: { args: None; result: string | null };

  desk_start: { args: None; result: DeskStart };
  lock_desk: { args: None; result: null };
  desk_active: { args: None; result: null };
  start_desk_practice: { args: None; result: DeskStart };
  leave_desk_practice: { args: None; result: DeskStart };
  change_desk_settings: { args: { settings: DeskSettings }; result: DeskSettings };
  copy_text: { args: { text: string }; result: null };
  print_window: { args: None; result: null };

  access_profiles: { args: None; result: Profile[] };
  use_keys: {
    args: {
      accessKeyId: string;
      secretAccessKey: string;
      sessionToken: string | null;
      region: string | null;
      role: RoleForm | null;
      factorCode: string | null;
    };
    result: AccessView;
  };
  use_profile: { args: { name: string; role: RoleForm | null; factorCode: string | null }; result: AccessView };
  begin_identity_center: { args: { startUrl: string; region: string; landing: LandingTexts }; result: Prompt };
  open_identity_center_page: { args: None; result: null };
  finish_identity_center: { args: None; result: Account[] };
  identity_center_roles: { args: { accountId: string }; result: string[] };
  use_identity_center: {
    args: { accountId: string; roleName: string; role: RoleForm | null; factorCode: string | null };
    result: AccessView;
  };
  confirm_access: { args: { factorCode: string | null }; result: AccessView };
  forget_access: { args: None; result: null };
  stop_desk: { args: None; result: null };

  list_regions: { args: None; result: Regions };
  find_pools: { args: { region: string }; result: ListedPool[] };
  find_pools_everywhere: { args: { name: string }; result: ListedPool[] };
  list_app_clients: { args: { region: string; poolId: string }; result: AppClientChoice[] };
  examine_pool: { args: { region: string; poolId: string; clientId: string | null }; result: PoolReport };
  keep_desk_connection: { args: { form: ConnectionForm }; result: DeskConnection };
  choose_desk_connection: { args: { id: string }; result: DeskConnection };
  remove_desk_connection: { args: { id: string }; result: null };
  permission_policy: { args: { region: string; poolId: string; job: Job }; result: string };
  export_connection: { args: { form: ExportForm; title: string }; result: Exported };

  search_users: { args: { text: string; status: StatusFilter }; result: FoundUsers };
  more_users: { args: { search: number }; result: FoundUsers };
  stop_search: { args: None; result: null };
  open_user: { args: { username: string }; result: Card };
  perform_act: { args: { form: ActForm }; result: ActDone };
  check_desk_password: { args: { password: string }; result: PasswordCheck };
  copy_temporary_password: { args: None; result: number };
  forget_temporary_password: { args: None; result: null };

  search_record: { args: { query: RecordQuery; before: EntryId | null }; result: RecordPage };
  verify_record: { args: None; result: Verification };
  export_record: { args: { query: RecordQuery; format: RecordFormat; title: string }; result: boolean };
};
