//! What the desk keeps between two starts: how it reaches AWS, its pools, its settings. No secret is among it.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use access::Access;
use cognito::{Failure, FailureCode};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::managed::Decided;
use crate::private_file;
use crate::settings::set_aside;
use crate::view::ManagedSetting;

/// The desk's file in the folder of the settings.
const FILE: &str = "desk.json";
/// The most checklist items; more than that nobody asks on the phone.
const MOST_ITEMS: usize = 12;
/// The longest checklist item, in characters.
const LONGEST_ITEM: usize = 120;

/// What the desk may be used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum DeskMode {
    /// No permanent passwords, no switching off, no runs.
    #[default]
    HelpDesk,
    /// Everything.
    Full,
}

/// Whether an act needs a reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ReasonRule {
    /// It may be left out.
    #[default]
    Optional,
    /// Nothing is done without one.
    Mandatory,
}

/// The desk's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DeskSettings {
    /// What the desk may be used for.
    pub mode: DeskMode,
    /// Whether permanent passwords may be set; in full mode only.
    pub permanent_passwords: bool,
    /// Whether an act needs a reason.
    pub reason: ReasonRule,
    /// What to ask a caller before anything is changed; empty: nothing is asked.
    pub checklist: Vec<String>,
    /// Days that the record is kept; `None`: for ever.
    pub record_days: Option<u32>,
    /// Minutes without use until the desk locks itself.
    pub lock_minutes: u32,
}

impl Default for DeskSettings {
    fn default() -> Self {
        Self {
            mode: DeskMode::HelpDesk,
            permanent_passwords: false,
            reason: ReasonRule::Optional,
            checklist: Vec::new(),
            record_days: None,
            lock_minutes: 15,
        }
    }
}

impl DeskSettings {
    /// These settings after somebody at this desk changed what is shown to `wanted`. What IT has decided is shown in
    /// place of this desk's own, which stays as it was behind it.
    ///
    /// # Errors
    /// `ManagedByOrganisation` where something that IT has decided would change; `InputRefused` for what no form sends
    /// (no minutes, an empty or endless checklist item), with the field as `detail`.
    pub fn change_to(&self, mut wanted: DeskSettings, decided: &Decided) -> Result<DeskSettings, Failure> {
        // A permanent password is for full mode; going back to the help desk's takes the permission away.
        wanted.permanent_passwords &= decided.settings_over(&wanted).mode == DeskMode::Full;
        if decided.settings().contains(&ManagedSetting::PermanentPasswords) {
            // It follows the mode, also a mode that is only just chosen.
            wanted.permanent_passwords = decided.settings_over(&wanted).permanent_passwords;
        }
        if decided.settings_over(&wanted) != wanted {
            return Err(FailureCode::ManagedByOrganisation.into());
        }
        for setting in decided.settings() {
            match setting {
                ManagedSetting::Mode => wanted.mode = self.mode,
                ManagedSetting::PermanentPasswords => wanted.permanent_passwords = self.permanent_passwords,
                ManagedSetting::Reason => wanted.reason = self.reason,
                ManagedSetting::Checklist => wanted.checklist.clone_from(&self.checklist),
                ManagedSetting::RecordDays => wanted.record_days = self.record_days,
                ManagedSetting::LockMinutes => wanted.lock_minutes = self.lock_minutes,
            }
        }
        let refused = |field: &str| Err(Failure::new(FailureCode::InputRefused).detail(field));
        if !(1..=240).contains(&wanted.lock_minutes) {
            return refused("lockMinutes");
        }
        if wanted
            .record_days
            .is_some_and(|days| !(1..=36_500).contains(&days))
        {
            return refused("recordDays");
        }
        for item in &mut wanted.checklist {
            *item = item.trim().to_owned();
        }
        wanted.checklist.retain(|item| !item.is_empty());
        let too_much = wanted.checklist.len() > MOST_ITEMS
            || wanted
                .checklist
                .iter()
                .any(|item| item.chars().count() > LONGEST_ITEM);
        if too_much {
            return refused("checklist");
        }
        Ok(wanted)
    }
}

/// The colour a connection is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Colour {
    /// Grey-blue.
    Slate,
    /// Blue.
    Blue,
    /// Green.
    Green,
    /// Amber.
    Amber,
    /// Red.
    Red,
    /// Violet.
    Violet,
}

/// A pool that the desk works with, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptConnection {
    /// Names it among the others.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Whose accounts these are.
    #[serde(default)]
    pub organisation: Option<String>,
    /// The Region.
    pub region: String,
    /// The user pool's id.
    pub pool_id: String,
    /// The app client's id.
    #[serde(default)]
    pub client_id: Option<String>,
    /// What the app client is called.
    #[serde(default)]
    pub client_name: Option<String>,
    /// Whether the keychain holds the app client's secret.
    #[serde(default)]
    pub secret_in_keychain: bool,
    /// The colour it is known by.
    pub colour: Colour,
    /// Whether real people depend on it.
    #[serde(default)]
    pub production: bool,
}

/// Where AWS answers, where that isn't Amazon's own address: a private endpoint, or a server to test with.
/// It is written into the file by whoever sets the computer up; no page and no environment variable can set it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Endpoints {
    /// User pools.
    pub cognito: Option<Url>,
    /// Who one is, and roles.
    pub sts: Option<Url>,
    /// Identity Center's sign-in.
    pub oidc: Option<Url>,
    /// Identity Center's accounts.
    pub portal: Option<Url>,
}

impl Endpoints {
    /// Every endpoint that is set.
    pub fn all(&self) -> impl Iterator<Item = &Url> {
        [&self.cognito, &self.sts, &self.oidc, &self.portal]
            .into_iter()
            .flatten()
    }
}

/// All that is kept.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Kept {
    /// How the desk reaches AWS.
    pub access: Option<Access>,
    /// The pools to work with.
    pub connections: Vec<KeptConnection>,
    /// The id of the one at work.
    pub current: Option<String>,
    /// The settings.
    pub settings: DeskSettings,
    /// Where AWS answers.
    pub endpoints: Endpoints,
    /// An extra certificate authority to trust, as a PEM file.
    pub ca_file: Option<PathBuf>,
}

/// The folder that holds the desk's file.
pub struct DeskFile {
    folder: PathBuf,
}

impl DeskFile {
    /// The desk's file in `folder`, which is made when something is first kept.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What was kept; the defaults where nothing was.
    ///
    /// # Errors
    /// `SettingsUnreadable`; `ConnectionInsecureEndpoint` for a plain `http://` endpoint beyond this computer. The
    /// file stays as it is.
    pub fn read(&self) -> Result<Kept, Failure> {
        match self.file()? {
            Some(file) => parse(&file),
            None => Ok(Kept::default()),
        }
    }

    fn file(&self) -> Result<Option<Vec<u8>>, Failure> {
        match fs::read(self.folder.join(FILE)) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(_) => Err(FailureCode::SettingsUnreadable.into()),
        }
    }

    /// What was kept, for work with it: a damaged file is out of the way from now on.
    ///
    /// # Errors
    /// `SettingsSetAside` for a file that was damaged: it lies under the name in `detail` now, and nothing is kept.
    /// `SettingsUnreadable` for one that can't be read, and `ConnectionInsecureEndpoint`: they stay.
    pub fn open(&self) -> Result<Kept, Failure> {
        match self.file()? {
            None => Ok(Kept::default()),
            Some(file) => match parse(&file) {
                Err(failure) if failure.code == FailureCode::SettingsUnreadable => {
                    Err(set_aside(&self.folder, FILE))
                }
                parsed => parsed,
            },
        }
    }

    /// Keeps all of it, whole or not at all.
    ///
    /// # Errors
    /// `SettingsUnwritable`.
    pub fn keep(&self, kept: &Kept) -> Result<(), Failure> {
        let unwritable = || Failure::new(FailureCode::SettingsUnwritable);
        let text = serde_json::to_string_pretty(kept).map_err(|_| unwritable())?;
        private_file::write(&self.folder, FILE, format!("{text}\n").as_bytes()).map_err(|_| unwritable())
    }
}

fn parse(file: &[u8]) -> Result<Kept, Failure> {
    let kept: Kept = serde_json::from_slice(file).map_err(|_| FailureCode::SettingsUnreadable)?;
    for endpoint in kept.endpoints.all() {
        cognito::network::check_endpoint(endpoint)?;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_kept_is_there_again_and_damage_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = DeskFile::in_folder(folder.path().join("new"));
        assert!(file.read().unwrap() == Kept::default());
        let kept = Kept {
            current: Some("eu-central-1_Ab".to_owned()),
            connections: vec![KeptConnection {
                id: "eu-central-1_Ab".to_owned(),
                name: "Customers".to_owned(),
                organisation: None,
                region: "eu-central-1".to_owned(),
                pool_id: "eu-central-1_Ab".to_owned(),
                client_id: None,
                client_name: None,
                secret_in_keychain: false,
                colour: Colour::Red,
                production: true,
            }],
            ..Kept::default()
        };
        file.keep(&kept).unwrap();
        assert!(file.read().unwrap() == kept);
        let read = |text: &str| {
            fs::write(file.folder.join(FILE), text).unwrap();
            file.open().map(|_| ()).map_err(|failure| failure.code)
        };
        assert_eq!(read("{"), Err(FailureCode::SettingsSetAside));
        assert_eq!(read(r#"{"surprise": 1}"#), Err(FailureCode::SettingsSetAside));
        assert!(file.folder.join("desk.json.2.bad").exists());
        assert_eq!(
            read(r#"{"endpoints": {"sts": "http://example.com/"}}"#),
            Err(FailureCode::ConnectionInsecureEndpoint)
        );
        assert_eq!(read(r#"{"endpoints": {"sts": "http://127.0.0.1:1/"}}"#), Ok(()));
    }

    #[test]
    fn permanent_passwords_belong_to_full_mode_and_nonsense_is_refused() {
        let free = Decided::default();
        let sly = DeskSettings {
            permanent_passwords: true,
            checklist: vec!["  ".to_owned(), " Name ".to_owned()],
            ..DeskSettings::default()
        };
        let changed = DeskSettings::default().change_to(sly, &free).unwrap();
        assert!(!changed.permanent_passwords);
        assert_eq!(changed.checklist, ["Name"]);
        let hasty = DeskSettings {
            lock_minutes: 0,
            ..DeskSettings::default()
        };
        assert!(DeskSettings::default().change_to(hasty, &free).is_err());
    }

    #[test]
    fn what_is_decided_stays_and_this_desks_own_waits_behind_it() {
        let decided = decided(json!({"deskMode": "full", "lockMinutes": 5}));
        let own = DeskSettings::default();
        let shown = decided.settings_over(&own);
        let refused = Err(FailureCode::ManagedByOrganisation.into());
        for other in [
            DeskSettings {
                mode: DeskMode::HelpDesk,
                ..shown.clone()
            },
            DeskSettings {
                lock_minutes: 240,
                ..shown.clone()
            },
        ] {
            assert_eq!(own.change_to(other, &decided), refused);
        }
        let wanted = DeskSettings {
            permanent_passwords: true,
            reason: ReasonRule::Mandatory,
            ..shown
        };
        let changed = own.change_to(wanted, &decided).unwrap();
        assert_eq!((changed.mode, changed.lock_minutes), (own.mode, own.lock_minutes));
        assert!(changed.permanent_passwords, "the decided mode allows them");
        assert_eq!(changed.reason, ReasonRule::Mandatory);
        assert!(decided.settings_over(&changed).permanent_passwords);
    }

    fn decided(policy: serde_json::Value) -> Decided {
        let values = policy.as_object().unwrap().clone();
        Decided::of(policy::InForce {
            policy: policy::Policy::from_values(values).unwrap(),
            sources: vec!["here".to_owned()],
        })
        .unwrap()
    }
}
