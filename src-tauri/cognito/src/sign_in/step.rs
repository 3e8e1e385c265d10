//! Where a sign-in stands, in terms of what a person does next.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// A second factor, or where a code for signing in comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Factor {
    /// A code by email.
    Email,
    /// A code by text message.
    Sms,
    /// A code of an authenticator app.
    Authenticator,
}

/// A way to begin, in a pool that leaves it to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum FirstFactor {
    /// The password that was typed.
    Password,
    /// A code by email.
    EmailCode,
    /// A code by text message.
    SmsCode,
    /// A passkey, which belongs to the pool's own app.
    Passkey,
}

/// How an attribute is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum AttributeKind {
    /// An email address.
    Email,
    /// A phone number in E.164: `+` and up to 15 digits.
    Phone,
    /// A date, `YYYY-MM-DD`.
    Date,
    /// Anything else.
    Text,
}

/// An attribute that the pool asks for with the new password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct AskedAttribute {
    /// The service's name for it, for example `given_name` or `custom:team`.
    pub name: String,
    /// How it is written.
    pub kind: AttributeKind,
}

/// Why a sign-in goes on only in the app that it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(export, rename = "OwnAppReason")
)]
pub enum OwnApp {
    /// A passkey is bound to the app's own address.
    Passkey,
    /// The pool's owner asks something of their own.
    CustomChallenge,
    /// The pool wants a device that it knows.
    Device,
    /// The pool wants a second factor by email or text, which has to be set up there.
    FactorSetUpElsewhere,
    /// Something that this program doesn't know.
    Unknown,
}

/// Where a sign-in stands.
#[derive(Clone)]
pub enum Step {
    /// The password was a temporary one: choose one of your own.
    NewPassword {
        /// What else the pool asks for.
        attributes: Vec<AskedAttribute>,
    },
    /// Type a code.
    Code {
        /// Where it comes from.
        via: Factor,
        /// Where it went, as the service masked it.
        destination: Option<String>,
    },
    /// Choose a second factor.
    ChooseFactor {
        /// Those that this user has.
        factors: Vec<Factor>,
    },
    /// Set up an authenticator app.
    SetUpAuthenticator {
        /// What the app is given, in Base32.
        secret: SecretString,
    },
    /// Choose a way to begin: this user has no password here.
    ChooseFirstFactor {
        /// What the pool offers.
        choices: Vec<FirstFactor>,
    },
    /// Go on in the app.
    OwnApp {
        /// Why.
        why: OwnApp,
    },
    /// Forgot password is the way on: an administrator asked for a new one.
    ResetRequired,
    /// The password works. The tokens are revoked and gone.
    Done,
}

/// A step and what to know about it.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Where the sign-in stands.
    pub step: Step,
    /// The session had run out, so the sign-in began again by itself with the password in memory.
    /// For a code by email or text that means that a new one went out, for an authenticator's
    /// set-up that there is a new secret.
    pub renewed: bool,
    /// How long the service waits for the next answer, in seconds: at least. The pool's own limit,
    /// 3 to 15 minutes, can't be learned here. Nothing where no answer is awaited.
    pub session_seconds: Option<u32>,
}

impl Step {
    /// Whether the service waits for an answer.
    pub(super) fn awaits_answer(&self) -> bool {
        !matches!(self, Self::OwnApp { .. } | Self::ResetRequired | Self::Done)
    }

    /// Whether this asks the same of a person as `other`.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Code { via, .. }, Self::Code { via: other, .. }) => via == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// Without the secret, the address and the attributes.
impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NewPassword { .. } => f.write_str("NewPassword"),
            Self::Code { via, .. } => write!(f, "Code({via:?})"),
            Self::ChooseFactor { factors } => write!(f, "ChooseFactor({factors:?})"),
            Self::SetUpAuthenticator { .. } => f.write_str("SetUpAuthenticator"),
            Self::ChooseFirstFactor { choices } => write!(f, "ChooseFirstFactor({choices:?})"),
            Self::OwnApp { why } => write!(f, "OwnApp({why:?})"),
            Self::ResetRequired => f.write_str("ResetRequired"),
            Self::Done => f.write_str("Done"),
        }
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NewPassword { attributes: one }, Self::NewPassword { attributes: two }) => one == two,
            (
                Self::Code { via, destination },
                Self::Code {
                    via: other,
                    destination: there,
                },
            ) => via == other && destination == there,
            (Self::ChooseFactor { factors: one }, Self::ChooseFactor { factors: two }) => one == two,
            (Self::SetUpAuthenticator { secret: one }, Self::SetUpAuthenticator { secret: two }) => {
                one.expose_secret() == two.expose_secret()
            }
            (Self::ChooseFirstFactor { choices: one }, Self::ChooseFirstFactor { choices: two }) => {
                one == two
            }
            (Self::OwnApp { why: one }, Self::OwnApp { why: two }) => one == two,
            (Self::ResetRequired, Self::ResetRequired) | (Self::Done, Self::Done) => true,
            _ => false,
        }
    }
}
