//! Signing in: InitiateAuth and RespondToAuthChallenge, and their Admin twins;
//! GetTokensFromRefreshToken.
//!
//! The service's order is: a first factor, a new password where one is due, a second factor where
//! one is wanted, tokens. Each challenge is a file: what asks it also takes its answer.

mod answers;
mod choice;
mod custom;
mod finish;
mod new_password;
mod password_proof;
mod refresh;
mod second_factor;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Authority, Operation, Outcome, Turn, read};
use crate::client::Client;
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::limits::Category;
use crate::pool::Pool;
use crate::sessions::{Caller, Next};
use crate::shapes::{
    ANALYTICS_METADATA, CLIENT_ID, CLIENT_METADATA, CLIENT_SECRET, FREE_TEXT, MAP, SESSION, TOKEN_TEXT,
    USER_CONTEXT_DATA, USER_POOL_ID, list,
};
use crate::user::{User, UserStatus};
use crate::validation::{Member, Shape, optional, required};

const FLOWS: Shape = Shape::Choice(&[
    "USER_SRP_AUTH",
    "REFRESH_TOKEN_AUTH",
    "REFRESH_TOKEN",
    "CUSTOM_AUTH",
    "ADMIN_NO_SRP_AUTH",
    "USER_PASSWORD_AUTH",
    "ADMIN_USER_PASSWORD_AUTH",
    "USER_AUTH",
]);
const CHALLENGES: Shape = Shape::Choice(&[
    "SMS_MFA",
    "EMAIL_OTP",
    "SOFTWARE_TOKEN_MFA",
    "SELECT_MFA_TYPE",
    "MFA_SETUP",
    "PASSWORD_VERIFIER",
    "CUSTOM_CHALLENGE",
    "SELECT_CHALLENGE",
    "DEVICE_SRP_AUTH",
    "DEVICE_PASSWORD_VERIFIER",
    "ADMIN_NO_SRP_AUTH",
    "NEW_PASSWORD_REQUIRED",
    "SMS_OTP",
    "PASSWORD",
    "WEB_AUTHN",
    "PASSWORD_SRP",
]);

/// What an administrator's program tells about the computer that somebody signs in from.
const CONTEXT_DATA: Member = optional(
    "ContextData",
    &Shape::Structure(&[
        required("IpAddress", &FREE_TEXT),
        required("ServerName", &FREE_TEXT),
        required("ServerPath", &FREE_TEXT),
        required(
            "HttpHeaders",
            &list(&Shape::Structure(&[
                optional("headerName", &FREE_TEXT),
                optional("headerValue", &FREE_TEXT),
            ])),
        ),
        optional("EncodedData", &FREE_TEXT),
    ]),
);

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "InitiateAuth",
        authority: Authority::Public,
        category: Category::UserAuthentication,
        members: &[
            required("AuthFlow", &FLOWS),
            required("ClientId", &CLIENT_ID),
            optional("AuthParameters", &MAP),
            optional("Session", &SESSION),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: initiate_auth,
    },
    Operation {
        name: "RespondToAuthChallenge",
        authority: Authority::Public,
        category: Category::UserAuthentication,
        members: &[
            required("ClientId", &CLIENT_ID),
            required("ChallengeName", &CHALLENGES),
            optional("Session", &SESSION),
            optional("ChallengeResponses", &MAP),
            USER_CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: answers::respond_to_auth_challenge,
    },
    Operation {
        name: "GetTokensFromRefreshToken",
        authority: Authority::Public,
        category: Category::UserAuthentication,
        members: &[
            required("RefreshToken", &TOKEN_TEXT),
            required("ClientId", &CLIENT_ID),
            optional("ClientSecret", &CLIENT_SECRET),
            optional("DeviceKey", &FREE_TEXT),
            CLIENT_METADATA,
        ],
        run: refresh::get_tokens_from_refresh_token,
    },
    Operation {
        name: "AdminInitiateAuth",
        authority: Authority::Iam,
        category: Category::UserAuthentication,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("ClientId", &CLIENT_ID),
            required("AuthFlow", &FLOWS),
            optional("AuthParameters", &MAP),
            optional("Session", &SESSION),
            CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: initiate_auth,
    },
    Operation {
        name: "AdminRespondToAuthChallenge",
        authority: Authority::Iam,
        category: Category::UserAuthentication,
        members: &[
            required("UserPoolId", &USER_POOL_ID),
            required("ClientId", &CLIENT_ID),
            required("ChallengeName", &CHALLENGES),
            optional("Session", &SESSION),
            optional("ChallengeResponses", &MAP),
            CONTEXT_DATA,
            ANALYTICS_METADATA,
            CLIENT_METADATA,
        ],
        run: answers::respond_to_auth_challenge,
    },
];

/// AuthParameters or ChallengeResponses.
#[derive(Default, Deserialize)]
#[serde(transparent)]
struct Parameters(BTreeMap<String, Option<String>>);

impl Parameters {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_deref().filter(|text| !text.is_empty())
    }

    fn require(&self, name: &str) -> Result<&str, ServiceError> {
        self.get(name)
            .ok_or_else(|| ServiceError::missing_auth_parameter(name))
    }

    /// Those whose names begin so, without the beginning, and that have a value.
    fn starting_with(&self, prefix: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .keys()
            .filter_map(move |key| Some((key.strip_prefix(prefix)?, self.get(key)?)))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct InitiateAuth {
    /// Only in the Admin twin.
    user_pool_id: Option<String>,
    client_id: String,
    auth_flow: String,
    auth_parameters: Option<Parameters>,
}

fn initiate_auth(turn: &mut Turn<'_>, input: Value) -> Outcome {
    let input: InitiateAuth = read(input)?;
    let parameters = input.auth_parameters.unwrap_or_default();
    let caller = &caller(turn, &input.client_id, input.user_pool_id.as_deref())?;
    let flow = input.auth_flow.as_str();
    let allowed = |flow| caller.client.allows(flow);
    match (flow, caller.authority) {
        ("USER_PASSWORD_AUTH", Authority::Public) if allowed(flow) => {
            password_auth(turn, caller, &parameters)
        }
        ("USER_PASSWORD_AUTH", Authority::Public) => Err(ServiceError::invalid_parameter(
            "USER_PASSWORD_AUTH flow not enabled for this client",
        )),
        ("ADMIN_NO_SRP_AUTH" | "ADMIN_USER_PASSWORD_AUTH", Authority::Iam)
            if allowed("ADMIN_USER_PASSWORD_AUTH") =>
        {
            password_auth(turn, caller, &parameters)
        }
        ("USER_SRP_AUTH", _) if allowed(flow) => {
            password_proof::ask(turn, caller, &parameters, Next::Onwards)
        }
        ("USER_AUTH", _) if allowed(flow) => choice::begin(turn, caller, &parameters),
        ("CUSTOM_AUTH", _) if allowed(flow) => custom::begin(turn, caller, &parameters),
        ("REFRESH_TOKEN_AUTH" | "REFRESH_TOKEN", _) if allowed("REFRESH_TOKEN_AUTH") => {
            refresh::refresh(turn, &caller.client, &parameters)
        }
        ("ADMIN_NO_SRP_AUTH" | "ADMIN_USER_PASSWORD_AUTH", Authority::Public)
        | ("USER_PASSWORD_AUTH", Authority::Iam) => Err(ServiceError::invalid_parameter(
            "Initiate Auth method not supported.",
        )),
        _ => Err(ServiceError::invalid_parameter(
            "Auth flow not enabled for this client",
        )),
    }
}

/// Who is calling. The Admin twins name the pool, which has to be the client's.
fn caller(turn: &mut Turn<'_>, client_id: &str, pool_id: Option<&str>) -> Result<Caller, ServiceError> {
    if let Some(id) = pool_id {
        turn.state.pools.get_mut(id, turn.region)?;
    }
    let (pool, client) = turn.state.pools.of_client(client_id)?;
    if pool_id.is_some_and(|id| id != pool.id) {
        return Err(ServiceError::client_not_found(client_id));
    }
    let authority = match pool_id {
        Some(_) => Authority::Iam,
        None => Authority::Public,
    };
    Ok(Caller { client, authority })
}

fn password_auth(turn: &mut Turn<'_>, caller: &Caller, parameters: &Parameters) -> Outcome {
    let username = parameters.require("USERNAME")?;
    let password = parameters.require("PASSWORD")?;
    caller
        .client
        .check_secret_hash(username, parameters.get("SECRET_HASH"))?;
    let sub = check_password(turn, caller, username, password)?;
    finish::after_password(turn, caller, &sub)
}

/// Checks a password that was sent as it is, and gives the sub of whose it is.
fn check_password(
    turn: &mut Turn<'_>,
    caller: &Caller,
    username: &str,
    password: &str,
) -> Result<String, ServiceError> {
    let now = turn.now;
    let client = &caller.client;
    let (pool, _) = turn.state.pools.of_client(&client.id)?;
    let Some(sub) = pool.resolve(username) else {
        if !client.hides_existence() {
            return Err(ServiceError::user_not_found());
        }
        let who = pool.fold(username);
        return Err(wrong_password(pool, &who, now));
    };
    pool.lockouts.check(&sub, now)?;
    let user = pool.user(&sub)?;
    check_may_sign_in(user, client)?;
    let right = user
        .password
        .as_ref()
        .is_some_and(|known| known.is(pool.name_for_srp(), &user.username, password));
    if !right {
        return Err(wrong_password(pool, &sub, now));
    }
    pool.lockouts.succeeded(&sub);
    Ok(sub)
}

/// Refuses a user whose state keeps them from signing in, before the password is looked at
/// (observed for users who are not confirmed).
fn check_may_sign_in(user: &User, client: &Client) -> Result<(), ServiceError> {
    if !user.enabled {
        return Err(if client.hides_existence() {
            ServiceError::incorrect_username_or_password()
        } else {
            ServiceError::user_disabled()
        });
    }
    match user.status {
        UserStatus::Unconfirmed => Err(ServiceError::user_not_confirmed()),
        UserStatus::ResetRequired => Err(ServiceError::password_reset_required()),
        UserStatus::ExternalProvider => Err(ServiceError::incorrect_username_or_password()),
        UserStatus::Confirmed | UserStatus::ForceChangePassword => Ok(()),
    }
}

/// Counts a wrong password of `who`, a sub or a name that nobody has, and words the refusal.
fn wrong_password(pool: &mut Pool, who: &str, now: Moment) -> ServiceError {
    match pool.lockouts.check(who, now) {
        Err(locked_out) => locked_out,
        Ok(()) => {
            pool.lockouts.failed(who, now);
            ServiceError::incorrect_username_or_password()
        }
    }
}
