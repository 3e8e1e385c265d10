//! Makes pools, app clients and users over the wire, through the AWS SDK for Rust.
//!
//! It shares nothing with our own client crate: its secret hash is its own.

use aws_sdk_cognitoidentityprovider as sdk;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sdk::config::{BehaviorVersion, Credentials, Region};
use sdk::error::{ProvideErrorMetadata, SdkError};
use sdk::types::{
    AccountRecoverySettingType, AliasAttributeType, AttributeType, AuthFlowType, ExplicitAuthFlowsType,
    MessageActionType, PasswordPolicyType, PreventUserExistenceErrorTypes, RecoveryOptionNameType,
    RecoveryOptionType, UserPoolPolicyType, UsernameAttributeType, UsernameConfigurationType,
    VerifiedAttributeType,
};
use serde::Serialize;
use sha2::Sha256;

use crate::Error;

/// The region every peer's pools are in.
pub(crate) const REGION: &str = "eu-central-1";

/// Where a code for a forgotten password may go: a pool's account recovery setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovery {
    /// The pool has no setting: the older rule holds, phone first.
    Unset,
    /// A verified email only.
    Email,
    /// A verified phone only.
    Phone,
    /// A verified email, else a verified phone.
    EmailThenPhone,
    /// A verified phone, else a verified email.
    PhoneThenEmail,
    /// Nobody but an administrator resets a password.
    AdminOnly,
}

/// What a pool's users type to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInNames {
    /// The email is the user name; the pool gives its own name to each user.
    Email,
    /// A user name.
    Username,
    /// A user name, or the email as its alias once it is verified.
    UsernameOrEmail,
}

/// A pool's password policy, as a connection file says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Policy {
    /// Characters at least.
    pub minimum_length: i32,
    /// One of A to Z.
    #[serde(rename = "requireUppercase")]
    pub uppercase: bool,
    /// One of a to z.
    #[serde(rename = "requireLowercase")]
    pub lowercase: bool,
    /// One of 0 to 9.
    #[serde(rename = "requireNumbers")]
    pub numbers: bool,
    /// One of the symbols that the service counts.
    #[serde(rename = "requireSymbols")]
    pub symbols: bool,
}

/// A pool to be made. The default is a lenient one: user names or verified emails, codes by email,
/// no client secret, unknown users told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolSpec {
    /// The account recovery setting.
    pub recovery: Recovery,
    /// What users sign in with.
    pub sign_in_names: SignInNames,
    /// Whether upper and lower case differ in user names.
    pub case_sensitive: bool,
    /// Whether unknown users are answered as known ones (`PreventUserExistenceErrors`).
    pub hides_existence: bool,
    /// Whether the app client has a secret.
    pub secret: bool,
    /// The password policy.
    pub policy: Policy,
}

impl Default for PoolSpec {
    fn default() -> Self {
        Self {
            recovery: Recovery::Email,
            sign_in_names: SignInNames::UsernameOrEmail,
            case_sensitive: true,
            hides_existence: false,
            secret: false,
            policy: Policy {
                minimum_length: 8,
                uppercase: true,
                lowercase: true,
                numbers: true,
                symbols: true,
            },
        }
    }
}

/// What was made: a user pool with one app client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadePool {
    /// The pool's region.
    pub region: String,
    /// The user pool's id.
    pub pool_id: String,
    /// The app client's id.
    pub client_id: String,
    /// The app client's secret, if it has one.
    pub client_secret: Option<String>,
}

/// A user to be made, confirmed, without a message. No password leaves the account as the
/// invitation does: with a temporary one that the pool chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UserSpec<'a> {
    /// What `AdminCreateUser` calls the user.
    pub username: &'a str,
    /// A permanent password.
    pub password: Option<&'a str>,
    /// An email, and whether it is verified.
    pub email: Option<(&'a str, bool)>,
    /// A telephone number, and whether it is verified.
    pub phone: Option<(&'a str, bool)>,
}

/// What came of a sign-in with a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignedIn {
    /// Tokens were issued.
    Yes,
    /// The service wants something more first.
    Challenge(String),
    /// The service refused, with this error code.
    No(String),
}

/// An administrator of one peer.
#[derive(Debug, Clone)]
pub struct Administrator {
    client: sdk::Client,
}

impl Administrator {
    pub(crate) fn new(base_url: &str, key_id: &str, secret: &str) -> Self {
        let config = sdk::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(REGION))
            .endpoint_url(base_url)
            .credentials_provider(Credentials::new(key_id, secret, None, None, "tests"))
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .build();
        Self {
            client: sdk::Client::from_conf(config),
        }
    }

    /// The SDK's own client, for what the methods here do not cover.
    #[must_use]
    pub fn client(&self) -> &sdk::Client {
        &self.client
    }

    /// Makes a user pool and an app client in it that may sign in with a password, by SRP or plainly.
    ///
    /// # Errors
    /// The peer refuses, or answers without an id.
    pub async fn create_pool(&self, spec: &PoolSpec) -> Result<MadePool, Error> {
        let policy = PasswordPolicyType::builder()
            .minimum_length(spec.policy.minimum_length)
            .require_uppercase(spec.policy.uppercase)
            .require_lowercase(spec.policy.lowercase)
            .require_numbers(spec.policy.numbers)
            .require_symbols(spec.policy.symbols)
            .build();
        let request = self
            .client
            .create_user_pool()
            .pool_name("Made by a test")
            .policies(UserPoolPolicyType::builder().password_policy(policy).build())
            .auto_verified_attributes(VerifiedAttributeType::Email)
            .username_configuration(built(
                UsernameConfigurationType::builder()
                    .case_sensitive(spec.case_sensitive)
                    .build(),
            )?)
            .set_account_recovery_setting(recovery_setting(spec.recovery)?);
        let request = match spec.sign_in_names {
            SignInNames::Email => request.username_attributes(UsernameAttributeType::Email),
            SignInNames::Username => request,
            SignInNames::UsernameOrEmail => request.alias_attributes(AliasAttributeType::Email),
        };
        let pool = request
            .send()
            .await
            .map_err(|error| refused("CreateUserPool", &error))?;
        let pool_id = pool
            .user_pool
            .and_then(|pool| pool.id)
            .ok_or_else(|| missing("CreateUserPool", "Id"))?;

        let existence = if spec.hides_existence {
            PreventUserExistenceErrorTypes::Enabled
        } else {
            PreventUserExistenceErrorTypes::Legacy
        };
        let client = self
            .client
            .create_user_pool_client()
            .user_pool_id(&pool_id)
            .client_name("Made by a test")
            .generate_secret(spec.secret)
            .prevent_user_existence_errors(existence)
            .explicit_auth_flows(ExplicitAuthFlowsType::AllowUserSrpAuth)
            .explicit_auth_flows(ExplicitAuthFlowsType::AllowUserPasswordAuth)
            .explicit_auth_flows(ExplicitAuthFlowsType::AllowRefreshTokenAuth)
            .send()
            .await
            .map_err(|error| refused("CreateUserPoolClient", &error))?
            .user_pool_client
            .ok_or_else(|| missing("CreateUserPoolClient", "UserPoolClient"))?;
        Ok(MadePool {
            region: REGION.to_owned(),
            pool_id,
            client_id: client
                .client_id
                .ok_or_else(|| missing("CreateUserPoolClient", "ClientId"))?,
            client_secret: client.client_secret,
        })
    }

    /// Makes a user and returns the name that the pool gave it.
    ///
    /// # Errors
    /// The peer refuses, or answers without a name.
    pub async fn create_user(&self, pool: &MadePool, user: &UserSpec<'_>) -> Result<String, Error> {
        let mut attributes = Vec::new();
        for (name, contact) in [("email", user.email), ("phone_number", user.phone)] {
            if let Some((value, verified)) = contact {
                attributes.push(attribute(name, value)?);
                attributes.push(attribute(
                    &format!("{name}_verified"),
                    if verified { "true" } else { "false" },
                )?);
            }
        }
        let username = self
            .client
            .admin_create_user()
            .user_pool_id(&pool.pool_id)
            .username(user.username)
            .message_action(MessageActionType::Suppress)
            .set_user_attributes(Some(attributes))
            .send()
            .await
            .map_err(|error| refused("AdminCreateUser", &error))?
            .user
            .and_then(|user| user.username)
            .ok_or_else(|| missing("AdminCreateUser", "Username"))?;
        if let Some(password) = user.password {
            self.client
                .admin_set_user_password()
                .user_pool_id(&pool.pool_id)
                .username(&username)
                .password(password)
                .permanent(true)
                .send()
                .await
                .map_err(|error| refused("AdminSetUserPassword", &error))?;
        }
        Ok(username)
    }

    /// Signs a new user up, as the person would: not confirmed, a code on its way.
    ///
    /// # Errors
    /// The peer refuses.
    pub async fn sign_up(
        &self,
        pool: &MadePool,
        username: &str,
        password: &str,
        email: &str,
    ) -> Result<(), Error> {
        self.client
            .sign_up()
            .client_id(&pool.client_id)
            .set_secret_hash(secret_hash(pool, username)?)
            .username(username)
            .password(password)
            .user_attributes(attribute("email", email)?)
            .send()
            .await
            .map_err(|error| refused("SignUp", &error))?;
        Ok(())
    }

    /// Signs in with `USER_PASSWORD_AUTH` and says what came of it.
    ///
    /// # Errors
    /// The peer does not answer as the service does.
    pub async fn sign_in(&self, pool: &MadePool, username: &str, password: &str) -> Result<SignedIn, Error> {
        let answer = self
            .client
            .initiate_auth()
            .client_id(&pool.client_id)
            .auth_flow(AuthFlowType::UserPasswordAuth)
            .auth_parameters("USERNAME", username)
            .auth_parameters("PASSWORD", password);
        let answer = match secret_hash(pool, username)? {
            Some(hash) => answer.auth_parameters("SECRET_HASH", hash),
            None => answer,
        };
        match answer.send().await {
            Ok(answer) => match answer.challenge_name {
                Some(challenge) => Ok(SignedIn::Challenge(challenge.as_str().to_owned())),
                None if answer.authentication_result.is_some() => Ok(SignedIn::Yes),
                None => Err(missing("InitiateAuth", "AuthenticationResult")),
            },
            Err(error) => match error.code() {
                Some(code) => Ok(SignedIn::No(code.to_owned())),
                None => Err(refused("InitiateAuth", &error)),
            },
        }
    }
}

/// The secret hash that the service wants from a client with a secret: Base64 of
/// HMAC-SHA256(secret, user name then client id) (AWS developer guide).
pub(crate) fn secret_hash(pool: &MadePool, username: &str) -> Result<Option<String>, Error> {
    let Some(secret) = &pool.client_secret else {
        return Ok(None);
    };
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes())
        .map_err(|error| Error::answer("computing a secret hash", error.to_string()))?;
    mac.update(username.as_bytes());
    mac.update(pool.client_id.as_bytes());
    Ok(Some(STANDARD.encode(mac.finalize().into_bytes())))
}

fn recovery_setting(recovery: Recovery) -> Result<Option<AccountRecoverySettingType>, Error> {
    use RecoveryOptionNameType::{AdminOnly, VerifiedEmail, VerifiedPhoneNumber};
    let names = match recovery {
        Recovery::Unset => return Ok(None),
        Recovery::Email => vec![VerifiedEmail],
        Recovery::Phone => vec![VerifiedPhoneNumber],
        Recovery::EmailThenPhone => vec![VerifiedEmail, VerifiedPhoneNumber],
        Recovery::PhoneThenEmail => vec![VerifiedPhoneNumber, VerifiedEmail],
        Recovery::AdminOnly => vec![AdminOnly],
    };
    let mut setting = AccountRecoverySettingType::builder();
    for (priority, name) in (1..).zip(names) {
        setting = setting.recovery_mechanisms(built(
            RecoveryOptionType::builder()
                .priority(priority)
                .name(name)
                .build(),
        )?);
    }
    Ok(Some(setting.build()))
}

pub(crate) fn attribute(name: &str, value: &str) -> Result<AttributeType, Error> {
    built(AttributeType::builder().name(name).value(value).build())
}

fn built<T>(result: Result<T, sdk::error::BuildError>) -> Result<T, Error> {
    result.map_err(|error| Error::answer("building a request", error.to_string()))
}

pub(crate) fn missing(operation: &str, member: &str) -> Error {
    Error::answer(operation, format!("no {member} in the answer"))
}

pub(crate) fn refused<E: ProvideErrorMetadata, R>(operation: &str, error: &SdkError<E, R>) -> Error
where
    SdkError<E, R>: std::error::Error,
{
    let mut answer = match (error.code(), error.message()) {
        (Some(code), message) => format!("{code}: {}", message.unwrap_or_default()),
        (None, _) => error.to_string(),
    };
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        answer.push_str(&format!(": {deeper}"));
        cause = deeper.source();
    }
    Error::answer(operation, answer)
}
