//! `/_practice/…`: what a test needs and the service does not have: the inbox, the clock,
//! the faults, the count of requests.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Fault, FaultKind, Moment, PracticePools};

/// The answer to a request for `/_practice/…`; nothing for any other.
pub(super) fn answer(pools: &PracticePools, request: &Request<Bytes>) -> Option<Response<Bytes>> {
    let place = request.uri().path().strip_prefix("/_practice/")?;
    let outcome = match (request.method(), place) {
        (&Method::GET, "inbox") => Ok(json!(pools.inbox())),
        (&Method::GET, "requests") => Ok(json!(pools.requests())),
        (&Method::GET, "clock") => Ok(clock(pools)),
        (&Method::POST, "clock") => move_clock(pools, request.body()),
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
