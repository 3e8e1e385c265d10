//! What the support window sees.

use serde::Serialize;

use super::House;

/// Where the support window begins.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SupportStart {
    /// What IT decided about this computer.
    pub house: House,
    /// The language asked for, else the system's, as a BCP 47 tag.
    pub language: Option<String>,
    /// The program's version.
    pub version: String,
    /// The policy that is refused: then no other window opens until it is corrected.
    pub policy: Option<policy::Refused>,
}
