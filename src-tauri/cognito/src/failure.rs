//! What went wrong, as a closed code that a person can be told about.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

/// Declares [`FailureCode`] together with the list of all its variants.
macro_rules! failure_codes {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// Every kind of trouble that Readmit tells somebody about.
        ///
        /// A variant exists only if somebody is told something different. The page has one
        /// message per variant and language, and its table is exhaustive.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
        pub enum FailureCode { $($(#[$doc])* $name,)+ }

        impl FailureCode {
            /// All codes, in the order of their declaration.
            pub const ALL: &'static [FailureCode] = &[$(FailureCode::$name,)+];
        }
    };
}

failure_codes! {
    // What was typed.
    /// No user name was typed.
    UsernameEmpty,
    /// White space, a control character or an invisible mark in the user name.
    UsernameMalformed,
    /// This pool takes an email address or a phone number, and this is neither.
    UsernameNotContact,
    /// More than 128 characters.
    UsernameTooLong,
    /// No code was typed.
    CodeEmpty,
    /// Something other than digits in the code.
    CodeMalformed,
    /// More than 2,048 characters.
    CodeTooLong,
    /// No password was typed.
    PasswordEmpty,
    /// A space before the first or after the last character.
    PasswordEdgeSpace,
    /// More than 256 characters.
    PasswordTooLong,
    /// Shorter than the policy's minimum.
    PasswordTooShort,
    /// No letter A to Z.
    PasswordNeedsUppercase,
    /// No letter a to z.
    PasswordNeedsLowercase,
    /// No digit.
    PasswordNeedsNumber,
    /// None of the symbols that the service counts.
    PasswordNeedsSymbol,
    /// Refused by the policy, for a reason the service did not name.
    PasswordRefused,
    /// One of the passwords this user had lately.
    PasswordReused,
    /// The new password is the temporary one.
    PasswordNotNew,

    // Connection files and setup codes.
    /// The file holds nothing.
    ConnectionEmpty,
    /// Larger than a connection file can be.
    ConnectionTooLarge,
    /// The end of the file is missing.
    ConnectionCutShort,
    /// Not a connection file.
    ConnectionMalformed,
    /// A key that connection files don't have; `detail` names it.
    ConnectionUnknownKey,
    /// A key with a value it can't have, or missing; `detail` names it.
    ConnectionWrongValue,
    /// An `http://` endpoint beyond this computer.
    ConnectionInsecureEndpoint,
    /// The region is not the one the user pool id names.
    ConnectionWrongRegion,
    /// Written for a newer Readmit.
    ConnectionNewer,
    /// The file can't be read.
    ConnectionUnreadable,
    /// No setup code was pasted.
    SetupCodeEmpty,
    /// Not a setup code.
    SetupCodeMalformed,
    /// A part of the setup code is missing or changed.
    SetupCodeIncomplete,
    /// Not a link to a connection.
    LinkMalformed,
    /// A link with a client secret in it: links stay in histories and logs.
    LinkWithSecret,

    // This computer.
    /// No keychain answers here.
    KeychainAbsent,
    /// The keychain is locked.
    KeychainLocked,
    /// The keychain refused.
    KeychainDenied,
    /// The keychain failed in another way.
    KeychainFailed,
    /// The keychain takes nothing this long (Windows: 2,560 bytes an item).
    KeychainTooLong,
    /// What was kept in the keychain isn't there any more.
    KeychainItemGone,
    /// The settings can't be read.
    SettingsUnreadable,
    /// The settings can't be written.
    SettingsUnwritable,
    /// The settings were damaged and are set aside; `detail` names the file that holds them now.
    SettingsSetAside,
    /// The extra certificate authority file can't be read or holds no certificate.
    CaFileUnreadable,

    // The account.
    /// No such user. Never shown in the recovery window.
    UserNotFound,
    /// The user name or the password is wrong.
    WrongPassword,
    /// Too many wrong passwords: a lock of up to 15 minutes.
    LockedOut,
    /// The account is switched off.
    UserDisabled,
    /// The user has a temporary password and never chose one of their own.
    TemporaryPasswordPending,
    /// The temporary password is too old.
    TemporaryPasswordExpired,
    /// The session ended while a new password was being chosen, and the temporary one works no more.
    TemporaryPasswordSpent,
    /// This pool lets only administrators reset passwords.
    RecoveryByAdminOnly,
    /// No verified email or phone that a code could go to.
    NoVerifiedContact,
    /// The sign-up was never confirmed.
    SignUpUnfinished,
    /// The sign-up is confirmed already.
    AlreadyConfirmed,
    /// The pool doesn't send sign-up codes.
    CodesNotSent,
    /// A reset is required before sign-in.
    PasswordResetRequired,
    /// Wrong code.
    CodeWrong,
    /// The code is too old, was used, or was never asked for.
    CodeExpired,
    /// This authenticator code was used already.
    AuthenticatorCodeUsed,
    /// Too many requests for codes or wrong codes for this user.
    TooManyTries,
    /// The sign-in took too long or its step was answered twice.
    SessionEnded,
    /// The token is expired or revoked.
    SignedOut,
    /// The pool wants an attribute that was not given.
    AttributeMissing,
    /// An attribute that can't be right as it was typed; `detail` names it.
    AttributeMalformed,
    /// An attribute that can't be changed here was sent.
    AttributeFixed,
    /// Another account has this email or phone.
    AliasTaken,
    /// There is such a user already.
    UserExists,
    /// An invitation can be sent again only before the first sign-in.
    InvitationNotPossible,
    /// The pool wants a second factor that this user hasn't set up.
    SecondFactorMissing,
    /// Threat protection stopped the sign-in.
    BlockedByRisk,

    // The pool.
    /// The client secret of this connection is wrong.
    SecretWrong,
    /// The app client has a secret, and this connection has none.
    SecretMissing,
    /// No such user pool.
    PoolNotFound,
    /// No such app client.
    ClientNotFound,
    /// No such group.
    GroupNotFound,
    /// The app client doesn't allow this way of signing in.
    FlowNotEnabled,
    /// The pool's mailer has sent all it may today.
    MailLimit,
    /// The message could not be handed over.
    DeliveryFailed,
    /// The pool may not send: its email or SMS permissions are broken.
    DeliverySetup,
    /// A function that the pool's owner added failed.
    PoolFunctionFailed,
    /// A web firewall in front of the pool refused the request.
    BlockedByFirewall,
    /// The pool is set up in a way that can't work.
    PoolMisconfigured,
    /// This region holds only a copy of the pool.
    WrongRegion,
    /// The pool's plan lacks this.
    TierLacksFeature,
    /// Somebody else changed the same thing at the same moment.
    ChangedMeanwhile,
    /// The search can't be read.
    FilterMalformed,
    /// The service refused what was sent, for a reason of its own.
    InputRefused,
    /// The service doesn't do this here.
    NotSupported,

    // Access to AWS, as it is typed.
    /// Not an access key id.
    AccessKeyMalformed,
    /// Not a secret access key.
    SecretKeyMalformed,
    /// Not a session token.
    SessionTokenMalformed,
    /// Not a role's ARN.
    RoleMalformed,
    /// Not a second factor's serial number or ARN.
    FactorSerialMalformed,
    /// Not an external id: what a role's owner wants to hear.
    ExternalIdMalformed,
    /// Not a six-digit code of a second factor.
    FactorCodeMalformed,
    /// Not the address of an Identity Center start page.
    StartUrlMalformed,
    /// Not the name of an AWS Region.
    RegionMalformed,

    // Access to AWS, as it is used.
    /// Nobody has said yet how to reach AWS.
    AccessMissing,
    /// A permission is missing; `detail` names the action where the service said it.
    AccessDenied,
    /// The keys are wrong.
    AccessInvalid,
    /// The sign-in to AWS is over.
    AccessExpired,
    /// The role asks for the code of a second factor.
    FactorCodeNeeded,
    /// The code of the second factor is wrong or was used.
    FactorCodeWrong,
    /// AWS doesn't let this identity act in that role.
    RoleRefused,
    /// There is no such profile on this computer any more.
    ProfileNotFound,
    /// The profile refers to itself, directly or over others.
    ProfileLoops,
    /// Something is missing in the profile, or it is of a kind that isn't supported; `detail` names the key.
    ProfileUnusable,
    /// The program that the profile names for its keys failed.
    ProfileProgramFailed,
    /// The profile's own sign-in is over: it has to be renewed where it was made.
    ProfileSignInOver,
    /// Identity Center doesn't know that start page in that Region.
    IdentityCenterUnknown,
    /// The sign-in in the browser was refused.
    IdentityCenterDenied,
    /// The sign-in in the browser took too long.
    IdentityCenterTooLate,
    /// Nothing was assigned to this person in Identity Center.
    IdentityCenterNothing,

    // The desk.
    /// The desk has locked itself after a while without use.
    DeskLocked,
    /// The desk's settings don't allow this.
    NotAllowedHere,
    /// Whoever manages this computer has decided it.
    ManagedByOrganisation,
    /// Nothing can be copied on this computer now.
    ClipboardUnavailable,
    /// Nothing can be printed on this computer now.
    PrintingUnavailable,
    /// The temporary password isn't held any more.
    PasswordTold,
    /// This can't be done to this user now; the card says why.
    ActNotPossible,
    /// A reason has to be given.
    ReasonMissing,
    /// More than 500 characters.
    ReasonTooLong,
    /// The caller was not verified as the checklist asks.
    CallerNotVerified,
    /// More than a search can hold.
    SearchTooLong,
    /// Control characters in the search.
    SearchMalformed,
    /// The list is too old to go on with: the search has to begin again.
    SearchEnded,
    /// No user pools in this Region.
    NoPoolsHere,
    /// The record can't be read.
    RecordUnreadable,
    /// The record can't be written, so nothing was done.
    RecordUnwritable,
    /// Written by a newer Readmit.
    RecordNewer,
    /// The file can't be written.
    ExportUnwritable,

    // The way there.
    /// Too many requests to this pool at once.
    Busy,
    /// The service failed.
    ServiceFault,
    /// There is no network to reach anything over.
    Offline,
    /// The service's name isn't known on this network.
    NameNotFound,
    /// The network is there, and lets nothing through to the service.
    ConnectionBlocked,
    /// No answer in time.
    TimedOut,
    /// The connection broke before the answer came.
    AnswerLost,
    /// Something else answered: a sign-in page of the network.
    CaptivePortal,
    /// A certificate that this computer doesn't trust.
    TlsUntrusted,
    /// A certificate out of its time: most often this computer's clock is wrong.
    ClockWrong,
    /// The proxy answers, and doesn't let this through.
    ProxyRefused,
    /// The proxy doesn't answer.
    ProxyUnreachable,
    /// The proxy wants a password, or the one it was given is wrong.
    ProxyAsksForPassword,
    /// The proxy wants a sign-in of a kind that isn't spoken here: Negotiate, NTLM.
    ProxyAsksForSignIn,
    /// The proxy is chosen by a script, which can't be run here.
    ProxyScript,
    /// The proxy is a SOCKS proxy, which isn't spoken here.
    ProxySocks,
    /// FIPS endpoints are asked for, and AWS has none for this.
    FipsUnavailable,
    /// The person stopped waiting.
    StoppedWaiting,
    /// An error that this program doesn't know.
    Unknown,
}

impl FailureCode {
    /// The code's name as the page and the log know it, for example `code-wrong`.
    #[must_use]
    pub fn name(self) -> String {
        let mut name = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_ascii_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }
}

impl fmt::Display for FailureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

/// Whether doing the same thing again makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Retry {
    /// No: something has to change first.
    Never,
    /// Yes, at once.
    Now,
    /// Yes, after a while.
    After {
        /// How long to wait, in seconds.
        seconds: u32,
    },
    /// It was sent and no answer came: it may or may not have happened. Find out by looking.
    UnknownOutcome,
}

/// What went wrong, ready to be told.
///
/// `detail` never holds a user name, password, code or secret: what the service said is scrubbed
/// of everything that was typed before it gets here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Failure {
    /// What to tell.
    #[serde(serialize_with = "told")]
    pub code: FailureCode,
    /// Whether to try again.
    pub retry: Retry,
    /// The service's id of the request, for its support.
    pub request_id: Option<String>,
    /// The place at fault, or for an unknown error the service's code and message.
    pub detail: Option<String>,
}

/// A failure leaves the program to be told to somebody. Which one it was is noted here, once for every command.
fn told<S: Serializer>(code: &FailureCode, serializer: S) -> Result<S::Ok, S::Error> {
    tracing::debug!(%code, "told");
    code.serialize(serializer)
}

impl Failure {
    /// A failure that needs something to change before another try.
    #[must_use]
    pub fn new(code: FailureCode) -> Self {
        Self {
            code,
            retry: Retry::Never,
            request_id: None,
            detail: None,
        }
    }

    /// The same failure, worth another try as `retry` says.
    #[must_use]
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// The same failure with the place at fault. Never pass what a person typed.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)
    }
}

impl std::error::Error for Failure {}

impl From<FailureCode> for Failure {
    fn from(code: FailureCode) -> Self {
        Self::new(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_codes_name_is_what_it_is_called_on_the_wire_to_the_page() {
        for code in FailureCode::ALL {
            let wire = serde_json::to_string(code).unwrap_or_default();
            assert_eq!(wire, format!("\"{}\"", code.name()));
        }
    }
}
