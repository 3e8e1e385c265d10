//! `/_practice/…`: what a test needs and the service does not have: the inbox, what
//! authenticator apps show, the clock, the faults, the count of requests, how lists behave, who may
//! sign, and what is refused.
//!
//! | request | body |
//! |---|---|
//! | `GET inbox`, `GET authenticators`, `GET requests`, `GET clock` | |
//! | `POST clock` | `{"set": seconds}`, `{"advance_seconds": 60}` |
//! | `POST faults`, `DELETE faults` | `{"fault": "throttle", "operation": "ListUsers", "times": 2}` |
//! | `POST lists` | `{"lag_seconds": 5, "pages": [0, 3], "case": "guide"}` |
//! | `POST deny` | `{"operations": ["AdminResetUserPassword"]}`, in place of those before |
//! | `POST keys` | `{"id": "AKIA…", "secret": "…", "session_token": "…", "expires": seconds}`, beside the others |
//! | `POST forget-key` | `{"id": "AKIA…"}` |
//! | `POST roles` | `{"arn": "arn:aws:iam::…:role/…", "mfa": {"serial": "arn:…", "code": "123456"}}` |
//! | `POST people` | `{"pool": "eu-central-1_Nw1ndPrct", "count": 10000}` |

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{AccessKey, Fault, FaultKind, Moment, Policy, PracticePools, Role, RoleMfa, SearchCase};

/// The answer to a request for `/_practice/…`; nothing for any other.
pub(super) fn answer(pools: &PracticePools, request: &Request<Bytes>) -> Option<Response<Bytes>> {
    let place = request.uri().path().strip_prefix("/_practice/")?;
    let outcome = match (request.method(), place) {
        (&Method::GET, "inbox") => Ok(json!(pools.inbox())),
        (&Method::GET, "authenticators") => Ok(json!(pools.authenticator_codes())),
        (&Method::GET, "requests") => Ok(json!(pools.requests())),
        (&Method::GET, "clock") => Ok(clock(pools)),
        (&Method::POST, "clock") => move_clock(pools, request.body()),
        (&Method::POST, "lists") => change_lists(pools, request.body()),
        (&Method::POST, "deny") => deny(pools, request.body()),
        (&Method::POST, "keys") => add_key(pools, request.body()),
        (&Method::POST, "forget-key") => forget_key(pools, request.body()),
        (&Method::POST, "roles") => add_role(pools, request.body()),
        (&Method::POST, "people") => populate(pools, request.body()),
        (&Method::POST, "faults") => inject(pools, request.body()),
        (&Method::DELETE, "faults") => {
            pools.clear_faults();
            Ok(json!({}))
        }
        _ => Err((StatusCode::NOT_FOUND, "no such thing".to_owned())),
    };
    let (status, body) = match outcome {
        Ok(body) => (StatusCode::OK, body),
        Err((status, error)) => (status, json!({ "error": error })),
    };
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Some(response)
}

type Outcome = Result<Value, (StatusCode, String)>;

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, (StatusCode, String)> {
    serde_json::from_slice(body).map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))
}

fn clock(pools: &PracticePools) -> Value {
    json!({ "now": pools.clock().now().epoch_seconds() })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveClock {
    advance_seconds: Option<u64>,
    set: Option<i64>,
}

fn move_clock(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: MoveClock = read(body)?;
    if let Some(seconds) = wanted.set {
        pools.clock().set(Moment::from_epoch_seconds(seconds));
    }
    if let Some(seconds) = wanted.advance_seconds {
        pools.clock().advance(Duration::from_secs(seconds));
    }
    Ok(clock(pools))
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Case {
    Reference,
    Guide,
}

/// What is absent stays as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeLists {
    lag_seconds: Option<u64>,
    pages: Option<Vec<usize>>,
    case: Option<Case>,
}

fn change_lists(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: ChangeLists = read(body)?;
    if let Some(seconds) = wanted.lag_seconds {
        pools.lag_lists(Duration::from_secs(seconds));
    }
    if let Some(sizes) = wanted.pages {
        pools.shorten_pages(&sizes);
    }
    match wanted.case {
        Some(Case::Reference) => pools.search_by(SearchCase::Reference),
        Some(Case::Guide) => pools.search_by(SearchCase::Guide),
        None => {}
    }
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Deny {
    operations: Vec<String>,
}

fn deny(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: Deny = read(body)?;
    let operations: Vec<_> = wanted.operations.iter().map(String::as_str).collect();
    pools.deny(&operations);
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddKey {
    id: String,
    secret: String,
    session_token: Option<String>,
    expires: Option<i64>,
}

fn add_key(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: AddKey = read(body)?;
    pools.add_key(AccessKey {
        session_token: wanted.session_token,
        expires: wanted.expires.map(Moment::from_epoch_seconds),
        ..AccessKey::new(&wanted.id, &wanted.secret)
    });
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ForgetKey {
    id: String,
}

fn forget_key(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: ForgetKey = read(body)?;
    pools.forget_key(&wanted.id);
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Factor {
    serial: String,
    code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddRole {
    arn: String,
    mfa: Option<Factor>,
}

/// A role that may do everything, for up to an hour.
fn add_role(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: AddRole = read(body)?;
    pools.add_role(Role {
        arn: wanted.arn,
        mfa: wanted.mfa.map(|Factor { serial, code }| RoleMfa { serial, code }),
        policy: Policy::everything(),
        longest_session: Duration::from_secs(60 * 60),
    });
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Populate {
    pool: String,
    count: u32,
}

fn populate(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: Populate = read(body)?;
    pools
        .populate(&wanted.pool, wanted.count)
        .map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Latency,
    LostRequest,
    LostAnswer,
    ServerError,
    Throttle,
    Garbage,
    Firewall,
    Error,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inject {
    fault: Kind,
    operation: Option<String>,
    times: Option<u32>,
    milliseconds: Option<u64>,
    code: Option<String>,
    message: Option<String>,
    status: Option<u16>,
}

fn inject(pools: &PracticePools, body: &[u8]) -> Outcome {
    let wanted: Inject = read(body)?;
    let kind = match wanted.fault {
        Kind::Latency => FaultKind::Latency(Duration::from_millis(wanted.milliseconds.unwrap_or(2000))),
        Kind::LostRequest => FaultKind::LostRequest,
        Kind::LostAnswer => FaultKind::LostAnswer,
        Kind::ServerError => FaultKind::ServerError,
        Kind::Throttle => FaultKind::Throttle,
        Kind::Garbage => FaultKind::Garbage,
        Kind::Firewall => FaultKind::Firewall,
        Kind::Error => FaultKind::Error {
            code: wanted
                .code
                .ok_or((StatusCode::BAD_REQUEST, "code is missing".to_owned()))?,
            message: wanted.message.unwrap_or_default(),
            status: wanted.status.unwrap_or(400),
        },
    };
    let fault = Fault::new(kind).times(wanted.times.unwrap_or(1));
    pools.inject(match wanted.operation {
        Some(operation) => fault.on(operation),
        None => fault,
    });
    Ok(json!({}))
}
