//! What the pages may call, one file per task. Which window may call which is decided by
//! `capabilities/` and `permissions/`, not here.

pub mod connections;
pub mod practice;
pub mod recovery;
pub mod start;

/// Names every command once, for Tauri's handler and for the tests.
macro_rules! commands {
    ($($module:ident::$name:ident,)+) => {
        /// Hands each call of a page to its command.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($module::$name,)+]
        }

        /// The name of every command.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name),)+];
    };
}

commands! {
    connections::accept_connection,
    connections::choose_connection_file,
    connections::leave_connection,
    connections::read_setup_code,
    practice::practice_inbox,
    practice::practice_people,
    practice::start_practice,
    recovery::check_password,
    recovery::confirm_forgot_password,
    recovery::confirm_sign_up,
    recovery::forgot_password,
    recovery::resend_sign_up_code,
    recovery::stop_waiting,
    start::open_help_desk,
    start::open_recovery,
    start::preferred_language,
    start::starting_point,
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
        let all: BTreeSet<&str> = NAMES.iter().copied().collect();
        assert_eq!(&recovery | &desk, all);
    }

    #[test]
    fn the_pages_typed_commands_are_these_commands() {
        let map = include_str!("../../../ui/src/backend/commands.ts");
        let (_, map) = map.split_once("export type Commands = {").unwrap();
        let typed: BTreeSet<&str> = map
            .lines()
            .filter_map(|line| line.trim().split_once(": { args"))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(typed, NAMES.iter().copied().collect());
    }
}
