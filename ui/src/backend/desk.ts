/** The help desk's commands, one typed function each. */
import { call } from "./call";
import type { Commands } from "./commands";
import type { ActForm } from "./generated/ActForm";
import type { ConnectionForm } from "./generated/ConnectionForm";
import type { DeskSettings } from "./generated/DeskSettings";
import type { EntryId } from "./generated/EntryId";
import type { ExportForm } from "./generated/ExportForm";
import type { Job } from "./generated/Job";
import type { LandingTexts } from "./generated/LandingTexts";
import type { RecordFormat } from "./generated/RecordFormat";
import type { RecordQuery } from "./generated/RecordQuery";
import type { RoleForm } from "./generated/RoleForm";
import type { StatusFilter } from "./generated/StatusFilter";

/** Everything the desk begins with. */
export const deskStart = () => call("desk_start");
/** Locks the desk until access is confirmed again. */
export const lockDesk = () => call("lock_desk");
/** Says that somebody is there; at most a few times a minute. */
export const deskActive = () => call("desk_active");
/** Works on the practice pools, without any key. */
export const startDeskPractice = () => call("start_desk_practice");
/** Goes back to the real pools. */
export const leaveDeskPractice = () => call("leave_desk_practice");
export const changeDeskSettings = (settings: DeskSettings) => call("change_desk_settings", { settings });
/** Puts text that is no secret on the clipboard. */
export const copyText = (text: string) => call("copy_text", { text });
/** Opens the system's print dialog for what this window shows in its print form. */
export const printWindow = () => call("print_window");

/** The profiles of the AWS CLI on this computer. */
export const accessProfiles = () => call("access_profiles");
/** Tries access keys and keeps them in the keychain. They never come back. */
export const useKeys = (keys: Commands["use_keys"]["args"]) => call("use_keys", keys);
export const useProfile = (name: string, role: RoleForm | null, factorCode: string | null) =>
  call("use_profile", { name, role, factorCode });
/** Begins the sign-in in the browser, and opens it. `landing` is what the browser says when it comes back. */
export const beginIdentityCenter = (startUrl: string, region: string, landing: LandingTexts) =>
  call("begin_identity_center", { startUrl, region, landing });
/** Opens the browser once more. */
export const openIdentityCenterPage = () => call("open_identity_center_page");
/** Waits for the browser; then says which accounts there are. */
export const finishIdentityCenter = () => call("finish_identity_center");
export const identityCenterRoles = (accountId: string) => call("identity_center_roles", { accountId });
export const useIdentityCenter = (choice: Commands["use_identity_center"]["args"]) =>
  call("use_identity_center", choice);
/** Opens the access that is kept once more: after a lock, an expiry, or with the code of a second factor. */
export const confirmAccess = (factorCode: string | null) => call("confirm_access", { factorCode });
/** Forgets the access and everything of it in the keychain. */
export const forgetAccess = () => call("forget_access");
/**
 * Gives up on what the desk is waiting for: that call then rejects with `stopped-waiting`. An act that was sent
 * answers instead, with an outcome that isn't known.
 */
export const stopDesk = () => call("stop_desk");

export const listRegions = () => call("list_regions");
export const findPools = (region: string) => call("find_pools", { region });
/** Looks for pools by name in every Region. */
export const findPoolsEverywhere = (name: string) => call("find_pools_everywhere", { name });
export const listAppClients = (region: string, poolId: string) => call("list_app_clients", { region, poolId });
/** Reads a pool's settings, its health, and what this access may do there. */
export const examinePool = (region: string, poolId: string, clientId: string | null) =>
  call("examine_pool", { region, poolId, clientId });
/** Keeps a connection; the client's secret goes to the keychain without anyone seeing it. */
export const keepDeskConnection = (form: ConnectionForm) => call("keep_desk_connection", { form });
export const chooseDeskConnection = (id: string) => call("choose_desk_connection", { id });
export const removeDeskConnection = (id: string) => call("remove_desk_connection", { id });
/** The least-privilege IAM policy for a job, as JSON. */
export const permissionPolicy = (region: string, poolId: string, job: Job) =>
  call("permission_policy", { region, poolId, job });
/** The connection at work, for end users. A file is saved by a dialog with this title. */
export const exportConnection = (form: ExportForm, title: string) => call("export_connection", { form, title });

/** Begins a search and ends the one before it. */
export const searchUsers = (text: string, status: StatusFilter) => call("search_users", { text, status });
/** The next users of a search. */
export const moreUsers = (search: number) => call("more_users", { search });
/** Ends the search under way, which then rejects with `stopped-waiting`. */
export const stopSearch = () => call("stop_search");
/** Opens one user, which counts them as active for the month's bill. */
export const openUser = (username: string) => call("open_user", { username });
/** Signs in as a user once with this password, and out again. A wrong one counts towards the lock of the account. */
export const tryPassword = (username: string, password: string) => call("try_password", { username, password });
/** Does an act, records it, and looks again. Rejects only where nothing was sent; a refusal of the service is in the answer. */
export const performAct = (form: ActForm) => call("perform_act", { form });
/** Compares a permanent password with the rules of the pool at work. */
export const checkDeskPassword = (password: string) => call("check_desk_password", { password });
/** Copies the temporary password just made; says after how many seconds the clipboard is cleared. */
export const copyTemporaryPassword = () => call("copy_temporary_password");
/** The temporary password was told: forget it. */
export const forgetTemporaryPassword = () => call("forget_temporary_password");

/** Entries of the record, newest first; `before` is the `next` of the page before. */
export const searchRecord = (query: RecordQuery, before: EntryId | null) => call("search_record", { query, before });
/** Whether the record is whole. */
export const verifyRecord = () => call("verify_record");
/** Saves the record by a dialog with this title. False: they changed their mind. */
export const exportRecord = (query: RecordQuery, format: RecordFormat, title: string) =>
  call("export_record", { query, format, title });
