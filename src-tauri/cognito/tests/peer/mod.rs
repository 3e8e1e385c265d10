//! A server on loopback that answers as told and counts what it was asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with every request.
#[derive(Clone)]
pub enum Answer {
    /// Status, content type and body.
    Http(u16, &'static str, String),
    /// Reads the request and closes the connection.
    Drop,
}

/// The server, for as long as it is held.
pub struct Peer {
    pub address: String,
    requests: Arc<AtomicUsize>,
}

impl Peer {
    pub async fn start(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(AtomicUsize::new(0));
        let counter = requests.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answer.clone(), counter.clone()));
            }
        });
        Self { address, requests }
    }

    /// One of the service's errors.
    pub async fn refusing(code: &str, message: &str) -> Self {
        let body = format!(r#"{{"__type":"{code}","message":"{message}"}}"#);
        Self::start(Answer::Http(400, "application/x-amz-json-1.1", body)).await
    }

    /// How many requests arrived, once no more can be on the way.
    pub async fn requests(&self) -> usize {
        tokio::time::sleep(Duration::from_millis(300)).await;
        self.requests.load(Ordering::SeqCst)
    }
}

async fn serve(mut stream: TcpStream, answer: Answer, requests: Arc<AtomicUsize>) {
    while read_request(&mut stream).await.is_some() {
        requests.fetch_add(1, Ordering::SeqCst);
        let Answer::Http(status, content_type, body) = &answer else {
            return;
        };
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\
             x-amzn-requestid: 00000000-0000-4000-8000-000000000000\r\n\r\n",
            body.len()
        );
        if stream.write_all(head.as_bytes()).await.is_err()
            || stream.write_all(body.as_bytes()).await.is_err()
        {
            return;
        }
    }
}

async fn read_request(stream: &mut TcpStream) -> Option<()> {
    let mut request = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).to_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .split("content-length: ")
                .nth(1)?
                .lines()
                .next()?
                .trim()
                .parse::<usize>()
                .ok()?;
            if body.len() >= length {
                return Some(());
            }
        }
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return None,
            Ok(length) => request.extend_from_slice(&chunk[..length]),
        }
    }
}
