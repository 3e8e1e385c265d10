//! A question that any web server answers.

use bytes::Bytes;
use http::header::{CONNECTION, HOST};
use http::{Request, Response};
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;

use crate::connect::Stream;

/// The answer to `HEAD /` on `host`, if any comes.
pub(crate) async fn ask(stream: impl Stream, host: &str) -> Option<Response<Incoming>> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.ok()?;
    tokio::spawn(connection);
    let request = Request::head("/")
        .header(HOST, host)
        .header(CONNECTION, "close")
        .body(Empty::<Bytes>::new())
        .ok()?;
    sender.send_request(request).await.ok()
}
