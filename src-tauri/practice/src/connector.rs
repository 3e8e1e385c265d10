//! Lets a client of the AWS SDK speak to the pools in process, without a port.

use std::io;
use std::time::Duration;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;

use crate::{Lost, PracticePools};

/// The HTTP client to give to an SDK configuration. Requests it is given reach these pools,
/// whatever host they name.
#[must_use]
pub fn http_client(pools: &PracticePools) -> SharedHttpClient {
    SharedHttpClient::new(InProcess(pools.clone()))
}

#[derive(Clone, Debug)]
struct InProcess(PracticePools);

impl HttpClient for InProcess {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector {
            pools: self.0.clone(),
            read_timeout: settings.read_timeout(),
        })
    }
}

#[derive(Debug)]
struct Connector {
    pools: PracticePools,
    /// How long an answer may take; there is nothing to connect to.
    read_timeout: Option<Duration>,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let pools = self.pools.clone();
        let read_timeout = self.read_timeout;
        HttpConnectorFuture::new(async move {
            let answering = answer(&pools, request);
            match read_timeout {
                Some(span) => tokio::time::timeout(span, answering)
                    .await
                    .map_err(|elapsed| ConnectorError::timeout(Box::new(elapsed)))?,
                None => answering.await,
            }
        })
    }
}

async fn answer(pools: &PracticePools, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
    let user_error = |error| ConnectorError::user(Box::new(error));
    let request = request.try_into_http1x().map_err(user_error)?;
    let request = request.map(|body| Bytes::copy_from_slice(body.bytes().unwrap_or_default()));
    let answer = pools.answer(request).await.map_err(connector_error)?;
    HttpResponse::try_from(answer.map(SdkBody::from)).map_err(user_error)
}

/// What a client over a network would see: a connection that is not made, or one that ends early.
fn connector_error(lost: Lost) -> ConnectorError {
    let kind = match lost {
        Lost::Request => io::ErrorKind::ConnectionRefused,
        Lost::Answer => io::ErrorKind::UnexpectedEof,
    };
    ConnectorError::io(Box::new(io::Error::new(kind, lost)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fault, FaultKind};

    async fn call(
        pools: &PracticePools,
        read_timeout: Option<Duration>,
    ) -> Result<HttpResponse, ConnectorError> {
        let request = http::Request::post("https://cognito-idp.eu-central-1.amazonaws.com/")
            .header("x-amz-target", "AWSCognitoIdentityProviderService.ForgotPassword")
            .body(SdkBody::from(
                r#"{"ClientId":"7fabr1kampract1ceclientid0","Username":"maria"}"#,
            ))
            .unwrap();
        let connector = Connector {
            pools: pools.clone(),
            read_timeout,
        };
        connector.call(request.try_into().unwrap()).await
    }

    #[tokio::test]
    async fn requests_reach_the_pools_and_answers_come_back() {
        let pools = PracticePools::seeded();
        let answer = call(&pools, None).await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        assert!(
            answer
                .body()
                .bytes()
                .is_some_and(|body| body.starts_with(b"{\"CodeDelivery"))
        );
        assert_eq!(pools.inbox().len(), 1);
    }

    #[tokio::test]
    async fn what_is_lost_is_an_io_error_and_what_is_late_a_timeout() {
        let pools = PracticePools::seeded();
        for (kind, sent) in [(FaultKind::LostRequest, 0), (FaultKind::LostAnswer, 1)] {
            pools.inject(Fault::new(kind));
            assert!(call(&pools, None).await.is_err_and(|error| error.is_io()));
            assert_eq!(pools.inbox().len(), sent);
        }
        pools.inject(Fault::new(FaultKind::Latency(Duration::from_secs(60))));
        let late = call(&pools, Some(Duration::from_millis(5))).await;
        assert!(late.is_err_and(|error| error.is_timeout()));
        assert_eq!(pools.inbox().len(), 2, "it happened all the same");
    }
}
