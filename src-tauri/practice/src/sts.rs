//! AWS STS on the same endpoint: GetCallerIdentity and AssumeRole, by the Query protocol, in which
//! a request is a form and an answer is XML (AWS STS API reference).

use std::time::Duration;

use bytes::Bytes;
use http::{Request, header};
use serde_json::{Map, Value, json};

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::identities::{AccessKey, Role, unique_id};
use crate::signature::{self, Signed};
use crate::state::State;
use crate::validation::{Member, Pattern, Shape, optional, required, validate};

const NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";
const HOUR: Duration = Duration::from_secs(60 * 60);

/// Whether a request is for STS: by its host, or by what it was signed for.
pub(crate) fn is_meant(request: &Request<Bytes>) -> bool {
    let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST)
        .or_else(|| request.uri().host())
        .unwrap_or_default();
    host.starts_with("sts.")
        || text(header::AUTHORIZATION).is_some_and(|signed| signed.contains("/sts/aws4_request"))
}

/// The operation that a request names.
pub(crate) fn action(request: &Request<Bytes>) -> String {
    match form(request.body()).remove("Action") {
        Some(Value::String(action)) => action,
        _ => String::new(),
    }
}

/// Carries a request out; the answer is what belongs into the operation's result element.
pub(crate) fn carry_out(
    state: &mut State,
    request: &Request<Bytes>,
    action: &str,
    now: Moment,
) -> Result<Value, ServiceError> {
    let signed = Signed {
        method: request.method(),
        uri: request.uri(),
        headers: request.headers(),
        body: request.body(),
    };
    let caller = signature::verify(&signed, &state.identities, signature::Service::Sts, now)?;
    match action {
        // Needs no permission, and no policy takes it away.
        "GetCallerIdentity" => Ok(json!({
            "Arn": caller.key.arn,
            "UserId": unique_id(&caller.key.arn),
            "Account": caller.key.account,
        })),
        "AssumeRole" => assume_role(state, &caller.key, form(request.body()), now),
        _ => Err(ServiceError::new(
            "InvalidAction",
            format!("Could not find operation {action} for version 2011-06-15"),
        )),
    }
}

const fn text(min: usize, max: usize, pattern: Option<&'static Pattern>) -> Shape {
    Shape::Text {
        min,
        max,
        pattern,
        hidden: false,
    }
}

const ROLE_ARN: Shape = text(20, 2048, None);
const SESSION_NAME: Shape = text(
    2,
    64,
    Some(&Pattern {
        text: r"[\w+=,.@-]*",
        matches: |text| {
            text.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "_+=,.@-".contains(letter))
        },
    }),
);
const DURATION: Shape = Shape::Whole {
    min: 900,
    max: 43_200,
};
const SERIAL_NUMBER: Shape = text(9, 256, None);
const TOKEN_CODE: Shape = text(
    6,
    6,
    Some(&Pattern {
        text: r"[\d]*",
        matches: |text| text.bytes().all(|byte| byte.is_ascii_digit()),
    }),
);
const ASSUME_ROLE: &[Member] = &[
    required("RoleArn", &ROLE_ARN),
    required("RoleSessionName", &SESSION_NAME),
    optional("DurationSeconds", &DURATION),
    optional("SerialNumber", &SERIAL_NUMBER),
    optional("TokenCode", &TOKEN_CODE),
];

fn assume_role(
    state: &mut State,
    caller: &AccessKey,
    mut form: Map<String, Value>,
    now: Moment,
) -> Result<Value, ServiceError> {
    let seconds = form
        .get("DurationSeconds")
        .and_then(Value::as_str)
        .map(str::parse::<i64>);
    match seconds {
        Some(Ok(seconds)) => {
            form.insert("DurationSeconds".to_owned(), json!(seconds));
        }
        Some(Err(_)) => return Err(invalid("DurationSeconds must be a whole number")),
        None => {}
    }
    let input = Value::Object(form);
    validate(ASSUME_ROLE, &input).map_err(|error| invalid(error.message))?;
    let field = |name: &str| input[name].as_str();
    let arn = field("RoleArn").unwrap_or_default();
    state.identities.authorize(caller, "sts", "AssumeRole", arn)?;
    let not_trusted = || {
        ServiceError::access_denied(format!(
            "User: {} is not authorized to perform: sts:AssumeRole on resource: {arn}",
            caller.arn
        ))
    };
    let role = state.identities.roles.get(arn).cloned().ok_or_else(not_trusted)?;
    check_mfa(&role, field("SerialNumber"), field("TokenCode"), not_trusted)?;
    let asked = input["DurationSeconds"].as_u64().map(Duration::from_secs);
    if caller.arn.contains(":assumed-role/") && asked.is_some_and(|span| span > HOUR) {
        return Err(invalid(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
        ));
    }
    if asked.is_some_and(|span| span > role.longest_session) {
        return Err(invalid(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        ));
    }
    let expires = now.plus(asked.unwrap_or(HOUR));
    let session = field("RoleSessionName").unwrap_or_default();
    let key = state.identities.assume(&role, session, expires);
    Ok(json!({
        "AssumedRoleUser": { "AssumedRoleId": unique_id(&key.arn), "Arn": key.arn },
        "Credentials": {
            "AccessKeyId": key.id,
            "SecretAccessKey": key.secret,
            "SessionToken": key.session_token,
            "Expiration": expires.iso_8601(),
        },
    }))
}

fn invalid(message: impl Into<std::borrow::Cow<'static, str>>) -> ServiceError {
    ServiceError::new("ValidationError", message)
}

/// A role that wants a second factor does not trust a caller who shows none; a code that is
/// wrong, or of another device, is refused in words of its own (observed).
fn check_mfa(
    role: &Role,
    serial: Option<&str>,
    code: Option<&str>,
    not_trusted: impl Fn() -> ServiceError,
) -> Result<(), ServiceError> {
    match (&role.mfa, serial, code) {
        (None, ..) => Ok(()),
        (Some(mfa), Some(serial), Some(code)) if mfa.serial == serial && mfa.code == code => Ok(()),
        (Some(mfa), Some(serial), Some(_)) if mfa.serial == serial => Err(ServiceError::access_denied(
            "MultiFactorAuthentication failed with invalid MFA one time pass code.",
        )),
        (Some(_), Some(_), Some(_)) => Err(ServiceError::access_denied(
            "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
        )),
        (Some(_), ..) => Err(not_trusted()),
    }
}

/// An answer as XML, good or bad.
pub(crate) fn render(action: &str, outcome: &Result<Value, ServiceError>, request_id: &str) -> String {
    match outcome {
        Ok(result) => format!(
            "<{action}Response xmlns=\"{NAMESPACE}\"><{action}Result>{}</{action}Result>\
             <ResponseMetadata><RequestId>{request_id}</RequestId></ResponseMetadata></{action}Response>",
            elements(result)
        ),
        Err(error) => {
            let kind = if error.status >= 500 { "Receiver" } else { "Sender" };
            let error = json!({ "Type": kind, "Code": error.code, "Message": error.message });
            format!(
                "<ErrorResponse xmlns=\"{NAMESPACE}\"><Error>{}</Error>\
                 <RequestId>{request_id}</RequestId></ErrorResponse>",
                elements(&error)
            )
        }
    }
}

/// What is refused, by the name and with the status that Query services have for it.
pub(crate) fn translated(error: ServiceError) -> ServiceError {
    let (code, status) = match &*error.code {
        "UnrecognizedClientException" => ("InvalidClientTokenId", 403),
        "InvalidSignatureException" => ("SignatureDoesNotMatch", 403),
        "ExpiredTokenException" => ("ExpiredToken", 403),
        "MissingAuthenticationTokenException" => ("MissingAuthenticationToken", 403),
        "IncompleteSignatureException" => ("IncompleteSignature", 400),
        "AccessDeniedException" => ("AccessDenied", 403),
        "TooManyRequestsException" => ("Throttling", 400),
        "InternalErrorException" => ("InternalFailure", 500),
        _ => return error,
    };
    ServiceError::new(code, error.message).with_status(status)
}

fn elements(value: &Value) -> String {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| format!("<{name}>{}</{name}>", elements(value)))
            .collect(),
        Value::String(text) => text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;"),
        other => other.to_string(),
    }
}

/// The fields of a form (`application/x-www-form-urlencoded`).
fn form(body: &[u8]) -> Map<String, Value> {
    let body = String::from_utf8_lossy(body);
    body.split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (decoded(name), Value::String(decoded(value))))
        .collect()
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = text
            .get(at + 1..at + 3)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (byte, hex) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                at += 3;
                continue;
            }
            (b'+', _) => decoded.push(b' '),
            _ => decoded.push(*byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
