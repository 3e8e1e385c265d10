//! What the recovery window sees.

use cognito::password::{self, PasswordPolicy, RuleCheck};
use cognito::{Connection, DeliveryMedium, Failure, FailureCode, HelpDesk, SignInName};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::{ArrivedOffer, House};

/// One of the practice pools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum PracticePoolName {
    /// Strict: a client secret, hidden accounts, email addresses as user names.
    Northwind,
    /// Older and lenient: user names, and it says which accounts exist.
    Fabrikam,
    /// Only administrators reset passwords, and every sign-in wants a second factor.
    Tailspin,
}

/// A connection, as much of it as a page may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ConnectionView {
    name: String,
    organisation: Option<String>,
    region: String,
    user_pool_id: String,
    /// Only if it isn't Amazon's own.
    endpoint: Option<String>,
    /// The file with one more certificate authority to trust, if it names one.
    ca_file: Option<String>,
    secret_configured: bool,
    /// Empty where it isn't known.
    sign_in_names: Vec<SignInName>,
    case_sensitive: bool,
    password_policy: Option<PasswordPolicy>,
    temporary_password_days: Option<u32>,
    help_desk: Option<HelpDesk>,
    practice: Option<PracticePoolName>,
}

impl ConnectionView {
    /// The view of a connection to a real pool.
    pub fn new(connection: &Connection, secret_configured: bool) -> Self {
        Self {
            name: connection.name.clone(),
            organisation: connection.organisation.clone(),
            region: connection.region.clone(),
            user_pool_id: connection.user_pool_id.clone(),
            endpoint: connection
                .foreign_endpoint()
                .map(|endpoint| endpoint.as_str().trim_end_matches('/').to_owned()),
            ca_file: connection.ca_file.as_ref().map(|file| file.display().to_string()),
            secret_configured,
            sign_in_names: connection.sign_in_names.clone(),
            case_sensitive: connection.case_sensitive,
            password_policy: connection.password_policy,
            temporary_password_days: connection.temporary_password_days,
            help_desk: connection.help_desk.clone(),
            practice: None,
        }
    }

    /// Which practice pool it is, if it is one.
    pub fn practice(&self) -> Option<PracticePoolName> {
        self.practice
    }

    /// The same view for a practice pool, which has no address to show.
    pub fn of_practice(mut self, pool: PracticePoolName) -> Self {
        self.endpoint = None;
        self.practice = Some(pool);
        self
    }
}

/// What the recovery window shows first.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StartingPoint {
    /// The connection to work with; without one, the first-start screen.
    pub connection: Option<ConnectionView>,
    /// Why the connection that was asked for can't be used.
    pub refused: Option<Failure>,
    /// The language asked for, else the system's, as a BCP 47 tag.
    pub language: Option<String>,
    /// Something to know that stops nothing.
    pub notice: Option<FailureCode>,
    /// What IT decided about this computer.
    pub house: House,
    /// The connections that IT brings, to choose from by their place.
    pub choices: Vec<ConnectionView>,
    /// What the program was started with: a file, or a link.
    pub arrived: Option<ArrivedOffer>,
}

/// A connection that was taken.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Accepted {
    /// The connection.
    pub connection: ConnectionView,
    /// Something to know that stops nothing: why it is kept only until the program closes.
    pub notice: Option<FailureCode>,
}

/// The checklist and the strength of a password that is being typed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PasswordCheck {
    /// Each rule by itself, in the order to show them.
    pub rules: Vec<RuleCheck>,
    /// 0 (guessed at once) to 4 (very hard to guess).
    pub strength: u8,
    /// Whether every rule is met.
    pub acceptable: bool,
}

impl PasswordCheck {
    /// Compares a password with a policy, on a thread of its own. `known` is what a guesser would try first.
    ///
    /// # Errors
    /// `Unknown` if that thread ended, which it doesn't.
    pub async fn of(
        password: SecretString,
        policy: Option<PasswordPolicy>,
        known: Vec<String>,
    ) -> Result<Self, Failure> {
        let check = move || {
            let password = password.expose_secret();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let rules = password::check(password, policy.as_ref());
            PasswordCheck {
                acceptable: rules.iter().all(|rule| rule.met),
                strength: password::strength(password, &known),
                rules,
            }
        };
        tokio::task::spawn_blocking(check)
            .await
            .map_err(|_| FailureCode::Unknown.into())
    }
}

/// What somebody in a practice pool is there to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum PracticeStory {
    /// Simply forgot the password.
    Forgot,
    /// Gets the code by text message.
    PhoneOnly,
    /// Never confirmed the sign-up.
    SignUpUnfinished,
    /// Has an invitation and never signed in.
    Invited,
    /// Has an invitation that is too old.
    InvitationExpired,
    /// Is switched off.
    Disabled,
    /// Was told to reset the password.
    ResetRequired,
    /// Has no verified email or phone.
    NoVerifiedContact,
    /// The only contact is the second factor too.
    FactorIsContact,
    /// Signs in with another company's account.
    Federated,
    /// Has an invitation, and a profile with gaps to fill at the first sign-in.
    InvitedIncomplete,
    /// Signs in with an authenticator app too.
    Authenticator,
    /// Signs in with a code by text message too.
    TextMessageFactor,
    /// Signs in with a code by email too.
    EmailFactor,
    /// Has two second factors to choose from.
    SeveralFactors,
    /// Has to set up an authenticator app at sign-in.
    AuthenticatorDue,
}

/// Somebody to try the program with.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PracticePerson {
    /// What to type.
    pub username: String,
    /// The person's name.
    pub display_name: String,
    /// The pool the account is in.
    pub pool: PracticePoolName,
    /// What it shows.
    pub story: PracticeStory,
}

/// What a practice person's authenticator app shows.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PracticeAuthenticator {
    /// Whose it is.
    pub username: String,
    /// The person's name.
    pub display_name: String,
    /// The code of the moment.
    pub code: String,
    /// How long it is shown.
    #[cfg_attr(test, ts(type = "number"))]
    pub seconds_left: u64,
}

/// What a practice message is for.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum MessagePurpose {
    /// A new password.
    Reset,
    /// A new account.
    SignUp,
    /// A temporary password.
    Invitation,
    /// A contact to verify.
    Verify,
    /// A second factor.
    Mfa,
}

/// A message in the practice inbox.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PracticeMessage {
    /// The address or number it went to.
    pub to: String,
    /// By what.
    pub medium: DeliveryMedium,
    /// What for.
    pub purpose: MessagePurpose,
    /// The code, or the temporary password.
    pub code: String,
    /// When, in milliseconds since 1970.
    #[cfg_attr(test, ts(type = "number"))]
    pub sent_at: i64,
}
