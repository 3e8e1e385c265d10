//! Against the real registry. Every test has keys of its own, and takes them away again.

use winreg::enums::{KEY_ALL_ACCESS, RegType};

use super::*;
use crate::{DeskMode, ProblemKind};

/// A key below both roots, for one test.
struct Stage {
    key: String,
}

impl Stage {
    fn new(test: &str) -> Self {
        let stage = Self {
            key: format!(r"SOFTWARE\Policies\Readmit Test {test} {}", std::process::id()),
        };
        stage.clear();
        stage
    }

    fn make(&self, root: HKEY) -> RegKey {
        RegKey::predef(root)
            .create_subkey_with_flags(&self.key, KEY_ALL_ACCESS | KEY_WOW64_64KEY)
            .unwrap()
            .0
    }

    fn read(&self) -> Result<Option<InForce>, Refused> {
        read_from(&self.key)
    }

    fn refusal(&self) -> (String, Vec<(Option<String>, ProblemKind)>) {
        let refused = self.read().unwrap_err();
        let problems = refused
            .problems
            .into_iter()
            .map(|problem| (problem.key, problem.kind));
        (refused.source, problems.collect())
    }

    fn clear(&self) {
        for root in [HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER] {
            RegKey::predef(root).delete_subkey_all(&self.key).ok();
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.clear();
    }
}

#[test]
fn no_key_is_no_policy_and_an_empty_key_is_an_empty_one() {
    let stage = Stage::new("empty");
    assert_eq!(stage.read(), Ok(None));
    stage.make(HKEY_LOCAL_MACHINE);
    let found = stage.read().unwrap().unwrap();
    assert_eq!(found.policy, crate::Policy::default());
    assert_eq!(found.sources, [format!(r"HKLM\{}", stage.key)]);
}

#[test]
fn each_type_is_read_and_the_computer_wins_over_the_user_key_by_key() {
    let stage = Stage::new("types");
    let computer = stage.make(HKEY_LOCAL_MACHINE);
    computer.set_value("deskMode", &"help-desk").unwrap();
    computer.set_value("lockMinutes", &15_u32).unwrap();
    computer.set_value("reasonRequired", &1_u32).unwrap();
    computer
        .set_value(
            "callerChecklist",
            &vec!["Employee number", "Geburtsdatum geprüft"],
        )
        .unwrap();
    let user = stage.make(HKEY_CURRENT_USER);
    user.set_value("deskMode", &"full").unwrap();
    user.set_value("reasonRequired", &0_u32).unwrap();
    user.set_value("organisationName", &"Northwind Gärtnerei")
        .unwrap();
    let found = stage.read().unwrap().unwrap();
    assert_eq!(found.policy.desk_mode, Some(DeskMode::HelpDesk));
    assert_eq!(found.policy.lock_minutes, Some(15));
    assert_eq!(found.policy.reason_required, Some(true));
    let lines = found.policy.caller_checklist.unwrap();
    assert_eq!(lines, ["Employee number", "Geburtsdatum geprüft"]);
    assert_eq!(
        found.policy.organisation_name.as_deref(),
        Some("Northwind Gärtnerei")
    );
    assert_eq!(
        found.sources,
        [format!(r"HKLM\{}", stage.key), format!(r"HKCU\{}", stage.key)]
    );
}

#[test]
fn a_key_needs_its_other_key_in_either_place() {
    let stage = Stage::new("needs");
    stage
        .make(HKEY_LOCAL_MACHINE)
        .set_value("proxy", &"http://proxy.example.com:3128")
        .unwrap();
    stage
        .make(HKEY_CURRENT_USER)
        .set_value("proxyExceptions", &vec!["intranet"])
        .unwrap();
    assert!(stage.read().is_ok());
    stage
        .make(HKEY_LOCAL_MACHINE)
        .set_value("proxy", &"direct")
        .unwrap();
    let (source, problems) = stage.refusal();
    assert_eq!(source, format!(r"HKLM\{0}, HKCU\{0}", stage.key));
    assert_eq!(
        problems,
        [(Some("proxyExceptions".to_owned()), ProblemKind::NeedsKey)]
    );
}

#[test]
fn a_mistake_of_the_user_s_key_doesnt_hide_behind_the_computer_s() {
    let stage = Stage::new("hidden");
    stage
        .make(HKEY_LOCAL_MACHINE)
        .set_value("language", &"de")
        .unwrap();
    stage
        .make(HKEY_CURRENT_USER)
        .set_value("language", &"fr")
        .unwrap();
    let (source, problems) = stage.refusal();
    assert_eq!(source, format!(r"HKCU\{}", stage.key));
    assert_eq!(problems, [(Some("language".to_owned()), ProblemKind::WrongValue)]);
}

#[test]
fn wrong_types_unknown_names_and_keys_below_are_each_named() {
    let stage = Stage::new("wrong");
    let key = stage.make(HKEY_LOCAL_MACHINE);
    let broken = RegValue {
        bytes: vec![1, 2].into(),
        vtype: RegType::REG_DWORD,
    };
    let expanding = RegValue {
        bytes: "%TEMP%"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>()
            .into(),
        vtype: RegType::REG_EXPAND_SZ,
    };
    key.set_value("", &"the default value").unwrap();
    key.set_value("fips", &"1").unwrap();
    key.set_value("runMaximumUsers", &5_u64).unwrap();
    key.set_raw_value("lockMinutes", &broken).unwrap();
    key.set_raw_value("caFile", &expanding).unwrap();
    key.set_value("logLevels", &"info").unwrap();
    key.create_subkey("connections").unwrap();
    let (source, mut problems) = stage.refusal();
    problems.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(source, format!(r"HKLM\{}", stage.key));
    let named = |key: &str, kind| (Some(key.to_owned()), kind);
    assert_eq!(
        problems,
        [
            named("(Default)", ProblemKind::UnknownKey),
            named("caFile", ProblemKind::WrongType),
            named(r"connections\", ProblemKind::UnknownKey),
            named("fips", ProblemKind::WrongType),
            named("lockMinutes", ProblemKind::WrongType),
            named("logLevels", ProblemKind::UnknownKey),
            named("runMaximumUsers", ProblemKind::WrongType),
        ]
    );
}
