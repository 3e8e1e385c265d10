//! Puts the pools on a loopback port, for clients outside this process.

mod controls;

use std::net::{Ipv4Addr, SocketAddr};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

use crate::{Lost, PracticePools};

/// More than any request of the API needs.
const LARGEST_REQUEST: usize = 1024 * 1024;

/// A port that is taken, on 127.0.0.1 only.
#[derive(Debug)]
pub struct Port {
    listener: TcpListener,
    address: SocketAddr,
}

impl Port {
    /// Takes a port; 0 stands for any that is free.
    ///
    /// # Errors
    ///
    /// If the port is taken already, or may not be taken.
    pub async fn bind(port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// The address that was taken.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers whoever connects, until it fails to take a connection.
    ///
    /// # Errors
    ///
    /// If no connection can be taken any more.
    pub async fn serve(self, pools: PracticePools) -> std::io::Result<()> {
        loop {
            let (stream, _) = self.listener.accept().await?;
            tokio::spawn(serve_connection(stream, pools.clone()));
        }
    }
}

async fn serve_connection(stream: TcpStream, pools: PracticePools) {
    let service = service_fn(move |request| serve_request(pools.clone(), request));
    // A connection that breaks off concerns nobody but who broke it.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// An error ends the connection without an answer, which is what a lost request looks like.
async fn serve_request(
    pools: PracticePools,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Lost> {
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, LARGEST_REQUEST).collect().await else {
        let mut response = Response::new(Full::default());
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
        return Ok(response);
    };
    let request = Request::from_parts(parts, body.to_bytes());
    if let Some(answer) = controls::answer(&pools, &request) {
        return Ok(answer.map(Full::new));
    }
    Ok(pools.answer(request).await?.map(Full::new))
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    const FORGOT: &str = r#"{"ClientId":"7fabr1kampract1ceclientid0","Username":"maria"}"#;

    async fn open(pools: &PracticePools) -> TcpStream {
        let port = Port::bind(0).await.unwrap();
        let address = port.address();
        assert!(address.ip().is_loopback());
        tokio::spawn(port.serve(pools.clone()));
        TcpStream::connect(address).await.unwrap()
    }

    /// Sends one request and reads until the answer is whole or the connection ends.
    async fn send(stream: &mut TcpStream, method: &str, path: &str, body: &str) -> String {
        let target = "AWSCognitoIdentityProviderService.ForgotPassword";
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: here\r\nx-amz-target: {target}\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let mut buffer = [0; 4096];
        loop {
            let read = stream.read(&mut buffer).await.unwrap();
            answer.extend_from_slice(&buffer[..read]);
            let text = String::from_utf8_lossy(&answer).into_owned();
            let expected = text.split_once("\r\n\r\n").and_then(|(head, body)| {
                let head = head.to_lowercase();
                let (_, length) = head.split_once("content-length: ")?;
                let length: usize = length.lines().next()?.parse().ok()?;
                (body.len() >= length).then_some(())
            });
            if read == 0 || expected.is_some() {
                return text;
            }
        }
    }

    #[tokio::test]
    async fn a_connection_serves_many_requests() {
        let pools = PracticePools::seeded();
        let mut stream = open(&pools).await;
        for _ in 0..3 {
            let answer = send(&mut stream, "POST", "/", FORGOT).await;
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
            assert_eq!(answer.to_lowercase().matches("\r\ndate: ").count(), 1);
        }
        assert_eq!(pools.inbox().len(), 3);
    }

    #[tokio::test]
    async fn what_is_lost_ends_the_connection_without_an_answer() {
        for (fault, sent) in [("lost-request", 0), ("lost-answer", 1)] {
            let pools = PracticePools::seeded();
            let mut stream = open(&pools).await;
            let body = format!(r#"{{"fault":"{fault}"}}"#);
            let injected = send(&mut stream, "POST", "/_practice/faults", &body).await;
            assert!(injected.starts_with("HTTP/1.1 200"));
            assert_eq!(send(&mut stream, "POST", "/", FORGOT).await, "");
            assert_eq!(pools.inbox().len(), sent);
        }
    }

    #[tokio::test]
    async fn the_controls_do_what_they_say() {
        let pools = PracticePools::seeded();
        let mut stream = open(&pools).await;
        let mut call = async |method: &str, path: &str, body: &str| {
            let answer = send(&mut stream, method, path, body).await;
            let (_, body) = answer.split_once("\r\n\r\n").unwrap();
            body.to_owned()
        };
        assert_eq!(
            call("POST", "/_practice/clock", r#"{"set":2000000000}"#).await,
            r#"{"now":2000000000}"#
        );
        let advanced = call("POST", "/_practice/clock", r#"{"advance_seconds":3600}"#).await;
        assert!(advanced.starts_with(r#"{"now":20000036"#), "{advanced}");
        call("POST", "/_practice/faults", r#"{"fault":"throttle","times":5}"#).await;
        assert!(call("POST", "/", FORGOT).await.contains("TooManyRequests"));
        call("DELETE", "/_practice/faults", "").await;
        assert!(call("POST", "/", FORGOT).await.contains("CodeDelivery"));
        assert_eq!(
            call("GET", "/_practice/requests", "").await,
            r#"{"ForgotPassword":2}"#
        );
        let inbox = call("GET", "/_practice/inbox", "").await;
        assert!(inbox.contains(r#""purpose":"reset""#), "{inbox}");
        let codes = call("GET", "/_practice/authenticators", "").await;
        let codes: serde_json::Value = serde_json::from_str(&codes).unwrap();
        let shown = codes.as_array().unwrap();
        let vera = shown.iter().find(|code| code["username"] == "vera").unwrap();
        assert_eq!(vera["code"].as_str().unwrap().len(), 6);
        assert_eq!(vera["registered"], true);
        assert!((1..=30).contains(&vera["seconds_left"].as_u64().unwrap()));
        let refused = call("POST", "/_practice/faults", r#"{"fault":"flood"}"#).await;
        assert!(refused.contains("error"), "{refused}");
    }

    #[tokio::test]
    async fn lists_refusals_and_people_are_controlled_too() {
        let pools = PracticePools::seeded();
        let mut stream = open(&pools).await;
        let mut call = async |place: &str, body: &str| {
            let answer = send(&mut stream, "POST", &format!("/_practice/{place}"), body).await;
            let (_, body) = answer.split_once("\r\n\r\n").unwrap();
            body.to_owned()
        };
        let lists = r#"{"lag_seconds":5,"pages":[0,3],"case":"guide"}"#;
        assert_eq!(call("lists", lists).await, "{}");
        assert_eq!(call("deny", r#"{"operations":["AdminDeleteUser"]}"#).await, "{}");
        let people = r#"{"pool":"eu-central-1_Fabr1kam0","count":10}"#;
        assert_eq!(call("people", people).await, "{}");
        assert_eq!(
            call("people", people).await,
            r#"{"error":"the pool is populated already"}"#
        );
        let state = pools.state();
        assert_eq!(state.habits.lag.as_secs(), 5);
        assert_eq!(state.habits.pages, [0, 3]);
        assert_eq!(state.habits.case, crate::SearchCase::Guide);
        assert!(state.identities.denied.contains("AdminDeleteUser"));
    }

    #[tokio::test]
    async fn a_request_that_is_far_too_large_is_refused() {
        let pools = PracticePools::seeded();
        let mut stream = open(&pools).await;
        let request = format!(
            "POST / HTTP/1.1\r\nhost: here\r\ncontent-length: {}\r\n\r\n",
            9_000_000
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let chunk = vec![b' '; LARGEST_REQUEST + 1];
        // The port may hang up before it has taken everything.
        let _ = stream.write_all(&chunk).await;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 413");
    }
}
