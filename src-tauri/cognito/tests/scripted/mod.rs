//! An HTTP client in process that answers from a script and keeps what it was asked.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use cognito::{AdminClient, Client, ClientSecret, connection_file};
use secrecy::SecretString;
use serde_json::Value;

/// The id of every answered request.
pub const REQUEST_ID: &str = "00000000-0000-4000-8000-000000000000";

/// The app client that users' clients speak as, and its pool's id after the Region.
pub const CLIENT_ID: &str = "4p1c2e3x4a5m6p7l8e9c0l1i2n";
pub const POOL_NAME: &str = "abcDEF123";
pub const CLIENT_SECRET: &str = "9fo6o5e9qhm6ncrdlgs3kn2qgvb0g3c2q1j8vd2b7s4ahcpoe1t";

/// What comes back for one request.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Status and JSON body.
    Json(u16, String),
    /// A page that isn't the service's.
    Html,
    /// The connection breaks after the request.
    Broken,
    /// Nothing, ever.
    Silence,
}

impl Answer {
    pub fn ok(body: &str) -> Self {
        Self::Json(200, body.to_owned())
    }

    /// One of the service's errors.
    pub fn refusal(code: &str, message: &str) -> Self {
        let body = serde_json::json!({ "__type": code, "message": message });
        Self::Json(400, body.to_string())
    }
}

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct Asked {
    pub operation: String,
    pub body: Value,
    pub signed: bool,
}

#[derive(Default)]
struct Inside {
    script: VecDeque<Answer>,
    last: Option<Answer>,
    asked: Vec<Asked>,
    date: Option<&'static str>,
}

/// The script. The last answer is given again and again.
#[derive(Clone, Default)]
pub struct Script(Arc<Mutex<Inside>>);

/// The SDK logs its connector.
impl std::fmt::Debug for Script {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Script(…)")
    }
}

impl Script {
    pub fn of(answers: impl IntoIterator<Item = Answer>) -> Self {
        let script = Self::default();
        script.0.lock().unwrap().script = answers.into_iter().collect();
        script
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.0.lock().unwrap().asked.clone()
    }

    pub fn requests(&self) -> usize {
        self.asked().len()
    }

    /// A client with made-up keys that gets its answers here.
    pub fn client(&self) -> AdminClient {
        self.client_with(SharedCredentialsProvider::new(Credentials::new(
            "AKIAIOSFODNN7EXAMPLE",
            "made-up-secret-key",
            None,
            None,
            "test",
        )))
    }

    /// A user's client that gets its answers here, of an app client with a secret.
    pub fn user_client(&self) -> Client {
        let file = format!(
            r#"{{"readmit": 1, "name": "Test", "region": "eu-central-1", "userPoolId": "eu-central-1_{POOL_NAME}",
                "clientId": "{CLIENT_ID}"}}"#
        );
        let connection = connection_file::parse(file.as_bytes()).unwrap().connection;
        let secret = ClientSecret::parse(SecretString::from(CLIENT_SECRET)).unwrap();
        Client::over(connection, Some(secret), SharedHttpClient::new(self.clone()))
    }

    /// From here on every answer has this date.
    pub fn dated(&self, date: &'static str) {
        self.0.lock().unwrap().date = Some(date);
    }

    /// More answers, after those that are left.
    pub fn then(&self, answers: impl IntoIterator<Item = Answer>) {
        self.0.lock().unwrap().script.extend(answers);
    }

    pub fn client_with(&self, credentials: SharedCredentialsProvider) -> AdminClient {
        AdminClient::over(
            "eu-central-1",
            None,
            credentials,
            SharedHttpClient::new(self.clone()),
        )
        .unwrap()
    }
}

impl HttpConnector for Script {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let asked = Asked {
            operation: target.rsplit('.').next().unwrap_or_default().to_owned(),
            body: serde_json::from_slice(request.body().bytes().unwrap_or_default()).unwrap(),
            signed: request.headers().contains_key("authorization"),
        };
        let mut inside = self.0.lock().unwrap();
        inside.asked.push(asked);
        let next = inside.script.pop_front();
        if next.is_some() {
            inside.last = next;
        }
        let answer = inside.last.clone().expect("a script has an answer");
        let date = inside.date;
        drop(inside);
        HttpConnectorFuture::new(async move {
            let (status, content_type, body) = match answer {
                Answer::Json(status, body) => (status, "application/x-amz-json-1.1", body),
                Answer::Html => (200, "text/html", "<html>Welcome to the hotel</html>".to_owned()),
                Answer::Broken => {
                    let broken = io::Error::new(io::ErrorKind::UnexpectedEof, "broken");
                    return Err(ConnectorError::io(Box::new(broken)));
                }
                Answer::Silence => std::future::pending().await,
            };
            let mut response = HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body));
            response.headers_mut().insert("content-type", content_type);
            response.headers_mut().insert("x-amzn-requestid", REQUEST_ID);
            if let Some(date) = date {
                response.headers_mut().insert("date", date);
            }
            Ok(response)
        })
    }
}

impl HttpClient for Script {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
