//! What IT decided about this computer, as its policy says it.
//!
//! A policy that doesn't hold stops the start. One that changes while the program runs is taken up if it holds; if it
//! doesn't, the one before stays in force until the next start, which it then stops.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cognito::connection_file::{self, Offer};
use cognito::{Connection, Failure, FailureCode, HelpDesk};
use desk::Act;
use network::{NetworkSettings, ProxySetting};
use policy::{ConnectionChoice, InForce, Policy, Problem, ProblemKind, Proxy, Refused};
use secrecy::SecretString;
use tauri::{AppHandle, Emitter, Manager};

use crate::help_desk::Desk;
use crate::help_desk::kept::{DeskMode, DeskSettings, ReasonRule};
use crate::logging::{Level, Log};
use crate::view::{ConnectionRule, House, ManagedSetting, WindowRule};
use crate::windows;

/// How often the policy is looked at again.
const LOOK_AGAIN: Duration = Duration::from_secs(20);
/// How long a change has to stay before it is taken up.
const SETTLED: Duration = Duration::from_secs(4);
/// The event that tells the pages that something was decided anew.
const HOUSE_CHANGED: &str = "house-changed";
/// The largest logo, in bytes: it is shown at the height of two lines.
const LARGEST_LOGO: u64 = 256 * 1024;
/// What every PNG begins with (W3C PNG specification, 5.2).
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The policy's name for trying a password, which is no act.
const TRY_PASSWORD: &str = "try-password";

/// The policy in force.
#[derive(Default)]
pub struct Managed {
    decided: RwLock<Arc<Decided>>,
    /// Whether the policy was spoilt when it was looked at last.
    spoilt: AtomicBool,
}

impl Managed {
    /// Begins with what was read at the start.
    pub fn new(decided: Decided) -> Self {
        Self {
            decided: RwLock::new(Arc::new(decided)),
            spoilt: AtomicBool::new(false),
        }
    }

    /// What is decided now.
    pub fn now(&self) -> Arc<Decided> {
        Arc::clone(&self.decided.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Looks at the policy again. Whether anything changed. What has changed is looked at twice: whoever replaces a
    /// policy may take the old one away first, and nothing must be open in between.
    fn look_again(&self) -> bool {
        let Some(decided) = self.sound() else { return false };
        if *self.now() == decided {
            return false;
        }
        std::thread::sleep(SETTLED);
        if self.sound().as_ref() != Some(&decided) {
            return false;
        }
        tracing::info!("the policy has changed");
        *self.decided.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(decided);
        true
    }

    /// The policy as it is now, if it holds. That it doesn't is noted once.
    fn sound(&self) -> Option<Decided> {
        let read = read();
        let was_spoilt = self.spoilt.swap(read.is_err(), Ordering::Relaxed);
        if read.is_err() && !was_spoilt {
            tracing::warn!("the policy doesn't hold any more: the one before stays in force");
        }
        read.ok()
    }
}

/// Looks at the policy now and again for as long as the program runs, and tells the pages what changed.
pub fn keep_up(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        loop {
            tokio::time::sleep(LOOK_AGAIN).await;
            let looking = app.clone();
            let looked =
                tokio::task::spawn_blocking(move || looking.state::<Arc<Managed>>().look_again()).await;
            if looked.unwrap_or_default() {
                app.state::<Log>().obey(&app.state::<Arc<Managed>>().now());
                app.state::<Desk>().heed_policy().await;
                windows::close_forbidden(&app);
                let _no_window = app.emit(HOUSE_CHANGED, ());
            }
        }
    });
}

/// Reads this computer's policy and what it names.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read() -> Result<Decided, Refused> {
    match policy::read()? {
        Some(in_force) => Decided::of(in_force),
        None => Ok(Decided::default()),
    }
}

/// What IT decided, each thing read and checked. The default decides nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    policy: Policy,
    sources: Vec<String>,
    connections: Vec<Connection>,
}

impl Decided {
    /// Checks what the policy alone can't: its connections.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn of(in_force: InForce) -> Result<Self, Refused> {
        let InForce { policy, sources } = in_force;
        let mut problems = Vec::new();
        let mut connections = Vec::new();
        for (place, line) in policy.connections.iter().flatten().enumerate() {
            match connection(line) {
                Ok(connection) => connections.push(connection),
                Err(failure) => problems.push(problem_of(place, &failure)),
            }
        }
        if !problems.is_empty() {
            let source = sources.join(", ");
            return Err(Refused { source, problems });
        }
        Ok(Self {
            policy,
            sources,
            connections,
        })
    }

    /// Where it came from, to show: file paths or registry keys. Empty: there is no policy.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The policy as it was read.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What every window shows of it. Reads the logo: not for the thread that draws.
    pub fn house(&self) -> House {
        let policy = &self.policy;
        let help_desk = HelpDesk {
            phone: policy.help_desk_phone.clone(),
            email: policy.help_desk_email.clone(),
            link: policy.help_desk_link.clone(),
            hours: policy.help_desk_hours.clone(),
        };
        House {
            managed: !self.sources.is_empty(),
            organisation: policy.organisation_name.clone(),
            logo: policy.organisation_logo.as_deref().and_then(logo),
            accent: policy.accent_colour.clone(),
            help_desk: Some(help_desk).filter(|help_desk| *help_desk != HelpDesk::default()),
            windows: self.windows(),
            connections: self.connection_rule(),
        }
    }

    /// Which windows there are.
    pub fn windows(&self) -> WindowRule {
        match self.policy.windows {
            None | Some(policy::Windows::Both) => WindowRule::Both,
            Some(policy::Windows::Recovery) => WindowRule::Recovery,
            Some(policy::Windows::Desk) => WindowRule::Desk,
        }
    }

    /// Where connections come from.
    pub fn connection_rule(&self) -> ConnectionRule {
        match (&self.policy.connections, self.policy.connection_choice) {
            (None, _) => ConnectionRule::Free,
            (Some(_), Some(ConnectionChoice::Offered)) => ConnectionRule::Offered,
            (Some(_), None | Some(ConnectionChoice::Locked)) => ConnectionRule::Locked,
        }
    }

    /// Passes where whoever is at this computer may bring a connection of their own.
    ///
    /// # Errors
    /// `ManagedByOrganisation`.
    pub fn own_connections(&self) -> Result<(), Failure> {
        match self.connection_rule() {
            ConnectionRule::Locked => Err(FailureCode::ManagedByOrganisation.into()),
            ConnectionRule::Free | ConnectionRule::Offered => Ok(()),
        }
    }

    /// The connections that IT brings.
    pub fn connections(&self) -> &[Connection] {
        &self.connections
    }

    /// The newest of IT's own version of a connection, if it is one of IT's.
    pub fn newest(&self, known: &Connection) -> Option<&Connection> {
        self.connections
            .iter()
            .find(|own| own.user_pool_id == known.user_pool_id && own.client_id == known.client_id)
    }

    /// How requests leave this computer.
    pub fn network(&self) -> NetworkSettings {
        NetworkSettings {
            proxy: match self.policy.proxy.clone() {
                None | Some(Proxy::System) => ProxySetting::System,
                Some(Proxy::Direct) => ProxySetting::Direct,
                Some(Proxy::At(address)) => ProxySetting::At {
                    address,
                    except: self.policy.proxy_exceptions.clone().unwrap_or_default(),
                },
            },
            ca_files: self.policy.ca_file.iter().cloned().collect(),
            fips: self.policy.fips.unwrap_or_default(),
        }
    }

    /// The language of the windows, as a BCP 47 tag.
    pub fn language(&self) -> Option<String> {
        self.policy.language.map(|language| language.word().to_owned())
    }

    /// How much is written into the log.
    pub fn log_level(&self) -> Option<Level> {
        self.policy.log_level.and_then(|level| level.word().parse().ok())
    }

    /// `own` settings of the desk with what is decided in their place.
    pub fn settings_over(&self, own: &DeskSettings) -> DeskSettings {
        let policy = &self.policy;
        let mut settings = own.clone();
        if let Some(mode) = policy.desk_mode {
            settings.mode = match mode {
                policy::DeskMode::HelpDesk => DeskMode::HelpDesk,
                policy::DeskMode::Full => DeskMode::Full,
            };
        }
        if let Some(allowed) = policy.permanent_passwords {
            settings.permanent_passwords = allowed;
        }
        // A permanent password is for full mode.
        settings.permanent_passwords &= settings.mode == DeskMode::Full;
        if let Some(required) = policy.reason_required {
            settings.reason = if required {
                ReasonRule::Mandatory
            } else {
                ReasonRule::Optional
            };
        }
        if let Some(checklist) = &policy.caller_checklist {
            settings.checklist.clone_from(checklist);
        }
        if let Some(days) = policy.record_days {
            settings.record_days = Some(days);
        }
        if let Some(minutes) = policy.lock_minutes {
            settings.lock_minutes = minutes;
        }
        settings
    }

    /// The settings of the desk that are decided.
    pub fn settings(&self) -> Vec<ManagedSetting> {
        let policy = &self.policy;
        [
            (policy.desk_mode.is_some(), ManagedSetting::Mode),
            (
                policy.permanent_passwords.is_some(),
                ManagedSetting::PermanentPasswords,
            ),
            (policy.reason_required.is_some(), ManagedSetting::Reason),
            (policy.caller_checklist.is_some(), ManagedSetting::Checklist),
            (policy.record_days.is_some(), ManagedSetting::RecordDays),
            (policy.lock_minutes.is_some(), ManagedSetting::LockMinutes),
        ]
        .into_iter()
        .filter_map(|(decided, setting)| decided.then_some(setting))
        .collect()
    }

    /// Whether the desk may do this act.
    pub fn allows(&self, act: Act) -> bool {
        self.allows_named(&name_of(act))
    }

    /// Whether the desk may try whether a password works.
    pub fn allows_trying(&self) -> bool {
        self.allows_named(TRY_PASSWORD)
    }

    fn allows_named(&self, act: &str) -> bool {
        match &self.policy.allowed_acts {
            Some(allowed) => allowed.iter().any(|name| name == act),
            None => true,
        }
    }
}

/// An act's name, as the page and the policy know it.
fn name_of(act: Act) -> String {
    let name = serde_json::to_value(act).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}

fn connection(line: &str) -> Result<Connection, Failure> {
    let offer = if line.trim_start().starts_with('{') {
        connection_file::parse(line.as_bytes())
    } else {
        connection_file::parse_setup_code(&SecretString::from(line))
    };
    match offer? {
        Offer {
            client_secret: Some(_),
            ..
        } => Err(Failure::new(FailureCode::ConnectionUnknownKey).detail("clientSecret")),
        Offer { connection, .. } => Ok(connection),
    }
}

/// What is wrong with the connection at this place of the list.
fn problem_of(place: usize, failure: &Failure) -> Problem {
    let inside = failure.detail.as_ref().map(|key| format!(".{key}"));
    Problem {
        key: Some(format!("connections[{place}]{}", inside.unwrap_or_default())),
        kind: match failure.code {
            FailureCode::ConnectionUnknownKey => ProblemKind::UnknownKey,
            FailureCode::ConnectionMalformed | FailureCode::SetupCodeIncomplete => ProblemKind::Malformed,
            FailureCode::ConnectionTooLarge => ProblemKind::TooLarge,
            _ => ProblemKind::WrongValue,
        },
        expected: match failure.code {
            FailureCode::ConnectionInsecureEndpoint => Some("https://…".to_owned()),
            _ => None,
        },
    }
}

/// The logo as an address that a page can show. One that can't be read now, or is no small PNG, is left out: that is no
/// reason to keep people out of their accounts.
fn logo(path: &Path) -> Option<String> {
    let is_file = fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    let file = is_file.then(|| File::open(path).ok()).flatten()?;
    let mut png = Vec::new();
    let size = file.take(LARGEST_LOGO + 1).read_to_end(&mut png).ok()?;
    let fits = u64::try_from(size).is_ok_and(|size| size <= LARGEST_LOGO);
    (fits && png.starts_with(PNG)).then(|| format!("data:image/png;base64,{}", STANDARD.encode(&png)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::*;

    fn decided(policy: Value) -> Result<Decided, Refused> {
        Decided::of(in_force(&policy))
    }

    fn in_force(policy: &Value) -> InForce {
        let values: Map<String, Value> = policy.as_object().unwrap().clone();
        InForce {
            policy: Policy::from_values(values).unwrap(),
            sources: vec!["here".to_owned()],
        }
    }

    fn northwind() -> Value {
        json!({"readmit": 1, "name": "Northwind", "region": "eu-central-1",
            "userPoolId": "eu-central-1_Nw1ndPrct", "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n"})
    }

    #[test]
    fn without_a_policy_everything_is_free() {
        let free = Decided::default();
        assert_eq!(free.house(), House::default());
        assert_eq!(
            free.settings_over(&DeskSettings::default()),
            DeskSettings::default()
        );
        assert!(free.settings().is_empty() && free.allows_trying() && free.own_connections().is_ok());
        assert!(Act::ALL.into_iter().all(|act| free.allows(act)));
    }

    #[test]
    fn connections_are_locked_unless_they_are_only_offered() {
        let locked = decided(json!({"connections": [northwind()]})).unwrap();
        assert_eq!(locked.connection_rule(), ConnectionRule::Locked);
        assert_eq!(locked.connections().len(), 1);
        assert!(locked.own_connections().is_err());
        let offered = decided(json!({"connections": [northwind()], "connectionChoice": "offered"})).unwrap();
        assert_eq!(offered.connection_rule(), ConnectionRule::Offered);
        assert!(offered.own_connections().is_ok());
    }

    #[test]
    fn a_bad_connection_is_named_by_its_place_and_key() {
        for (key, value, expected) in [
            ("surprise", json!(1), "connections[1].surprise"),
            ("region", json!("nowhere"), "connections[1].region"),
            ("endpoint", json!("http://example.com"), "connections[1]"),
        ] {
            let mut bad = northwind();
            bad[key] = value;
            let refused = decided(json!({"connections": [northwind(), bad]})).unwrap_err();
            let key = refused.problems[0].key.as_deref().unwrap();
            assert!(key.starts_with(expected), "{key}");
            assert_eq!(refused.source, "here");
        }
    }

    #[test]
    fn what_is_decided_takes_the_place_of_the_desks_own() {
        let policy = json!({"deskMode": "help-desk", "reasonRequired": true, "callerChecklist": ["Name"],
            "recordDays": 90, "lockMinutes": 5});
        let own = DeskSettings {
            mode: DeskMode::Full,
            permanent_passwords: true,
            ..DeskSettings::default()
        };
        let decided = decided(policy).unwrap();
        let settings = decided.settings_over(&own);
        assert_eq!(settings.mode, DeskMode::HelpDesk);
        assert!(!settings.permanent_passwords, "they belong to full mode");
        assert_eq!(settings.reason, ReasonRule::Mandatory);
        assert_eq!(settings.checklist, ["Name"]);
        assert_eq!((settings.record_days, settings.lock_minutes), (Some(90), 5));
        assert_eq!(decided.settings().len(), 5);
    }

    #[test]
    fn only_the_acts_that_are_named_are_allowed() {
        for name in policy::ACTS {
            let decided = decided(json!({"allowedActs": [name]})).unwrap();
            let allowed = Act::ALL.into_iter().filter(|act| decided.allows(*act)).count();
            assert_eq!(allowed + usize::from(decided.allows_trying()), 1, "{name}");
        }
    }

    #[test]
    fn a_logo_is_a_small_png_and_anything_else_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("logo.png");
        let decided = decided(json!({"organisationLogo": file})).unwrap();
        let shown = || decided.house().logo;
        assert_eq!(shown(), None);
        std::fs::write(&file, "GIF89a").unwrap();
        assert_eq!(shown(), None);
        std::fs::write(&file, PNG).unwrap();
        assert_eq!(shown().as_deref(), Some("data:image/png;base64,iVBORw0KGgo="));
        let large = [PNG, &vec![0; 256 * 1024]].concat();
        std::fs::write(&file, large).unwrap();
        assert_eq!(shown(), None);
    }
}
