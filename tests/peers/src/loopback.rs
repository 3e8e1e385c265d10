//! A few lines of HTTP/1.0, enough to ask a peer on loopback about itself.
//!
//! Version 1.0 because its answers are never chunked: they end with the
//! connection.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::Error;

/// Sends one request and returns the status and the body.
pub(crate) fn call(
    base_url: &str,
    method: &str,
    path: &str,
    body: Option<&str>,
) -> Result<(u16, String), Error> {
    send(
        base_url,
        method,
        path,
        &[("Content-Type", "application/json")],
        body.unwrap_or_default(),
    )
}

/// Sends one request with these headers and returns the status and the body.
pub(crate) fn send(
    base_url: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Result<(u16, String), Error> {
    let what = format!("{method} {path}");
    let host = base_url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).map_err(Error::io(&what))?;
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .map_err(Error::io(&what))?;
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let request = format!(
        "{method} {path} HTTP/1.0\r\nHost: {host}\r\n{headers}Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).map_err(Error::io(&what))?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(Error::io(&what))?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer
        .split_once("\r\n\r\n")
        .ok_or_else(|| Error::answer(&what, format!("no HTTP: {answer}")))?;
    let status = head
        .split_ascii_whitespace()
        .nth(1)
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| Error::answer(&what, head))?;
    Ok((status, body.to_owned()))
}

/// As [`call`], where anything but a 2xx is an error.
pub(crate) fn ask(base_url: &str, method: &str, path: &str, body: Option<&str>) -> Result<String, Error> {
    match call(base_url, method, path, body)? {
        (200..=299, body) => Ok(body),
        (status, body) => Err(Error::answer(
            format!("{method} {path}"),
            format!("{status} {body}"),
        )),
    }
}

/// A loopback port that was free a moment ago, for programs that must be told one. No two calls
/// in one process get the same.
pub(crate) fn free_port() -> Result<u16, Error> {
    static GIVEN: Mutex<Vec<u16>> = Mutex::new(Vec::new());
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(Error::io("looking for a free port"))?;
        let port = listener
            .local_addr()
            .map_err(Error::io("looking for a free port"))?
            .port();
        if !given.contains(&port) {
            given.push(port);
            return Ok(port);
        }
    }
}
