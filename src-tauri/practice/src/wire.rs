//! From an HTTP request to an operation, and from its outcome to an HTTP answer.
//!
//! The protocol is the service's JSON 1.1: `POST /` with the operation in `X-Amz-Target`; errors
//! are status 400 with `__type` and `message`; timestamps are epoch seconds. Requests for STS are
//! told apart by their host or their signature, and answered in the protocol of [`sts`].

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use serde_json::{Value, json};

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::faults::FaultKind;
use crate::identities;
use crate::limits::Counted;
use crate::operations::{self, Authority, Turn};
use crate::signature::{self, Service, Signed};
use crate::state::State;
use crate::sts;
use crate::validation::validate;
use crate::{Lost, PracticePools, random};

const TARGET_PREFIX: &str = "AWSCognitoIdentityProviderService.";
const JSON_1_1: &str = "application/x-amz-json-1.1";

/// How a request is put, and its answer.
#[derive(Clone, Copy)]
enum Protocol {
    Json,
    /// The protocol of [`sts`].
    Query,
}

/// What a captive portal puts in place of the service's answer.
const PORTAL_PAGE: &str =
    "<!DOCTYPE html><html><head><title>Sign in to this network</title></head><body></body></html>";

pub(crate) async fn answer(pools: &PracticePools, request: Request<Bytes>) -> Result<Response<Bytes>, Lost> {
    if request.method() == Method::GET {
        return Ok(well_known(pools, &request));
    }
    let (protocol, operation) = if sts::is_meant(&request) {
        (Protocol::Query, sts::action(&request))
    } else {
        (Protocol::Json, target(&request).unwrap_or_default().to_owned())
    };
    let mishap = {
        let mut state = pools.state();
        *state.requests.entry(operation.clone()).or_default() += 1;
        state.faults.take(&operation)
    };
    let answer = meet(pools, &request, protocol, &operation, mishap.kind);
    // What a slow answer tells has happened already, as it has when a client stops waiting.
    if !mishap.latency.is_zero() {
        tokio::time::sleep(mishap.latency).await;
    }
    answer
}

/// Carries a request out, unless what befalls it keeps it from that.
fn meet(
    pools: &PracticePools,
    request: &Request<Bytes>,
    protocol: Protocol,
    operation: &str,
    fault: Option<FaultKind>,
) -> Result<Response<Bytes>, Lost> {
    let now = pools.clock().now();
    let respond = |outcome| match protocol {
        Protocol::Json => respond(outcome, now),
        Protocol::Query => respond_in_xml(operation, outcome, now),
    };
    let carry_out = || {
        let state = &mut pools.state();
        respond(match protocol {
            Protocol::Json => carry_out(state, request, operation, now),
            Protocol::Query => sts::carry_out(state, request, operation, now),
        })
    };
    let refuse = |error| Ok(respond(Err(error)));
    match fault {
        Some(FaultKind::LostRequest) => Err(Lost::Request),
        Some(FaultKind::LostAnswer) => {
            carry_out();
            Err(Lost::Answer)
        }
        Some(FaultKind::ServerError) => refuse(ServiceError::internal()),
        Some(FaultKind::Throttle) => refuse(ServiceError::too_many_requests()),
        Some(FaultKind::Firewall) => refuse(ServiceError::firewall()),
        Some(FaultKind::Error {
            code,
            message,
            status,
        }) => refuse(ServiceError::new(code, message).with_status(status)),
        Some(FaultKind::Garbage) => Ok(page()),
        Some(FaultKind::Latency(_)) | None => Ok(carry_out()),
    }
}

fn target(request: &Request<Bytes>) -> Option<&str> {
    request
        .headers()
        .get("x-amz-target")?
        .to_str()
        .ok()?
        .strip_prefix(TARGET_PREFIX)
}

/// Scheme and host as the client sees them.
fn endpoint(request: &Request<Bytes>) -> String {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or_else(|| request.uri().authority().map(http::uri::Authority::as_str))
        .unwrap_or("localhost");
    format!("{}://{host}", request.uri().scheme_str().unwrap_or("http"))
}

fn carry_out(
    state: &mut State,
    request: &Request<Bytes>,
    name: &str,
    now: Moment,
) -> Result<Value, ServiceError> {
    let operation = operations::find(name).ok_or_else(ServiceError::unknown_operation)?;
    if request.method() != Method::POST || request.uri().path() != "/" {
        return Err(ServiceError::unknown_operation());
    }
    let input: Value = serde_json::from_slice(request.body()).map_err(|_| ServiceError::serialization())?;
    let caller = match operation.authority {
        Authority::Public => None,
        Authority::Iam => {
            let signed = Signed {
                method: request.method(),
                uri: request.uri(),
                headers: request.headers(),
                body: request.body(),
            };
            let service = Service::CognitoIdp;
            let caller = signature::verify(&signed, &state.identities, service, now)?;
            let resource = identities::resource(&input, &caller.region, &caller.key.account);
            state
                .identities
                .authorize(&caller.key, service.name(), operation.name, &resource)?;
            Some(caller)
        }
    };
    let text = |name: &str| input[name].as_str();
    let region = match (&caller, text("ClientId")) {
        (Some(caller), _) => caller.region.clone(),
        (None, Some(client)) => state
            .pools
            .region_of_client(client)
            .unwrap_or_default()
            .to_owned(),
        (None, None) => String::new(),
    };
    let counted = Counted {
        operation: operation.name,
        category: operation.category(text("ChallengeName")),
        region: &region,
        place: text("UserPoolId").or(text("ClientId")).unwrap_or_default(),
        username: text("Username"),
    };
    state.quotas.admit(&counted, now)?;
    validate(operation.members, &input)?;
    let endpoint = endpoint(request);
    state.begin(now);
    let mut turn = Turn {
        state,
        now,
        endpoint: &endpoint,
        region: caller.as_ref().map(|caller| caller.region.as_str()),
    };
    (operation.run)(&mut turn, input)
}

fn respond(outcome: Result<Value, ServiceError>, now: Moment) -> Response<Bytes> {
    let (status, error, body) = match outcome {
        // An operation without output answers with an empty body.
        Ok(Value::Null) => (200, None, Bytes::new()),
        Ok(body) => (200, None, Bytes::from(body.to_string())),
        Err(error) => {
            let body = json!({ "__type": error.code, "message": error.message });
            (error.status, Some(error.code), Bytes::from(body.to_string()))
        }
    };
    let mut response = with_headers(status, JSON_1_1, &random::uuid(), body, now);
    if let Some(Ok(value)) = error.map(|code| HeaderValue::from_str(&format!("{code}:"))) {
        response.headers_mut().insert("x-amzn-errortype", value);
    }
    response
}

fn respond_in_xml(action: &str, outcome: Result<Value, ServiceError>, now: Moment) -> Response<Bytes> {
    let outcome = outcome.map_err(sts::translated);
    let status = outcome.as_ref().map_or_else(|error| error.status, |_| 200);
    let request_id = random::uuid();
    let body = Bytes::from(sts::render(action, &outcome, &request_id));
    with_headers(status, "text/xml", &request_id, body, now)
}

fn with_headers(
    status: u16,
    content_type: &'static str,
    request_id: &str,
    body: Bytes,
    now: Moment,
) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    for (name, value) in [("x-amzn-requestid", request_id), ("date", &now.http_date())] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    response
}

fn page() -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(PORTAL_PAGE.as_bytes()));
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    response
}

/// `/<pool id>/.well-known/jwks.json` and `openid-configuration`, as a verifier of tokens reads them.
fn well_known(pools: &PracticePools, request: &Request<Bytes>) -> Response<Bytes> {
    let now = pools.clock().now();
    let mut response = respond(well_known_document(pools, request), now);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn well_known_document(pools: &PracticePools, request: &Request<Bytes>) -> Result<Value, ServiceError> {
    let nothing = || ServiceError::new("NotFoundException", "Not found").with_status(404);
    let path = request.uri().path();
    let (pool_id, document) = path
        .strip_prefix('/')
        .and_then(|path| path.split_once("/.well-known/"))
        .ok_or_else(nothing)?;
    let mut state = pools.state();
    state.pools.get_mut(pool_id, None).map_err(|_| nothing())?;
    match document {
        "jwks.json" => Ok(state.signing_key()?.key_set()),
        "openid-configuration" => {
            let issuer = format!("{}/{pool_id}", endpoint(request));
            Ok(json!({
                "issuer": issuer,
                "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
                "id_token_signing_alg_values_supported": ["RS256"],
                "response_types_supported": ["code", "token"],
                "scopes_supported": ["openid", "email", "phone", "profile"],
                "subject_types_supported": ["public"],
            }))
        }
        _ => Err(nothing()),
    }
}
