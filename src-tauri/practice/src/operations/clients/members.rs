//! What CreateUserPoolClient and UpdateUserPoolClient take (API model of the service).

use crate::shapes::{CLIENT_ID, CLIENT_SECRET, FLAG, NAME_TEXT, USER_POOL_ID, list};
use crate::validation::{Member, Shape, optional, required};

const KEPT: Shape = Shape::Structure(&[]);
const UNITS: Shape = Shape::Choice(&["seconds", "minutes", "hours", "days"]);
const TEXT: Shape = Shape::Text {
    min: 1,
    max: 2048,
    pattern: None,
    hidden: false,
};
const SHORT_LIFE: Shape = Shape::Whole { min: 1, max: 86_400 };

/// What both take, and a client keeps.
macro_rules! with_settings {
    ($($own:expr),+ $(,)?) => {
        &[
            $($own,)+
            optional("RefreshTokenValidity", &Shape::Whole { min: 0, max: 315_360_000 }),
            optional("AccessTokenValidity", &SHORT_LIFE),
            optional("IdTokenValidity", &SHORT_LIFE),
            optional("TokenValidityUnits", &Shape::Structure(&[
                optional("AccessToken", &UNITS),
                optional("IdToken", &UNITS),
                optional("RefreshToken", &UNITS),
            ])),
            optional("ReadAttributes", &list(&TEXT)),
            optional("WriteAttributes", &list(&TEXT)),
            optional("ExplicitAuthFlows", &list(&Shape::Choice(&[
                "ADMIN_NO_SRP_AUTH",
                "CUSTOM_AUTH_FLOW_ONLY",
                "USER_PASSWORD_AUTH",
                "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                "ALLOW_CUSTOM_AUTH",
                "ALLOW_USER_PASSWORD_AUTH",
                "ALLOW_USER_SRP_AUTH",
                "ALLOW_REFRESH_TOKEN_AUTH",
                "ALLOW_USER_AUTH",
            ]))),
            optional("SupportedIdentityProviders", &list(&TEXT)),
            optional("CallbackURLs", &list(&TEXT)),
            optional("LogoutURLs", &list(&TEXT)),
            optional("DefaultRedirectURI", &TEXT),
            optional("AllowedOAuthFlows", &list(&Shape::Choice(&["code", "implicit", "client_credentials"]))),
            optional("AllowedOAuthScopes", &list(&TEXT)),
            optional("AllowedOAuthFlowsUserPoolClient", &FLAG),
            optional("AnalyticsConfiguration", &KEPT),
            optional("PreventUserExistenceErrors", &Shape::Choice(&["LEGACY", "ENABLED"])),
            optional("EnableTokenRevocation", &FLAG),
            optional("EnablePropagateAdditionalUserContextData", &FLAG),
            optional("AuthSessionValidity", &Shape::Whole { min: 3, max: 15 }),
            optional("RefreshTokenRotation", &Shape::Structure(&[
                required("Feature", &Shape::Choice(&["ENABLED", "DISABLED"])),
                optional("RetryGracePeriodSeconds", &Shape::Whole { min: 0, max: 60 }),
            ])),
        ]
    };
}

pub(super) const CREATE: &[Member] = with_settings![
    required("UserPoolId", &USER_POOL_ID),
    required("ClientName", &NAME_TEXT),
    optional("GenerateSecret", &FLAG),
    optional("ClientSecret", &CLIENT_SECRET),
];

pub(super) const UPDATE: &[Member] = with_settings![
    required("UserPoolId", &USER_POOL_ID),
    required("ClientId", &CLIENT_ID),
    optional("ClientName", &NAME_TEXT),
];

/// Whether a member of a request is a setting that a client keeps.
pub(super) fn is_setting(name: &str) -> bool {
    !["UserPoolId", "ClientId", "GenerateSecret", "ClientSecret"].contains(&name)
        && CREATE.iter().any(|member| member.name() == name)
}
