//! What every window shows of what IT decided about this computer.

use cognito::{Failure, HelpDesk};
use serde::Serialize;

use super::ConnectionView;

/// Which windows there are on this computer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum WindowRule {
    /// The recovery window and the desk's.
    #[default]
    Both,
    /// The recovery window alone.
    Recovery,
    /// The desk's alone.
    Desk,
}

/// Where connections come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ConnectionRule {
    /// From whoever is at this computer.
    #[default]
    Free,
    /// From IT, and others may be added.
    Offered,
    /// From IT alone.
    Locked,
}

/// What IT decided about this computer, as every window shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct House {
    /// Whether there is a policy.
    pub managed: bool,
    /// Whose computer this is.
    pub organisation: Option<String>,
    /// The organisation's logo, as a `data:` address of a PNG.
    pub logo: Option<String>,
    /// The organisation's colour, as `#rrggbb`.
    pub accent: Option<String>,
    /// Where to ask for help, in place of what a connection says.
    pub help_desk: Option<HelpDesk>,
    /// Which windows there are.
    pub windows: WindowRule,
    /// Where connections come from.
    pub connections: ConnectionRule,
}

/// A setting of the desk that a policy can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ManagedSetting {
    /// What the desk may be used for.
    Mode,
    /// Whether permanent passwords may be set.
    PermanentPasswords,
    /// Whether an act needs a reason.
    Reason,
    /// What to ask a caller.
    Checklist,
    /// How long the record is kept.
    RecordDays,
    /// How long until the desk locks itself.
    LockMinutes,
}

/// A connection that came into the open window by a file or a link. Either is set.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ArrivedOffer {
    /// What it offers.
    pub connection: Option<ConnectionView>,
    /// Why it can't be taken.
    pub refused: Option<Failure>,
}
