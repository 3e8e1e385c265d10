//! A way to the practice pool on which every word is heard.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use practice::{Clock, PracticePools};
use serde_json::Value;

/// One call.
#[derive(Clone)]
pub struct Said {
    pub operation: String,
    pub asked: Value,
    pub answered: Value,
}

#[derive(Clone)]
pub struct Listener {
    pools: SharedHttpClient,
    clock: Clock,
    heard: Arc<Mutex<Vec<Said>>>,
    overlook: Arc<Mutex<Option<Overlook>>>,
}

/// Changes what arrives of a call: its operation and its body.
type Overlook = Box<dyn Fn(&str, &mut Value) + Send>;

/// The SDK logs its connector.
impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Listener(…)")
    }
}

impl Listener {
    pub fn before(pools: &PracticePools) -> Self {
        Self {
            pools: practice::connector::http_client(pools),
            clock: pools.clock(),
            heard: Arc::default(),
            overlook: Arc::default(),
        }
    }

    pub fn http_client(&self) -> SharedHttpClient {
        SharedHttpClient::new(self.clone())
    }

    /// From here on the pool hears something else than what is said.
    pub fn overlook(&self, overlook: impl Fn(&str, &mut Value) + Send + 'static) {
        *self.overlook.lock().unwrap() = Some(Box::new(overlook));
    }

    pub fn said(&self) -> Vec<Said> {
        self.heard.lock().unwrap().clone()
    }
}

impl HttpClient for Listener {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector {
            onwards: self.pools.http_connector(settings, components),
            listener: self.clone(),
        })
    }
}

#[derive(Debug)]
struct Connector {
    onwards: SharedHttpConnector,
    listener: Listener,
}

impl HttpConnector for Connector {
    fn call(&self, mut request: HttpRequest) -> HttpConnectorFuture {
        // A person makes fewer than ten requests a second, which is what the pool takes of one.
        self.listener.clock.advance(Duration::from_millis(125));
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let operation = target.rsplit('.').next().unwrap_or_default().to_owned();
        let asked = read(request.body().bytes());
        if let Some(overlook) = &*self.listener.overlook.lock().unwrap() {
            let mut body = asked.clone();
            overlook(&operation, &mut body);
            *request.body_mut() = SdkBody::from(body.to_string());
        }
        let answer = self.onwards.call(request);
        let heard = self.listener.heard.clone();
        HttpConnectorFuture::new(async move {
            let answer = answer.await;
            let answered = answer
                .as_ref()
                .map_or(Value::Null, |answer| read(answer.body().bytes()));
            heard.lock().unwrap().push(Said {
                operation,
                asked,
                answered,
            });
            answer
        })
    }
}

fn read(body: Option<&[u8]>) -> Value {
    serde_json::from_slice(body.unwrap_or_default()).unwrap_or_default()
}
