//! What the pages may call, one file per task. Which window may call which is decided by
//! `capabilities/` and `permissions/`, not here.

pub mod access;
pub mod connections;
pub mod desk;
pub mod pools;
pub mod practice;
pub mod record;
pub mod recovery;
pub mod sign_in;
pub mod start;
pub mod support;
pub mod users;

use tauri::ipc::Invoke;

/// Notes in the log that a command was called: its name, and nothing that came with it.
fn noted(
    handle: impl Fn(Invoke) -> bool + Send + Sync + 'static,
) -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    move |call| {
        let window = call.message.webview_ref().label();
        tracing::debug!(command = call.message.command(), window, "asked");
        handle(call)
    }
}

/// Names every command once, for Tauri's handler and for the tests.
macro_rules! commands {
    ($($module:ident::$name:ident,)+) => {
        /// Hands each call of a page to its command.
        pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
            noted(tauri::generate_handler![$($module::$name,)+])
        }

        /// The name of every command.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name),)+];
    };
}

commands! {
    access::access_profiles,
    access::begin_identity_center,
    access::confirm_access,
    access::finish_identity_center,
    access::forget_access,
    access::identity_center_roles,
    access::open_identity_center_page,
    desk::stop_desk,
    access::use_identity_center,
    access::use_keys,
    access::use_profile,
    connections::accept_connection,
    connections::arrived_offer,
    connections::choose_connection,
    connections::choose_connection_file,
    connections::decline_offer,
    connections::leave_connection,
    connections::read_setup_code,
    desk::change_desk_settings,
    desk::copy_text,
    desk::desk_active,
    desk::desk_start,
    desk::leave_desk_practice,
    desk::lock_desk,
    desk::print_window,
    desk::start_desk_practice,
    pools::choose_desk_connection,
    pools::examine_pool,
    pools::export_connection,
    pools::find_pools,
    pools::find_pools_everywhere,
    pools::keep_desk_connection,
    pools::list_app_clients,
    pools::list_regions,
    pools::permission_policy,
    pools::remove_desk_connection,
    practice::practice_authenticators,
    practice::practice_inbox,
    practice::practice_password,
    practice::practice_people,
    practice::start_practice,
    record::export_record,
    record::search_record,
    record::verify_record,
    recovery::check_password,
    recovery::confirm_forgot_password,
    recovery::confirm_sign_up,
    recovery::forgot_password,
    recovery::resend_sign_up_code,
    recovery::stop_waiting,
    sign_in::abandon_sign_in,
    sign_in::answer_sign_in_code,
    sign_in::choose_factor,
    sign_in::choose_first_factor,
    sign_in::choose_own_password,
    sign_in::confirm_authenticator,
    sign_in::copy_authenticator_secret,
    sign_in::send_sign_in_code_again,
    sign_in::sign_in,
    start::house,
    start::open_help_desk,
    start::open_recovery,
    start::preferred_language,
    start::starting_point,
    support::copy_report,
    support::open_support,
    support::preview_report,
    support::run_check,
    support::save_report,
    support::support_start,
    users::check_desk_password,
    users::copy_temporary_password,
    users::forget_temporary_password,
    users::more_users,
    users::open_user,
    users::perform_act,
    users::search_users,
    users::stop_search,
    users::try_password,
}

#[cfg(test)]
mod tests {
    use super::NAMES;
    use std::collections::BTreeSet;

    fn quoted(text: &str) -> BTreeSet<&str> {
        text.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn every_command_is_granted_to_a_window_and_nothing_else_is() {
        let granted = |permission: &'static str| {
            let (_, list) = permission.split_once("commands.allow").unwrap();
            quoted(list)
        };
        let recovery = granted(include_str!("../../permissions/recovery.toml"));
        let desk = granted(include_str!("../../permissions/desk.toml"));
        let support = granted(include_str!("../../permissions/support.toml"));
        let all: BTreeSet<&str> = NAMES.iter().copied().collect();
        assert_eq!(&(&recovery | &desk) | &support, all);
    }

    #[test]
    fn the_pages_typed_commands_are_these_commands() {
        let map = include_str!("../../../ui/src/backend/commands.ts");
        let (_, map) = map.split_once("export type Commands = {").unwrap();
        let typed: BTreeSet<&str> = map
            .lines()
            .filter_map(|line| line.strip_prefix("  ")?.split_once(": {"))
            .map(|(name, _)| name)
            .filter(|name| !name.starts_with(' '))
            .collect();
        assert_eq!(typed, NAMES.iter().copied().collect());
    }
}
