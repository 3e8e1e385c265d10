//! A stand-in for the network in tests: answers as told, and remembers what it was asked and when.
//!
//! It is no server, so that tokio's clock can be paused: nothing is ever waited for but time.
//! Errors are in the service's own dress, as the AWS CLI's log shows it (aws/aws-cli#5878).

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::{IdentityCenter, StartUrl};
use crate::{Endpoints, Network};

/// One answer to one request.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// Status 200 and a JSON body.
    Ok(Value),
    /// A status and one of the service's errors.
    Error(u16, &'static str),
    /// A status and a page for people.
    Page(u16, &'static str),
    /// No connection can be made.
    Offline,
    /// The connection breaks before an answer comes.
    Lost,
    /// No answer ever.
    Silence,
}

/// One request that was made.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) at: Instant,
    /// Method, path and query.
    pub(crate) line: String,
    pub(crate) bearer: Option<String>,
    pub(crate) signed: bool,
    pub(crate) body: Value,
}

/// The answers still to give, and the requests so far.
#[derive(Clone, Debug)]
pub(crate) struct Script {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Script {
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            requests: Arc::default(),
        }
    }

    /// The HTTP client to give to the SDK.
    pub(crate) fn http(&self) -> SharedHttpClient {
        let script = self.clone();
        http_client_fn(move |_, _| SharedHttpConnector::new(script.clone()))
    }

    pub(crate) fn network(&self) -> Network {
        Network::over(self.http(), Endpoints::default()).unwrap()
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// The lines of the requests, in order.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.line).collect()
    }
}

impl HttpConnector for Script {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let uri: url::Url = request.uri().parse().unwrap();
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        self.requests.lock().unwrap().push(Request {
            at: Instant::now(),
            line: format!("{} {}{query}", request.method(), uri.path()),
            bearer: request.headers().get("x-amz-sso_bearer_token").map(str::to_owned),
            signed: request.headers().get("authorization").is_some(),
            body: request
                .body()
                .bytes()
                .filter(|body| !body.is_empty())
                .map_or(Value::Null, |body| serde_json::from_slice(body).unwrap()),
        });
        let answer = self.answers.lock().unwrap().pop_front();
        let line = self.lines().pop().unwrap_or_default();
        HttpConnectorFuture::new(async move {
            match answer.unwrap_or_else(|| panic!("no answer left for {line}")) {
                Answer::Ok(body) => Ok(response(200, "application/json", "", body.to_string())),
                Answer::Error(status, name) => {
                    let kind = format!("{name}:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/");
                    let body = json!({ "error": "an_error", "error_description": "its text" });
                    Ok(response(status, "application/json", &kind, body.to_string()))
                }
                Answer::Page(status, body) => Ok(response(status, "text/html", "", body.to_owned())),
                Answer::Offline => Err(ConnectorError::timeout(network::NetworkFault::Offline.into())),
                Answer::Lost => Err(ConnectorError::io("the connection was closed".into())),
                Answer::Silence => std::future::pending().await,
            }
        })
    }
}

fn response(status: u16, content_type: &'static str, error: &str, body: String) -> HttpResponse {
    let mut response = HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body));
    let headers = response.headers_mut();
    headers.insert("content-type", content_type);
    headers.insert("x-amzn-requestid", "00000000-0000-4000-8000-000000000000");
    if !error.is_empty() {
        headers.insert("x-amzn-errortype", error.to_owned());
    }
    response
}

pub(crate) fn start_url() -> StartUrl {
    StartUrl::parse("https://d-9067642ac7.awsapps.com/start").unwrap()
}

/// An Identity Center at the other end of this script.
pub(crate) fn center(script: &Script) -> IdentityCenter {
    IdentityCenter::new(start_url(), "eu-central-1", &script.network()).unwrap()
}

/// The service's answer to `RegisterClient`.
pub(crate) fn registered(client_id: &str) -> Answer {
    Answer::Ok(json!({
        "clientId": client_id,
        "clientSecret": "the-client-secret",
        "clientIdIssuedAt": 1_700_000_000,
        "clientSecretExpiresAt": 4_000_000_000_u64,
    }))
}

/// The service's answer to `StartDeviceAuthorization`.
pub(crate) fn started(expires_in: i32, interval: i32) -> Answer {
    Answer::Ok(json!({
        "deviceCode": "the-device-code",
        "userCode": "PKZJ-PHML",
        "verificationUri": "https://device.sso.eu-central-1.amazonaws.com/",
        "verificationUriComplete": "https://device.sso.eu-central-1.amazonaws.com/?user_code=PKZJ-PHML",
        "expiresIn": expires_in,
        "interval": interval,
    }))
}

/// The service's answer to `CreateToken`.
pub(crate) fn given(access: &str, refresh: Option<&str>, expires_in: i32) -> Answer {
    let mut token = json!({ "accessToken": access, "tokenType": "Bearer", "expiresIn": expires_in });
    if let Some(refresh) = refresh {
        token["refreshToken"] = refresh.into();
    }
    Answer::Ok(token)
}

/// `CreateToken`'s usual answer while nobody has said yes.
pub(crate) const PENDING: Answer = Answer::Error(400, "AuthorizationPendingException");
