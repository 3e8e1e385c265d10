//! A server on loopback that answers every ForgotPassword at once, so that what is measured is the asking.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use crate::Result;

const BODY: &str =
    r#"{"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"s***@e***"}}"#;

/// Starts it, for as long as this program runs, and gives where it answers.
///
/// # Errors
/// When no port can be opened.
pub(super) fn start() -> Result<String> {
    let said = |error: std::io::Error| format!("a port on loopback: {error}");
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(said)?;
    let port = listener.local_addr().map_err(said)?.port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(stream));
        }
    });
    Ok(format!("http://127.0.0.1:{port}"))
}

/// Answers one request after another until the other side hangs up.
fn serve(stream: TcpStream) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut writer = stream;
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).ok()? == 0 {
                return None;
            }
            let line = line.trim().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().ok()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\n\
             x-amzn-RequestId: 00000000-0000-4000-8000-000000000000\r\nContent-Length: {}\r\n\r\n{BODY}",
            BODY.len()
        );
        writer.write_all(answer.as_bytes()).ok()?;
    }
}
