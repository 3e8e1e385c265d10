//! A server that answers what it was told to, and counts.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::Error;
use crate::listening::Listening;

/// One answer to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A status and a JSON body, as the service sends it.
    Json(u16, String),
    /// A status and an error code with its message, as the service sends them.
    Error(u16, &'static str, &'static str),
    /// A status and an XML body, as STS sends it.
    Xml(u16, String),
    /// A page for people where JSON was expected: a captive portal or a proxy.
    Page(u16, String),
    /// Nothing for this long, then nothing at all: the connection stays open, then closes.
    Silence(Duration),
    /// The request is read to its end, and the connection closed without a word.
    Lost,
    /// The connection is reset before the request is read.
    Reset,
}

/// A server on loopback with canned answers, one per request, the last one again and again.
#[derive(Debug)]
pub struct Scripted {
    listening: Listening,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    answers: Vec<Answer>,
    requests: AtomicU32,
    operations: Mutex<Vec<String>>,
}

impl Scripted {
    /// Starts answering on a free port.
    ///
    /// # Errors
    /// No port can be opened, or there is no answer to give.
    pub fn start(answers: Vec<Answer>) -> Result<Self, Error> {
        if answers.is_empty() {
            return Err(Error::answer("starting a scripted server", "no answers"));
        }
        let shared = Arc::new(Shared {
            answers,
            requests: AtomicU32::new(0),
            operations: Mutex::new(Vec::new()),
        });
        let serving = Arc::clone(&shared);
        let listening = Listening::start(move |stream| serving.serve(stream))?;
        Ok(Self { listening, shared })
    }

    /// Where it answers: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.listening.address())
    }

    /// How many requests came, answered or not.
    #[must_use]
    pub fn requests(&self) -> u32 {
        self.shared.requests.load(Ordering::SeqCst)
    }

    /// The operations asked for (`X-Amz-Target` after its dot), in order, as far as they were read.
    #[must_use]
    pub fn operations(&self) -> Vec<String> {
        self.shared
            .operations
            .lock()
            .map(|operations| operations.clone())
            .unwrap_or_default()
    }
}

impl Shared {
    fn serve(&self, stream: TcpStream) {
        // A client may connect and change its mind; only one that sends something has asked.
        if !matches!(stream.peek(&mut [0]), Ok(1..)) {
            return;
        }
        let number = self.requests.fetch_add(1, Ordering::SeqCst);
        let index = usize::try_from(number)
            .unwrap_or(usize::MAX)
            .min(self.answers.len() - 1);
        let Some(answer) = self.answers.get(index) else {
            return;
        };
        if *answer == Answer::Reset {
            // Closing with unread bytes makes the system send a reset.
            return;
        }
        let mut stream = BufReader::new(stream);
        let Ok(operation) = read_request(&mut stream) else {
            return;
        };
        if let Ok(mut operations) = self.operations.lock() {
            operations.push(operation);
        }
        let mut stream = stream.into_inner();
        // A client that has gone away already is not this server's trouble.
        let _ = give(answer, &mut stream);
        let _ = stream.shutdown(Shutdown::Both);
    }
}

/// Reads a whole request and returns the operation it names, or nothing for a plain one.
pub(crate) fn read_request(stream: &mut impl BufRead) -> io::Result<String> {
    let mut operation = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            if line.trim_end().is_empty() {
                break;
            }
            continue;
        };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?,
            "x-amz-target" => operation = value.rsplit('.').next().unwrap_or_default().trim().to_owned(),
            _ => {}
        }
    }
    io::copy(&mut stream.take(length), &mut io::sink())?;
    Ok(operation)
}

/// Gives an answer to a request that has been read.
pub(crate) fn give(answer: &Answer, stream: &mut impl Write) -> io::Result<()> {
    let (status, headers, body) = match answer {
        Answer::Json(status, body) => (
            *status,
            "Content-Type: application/x-amz-json-1.1".to_owned(),
            body.clone(),
        ),
        Answer::Error(status, code, message) => (
            *status,
            format!(
                "Content-Type: application/x-amz-json-1.1\r\nx-amzn-ErrorType: {code}:\r\nx-amzn-ErrorMessage: {message}"
            ),
            serde_json::json!({ "__type": code, "message": message }).to_string(),
        ),
        Answer::Xml(status, body) => (*status, "Content-Type: text/xml".to_owned(), body.clone()),
        Answer::Page(status, body) => (
            *status,
            "Content-Type: text/html; charset=utf-8".to_owned(),
            body.clone(),
        ),
        Answer::Silence(time) => {
            thread::sleep(*time);
            return Ok(());
        }
        Answer::Lost | Answer::Reset => return Ok(()),
    };
    write!(
        stream,
        "HTTP/1.1 {status} Scripted\r\n{headers}\r\nx-amzn-RequestId: 00000000-0000-4000-8000-000000000000\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    stream.flush()
}
