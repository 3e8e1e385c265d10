//! What the help desk's window sees, and what it sends.

use access::Caller;
use cognito::{AppClient, Failure, FailureCode, HelpDesk, NewPassword, OpenedUser, PoolSettings, UserStatus};
use desk::Act;
use desk::diagnosis::{ContactKind, Diagnosis};
use desk::find::Found;
use desk::health::HealthPoint;
use desk::permissions::Permission;
use desk::record::{Change, EntryId};
use desk::temporary_password::Spelled;
use serde::{Deserialize, Serialize};

use super::{House, ManagedSetting};
use crate::help_desk::kept::{Colour, DeskSettings};

/// How the desk reaches AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum AccessWay {
    /// Access keys in the keychain.
    Keys,
    /// A profile of the AWS CLI.
    Profile,
    /// IAM Identity Center.
    IdentityCenter,
    /// Not at all: the practice pools.
    Practice,
}

/// The access at work.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AccessView {
    /// By which way.
    pub way: AccessWay,
    /// Who AWS says it is.
    pub caller: Caller,
    /// The last four characters of the key id; the profile's name; the role's name in Identity Center.
    pub label: String,
    /// The ARN of the role assumed on top, if one is.
    pub role: Option<String>,
    /// The Region that the access names.
    pub region: Option<String>,
    /// Whether it is there again after the program was closed.
    pub kept: bool,
    /// Why it is held only until the program closes.
    pub notice: Option<FailureCode>,
}

/// A role to act in, on top of the way in.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RoleForm {
    /// Its ARN.
    pub arn: String,
    /// The serial number or ARN of the second factor it asks for.
    pub factor_serial: Option<String>,
    /// The external id it asks for.
    pub external_id: Option<String>,
}

/// What the browser shows when the sign-in to Identity Center comes back to this computer, in the page's language.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LandingTexts {
    /// The language, for example `en`.
    pub language: String,
    /// After a sign-in.
    pub done: String,
    /// After a refusal.
    pub refused: String,
}

/// Regions to look for pools in.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Regions {
    /// All that this access can reach.
    pub all: Vec<String>,
    /// The one it names.
    pub guess: Option<String>,
}

/// An app client to choose, with what it can do.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AppClientChoice {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its settings; `None` where they may not be read.
    pub client: Option<AppClient>,
}

/// A pool that the desk works with.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DeskConnection {
    /// Names it among the desk's connections.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Whose accounts these are.
    pub organisation: Option<String>,
    /// The Region.
    pub region: String,
    /// The user pool's id.
    pub pool_id: String,
    /// The app client's id.
    pub client_id: Option<String>,
    /// What the app client is called.
    pub client_name: Option<String>,
    /// Whether the keychain holds the app client's secret.
    pub secret_configured: bool,
    /// The colour it is known by.
    pub colour: Colour,
    /// Whether real people depend on it.
    pub production: bool,
    /// Where the service answers, only if that isn't Amazon's own address.
    pub endpoint: Option<String>,
    /// Whether it is a practice pool.
    pub practice: bool,
    /// Whether IT brings it: it can't be removed here.
    pub managed: bool,
}

/// What a connection of the desk is made from.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ConnectionForm {
    /// The connection to change; `None` for a new one.
    pub id: Option<String>,
    /// The Region.
    pub region: String,
    /// The user pool's id.
    pub pool_id: String,
    /// The app client's id.
    pub client_id: Option<String>,
    /// What people call it.
    pub name: String,
    /// Whose accounts these are.
    pub organisation: Option<String>,
    /// The colour it is known by.
    pub colour: Colour,
    /// Whether real people depend on it.
    pub production: bool,
}

/// What the desk begins with.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DeskStart {
    /// The access at work.
    pub access: Option<AccessView>,
    /// Why the access that was kept can't be used now.
    pub access_trouble: Option<Failure>,
    /// The pools to work with.
    pub connections: Vec<DeskConnection>,
    /// The id of the one at work.
    pub current: Option<String>,
    /// The desk's settings.
    pub settings: DeskSettings,
    /// Whether the desk has locked itself.
    pub locked: bool,
    /// Where AWS is spoken to, only if that isn't Amazon's own address.
    pub endpoint: Option<String>,
    /// What IT decided about this computer.
    pub house: House,
    /// The settings that IT decided.
    pub managed_settings: Vec<ManagedSetting>,
    /// Whether this desk may try whether a password works.
    pub try_password: bool,
}

/// A pool's settings, its health, and what this access may do there.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PoolReport {
    /// The settings.
    pub settings: PoolSettings,
    /// The app client's, where one is known.
    pub client: Option<AppClient>,
    /// What they mean for recovery.
    pub health: Vec<HealthPoint>,
    /// What this access may do.
    pub permissions: Vec<Permission>,
}

/// Which users to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum StatusFilter {
    /// Everybody.
    All,
    /// Those who are switched off.
    SwitchedOff,
    /// Those of one status.
    #[serde(untagged)]
    Status(UserStatus),
}

/// Some users that a search found.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FoundUsers {
    /// Names the search for the pages after this one.
    pub search: u32,
    /// What was found.
    #[serde(flatten)]
    pub found: Found,
}

/// A user, opened.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Card {
    /// Everything the pool says.
    pub user: OpenedUser,
    /// The groups; `None` where they may not be read.
    pub groups: Option<Vec<String>>,
    /// Why they can't get in, and what can be done.
    pub diagnosis: Diagnosis,
    /// When it was read, in milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// An act, as it was confirmed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ActForm {
    /// The canonical user name.
    pub username: String,
    /// The act.
    pub act: Act,
    /// A reason or a ticket.
    pub reason: Option<String>,
    /// The items of the checklist that were ticked.
    pub verified_by: Vec<String>,
    /// `modifiedAt` of the card that was on screen.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub seen_modified_at: Option<i64>,
    /// Where an invitation goes.
    pub channel: Option<Channel>,
    /// For a permanent password only.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub password: Option<secrecy::SecretString>,
}

impl ActForm {
    /// The permanent password, checked.
    ///
    /// # Errors
    /// `PasswordEmpty`, `PasswordEdgeSpace`, `PasswordTooLong`.
    pub fn new_password(&mut self) -> Result<Option<NewPassword>, Failure> {
        Ok(self.password.take().map(NewPassword::parse).transpose()?)
    }
}

/// Where an invitation goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Channel {
    /// The email address.
    Email,
    /// The phone number.
    Phone,
}

impl From<Channel> for ContactKind {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Email => ContactKind::Email,
            Channel::Phone => ContactKind::Phone,
        }
    }
}

/// A temporary password: the only secret that a page is ever shown.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ShownPassword {
    /// The password.
    pub password: String,
    /// How to spell it.
    pub spelling: Vec<Spelled>,
    /// How many days it is good for.
    pub valid_days: u32,
}

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ActOutcome {
    /// The service did it.
    Done,
    /// The service refused.
    Refused,
    /// Nobody knows: the answer was lost, and reading again didn't tell.
    Unknown,
}

/// An act, as it turned out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ActDone {
    /// The act.
    pub act: Act,
    /// What came of it.
    pub outcome: ActOutcome,
    /// Why it was refused, or isn't known.
    pub failure: Option<Failure>,
    /// The user after it; `None` where reading again failed.
    pub card: Option<Card>,
    /// What is different now.
    pub changes: Vec<Change>,
    /// The temporary password, if one was made.
    pub temporary_password: Option<ShownPassword>,
    /// The entry in the record.
    pub entry: EntryId,
    /// Whether the record could be completed; if not, its entry says "unknown".
    pub recorded: bool,
    /// The service's id of the request.
    pub request_id: Option<String>,
}

/// How a connection for end users leaves the desk.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportForm {
    /// In which form.
    pub form: ExportShape,
    /// Whether the app client's secret goes along.
    pub include_secret: bool,
    /// Where end users ask for help.
    pub help_desk: Option<HelpDesk>,
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ExportShape {
    /// A `.readmit` file.
    File,
    /// A code to paste.
    SetupCode,
}

/// An export, as it turned out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Exported {
    /// Whether a file was saved.
    pub saved: bool,
    /// The setup code, unless it holds the secret.
    pub setup_code: Option<String>,
    /// For how many seconds a setup code with the secret is on the clipboard: no page holds it.
    pub copied_seconds: Option<u32>,
}
