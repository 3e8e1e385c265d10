//! The port on this computer where the browser comes back to after a sign-in.
//!
//! It takes the one redirect that carries this sign-in's `state` and closes. Whatever else
//! knocks (a browser that opens connections ahead of time, another program) is turned away and
//! doesn't end the sign-in.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use cognito::{Failure, FailureCode, Retry};
use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use url::Url;
use zeroize::Zeroizing;

/// The redirect as a client registers it: a program on a computer may come with any port
/// (RFC 8252, 7.3). The address of IPv4, since the service refuses `[::1]`.
pub(crate) const REGISTERED_REDIRECT: &str = "http://127.0.0.1/oauth/callback";
/// The path of the redirect.
const PATH: &str = "/oauth/callback";
/// Most bytes of a request that are read.
const LONGEST_REQUEST: usize = 16 * 1024;
/// How long one connection may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(10);
/// Most connections at once.
const MOST_AT_ONCE: usize = 16;

/// What the browser shows when the person comes back, in their language.
#[derive(Clone, Debug)]
pub struct Landing {
    /// The language of the texts, for example `en`.
    pub language: String,
    /// After a sign-in: for example that they can go back to Readmit.
    pub done: String,
    /// After a refusal.
    pub refused: String,
}

/// The open port of one sign-in; closed when dropped.
pub(crate) struct Callback {
    listener: TcpListener,
    redirect: String,
}

/// What a connection turned out to be.
enum Knock {
    /// The redirect, with an authorization code.
    Code(SecretString),
    /// The redirect, with an error (RFC 6749, 4.1.2.1).
    Refused(Failure),
    /// Something else; answered with this status.
    Other(&'static str),
}

impl Callback {
    /// Opens a free port of this computer, reachable from nowhere else.
    pub(crate) async fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        Ok(Self {
            listener,
            redirect: format!("http://127.0.0.1:{port}{PATH}"),
        })
    }

    /// The address that the browser is to come back to.
    pub(crate) fn redirect(&self) -> &str {
        &self.redirect
    }

    /// Waits for the browser to come back with `state` and returns the authorization code.
    ///
    /// # Errors
    /// `IdentityCenterDenied` if the person refused; `Unknown` with the service's word for any
    /// other error.
    pub(crate) async fn wait(self, state: &str, landing: &Landing) -> Result<SecretString, Failure> {
        let expected = Arc::new((state.to_owned(), landing.clone()));
        // Dropped with the wait, and every connection with it.
        let mut serving = JoinSet::new();
        loop {
            tokio::select! {
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) if serving.len() < MOST_AT_ONCE => {
                        let expected = Arc::clone(&expected);
                        serving.spawn(async move {
                            let (state, landing) = &*expected;
                            timeout(PATIENCE, serve(stream, state, landing)).await.ok()
                        });
                    }
                    Ok(_) => {}
                    // Out of file handles, most likely: some will be free again.
                    Err(_) => sleep(Duration::from_millis(100)).await,
                },
                Some(served) = serving.join_next(), if !serving.is_empty() => match served {
                    Ok(Some(Knock::Code(code))) => return Ok(code),
                    Ok(Some(Knock::Refused(failure))) => return Err(failure),
                    _ => {}
                },
            }
        }
    }
}

/// Reads one request, answers it, and closes the connection.
async fn serve(mut stream: TcpStream, state: &str, landing: &Landing) -> Knock {
    let knock = match read_head(&mut stream).await {
        Some(head) => knock(&head, state),
        None => Knock::Other("400 Bad Request"),
    };
    let answer = match &knock {
        Knock::Code(_) => page("200 OK", &landing.language, &landing.done),
        Knock::Refused(_) => page("200 OK", &landing.language, &landing.refused),
        Knock::Other(status) => page(status, "en", ""),
    };
    // A browser that has gone away meanwhile isn't this sign-in's trouble.
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
    knock
}

/// The request up to its empty line.
async fn read_head(stream: &mut TcpStream) -> Option<Zeroizing<Vec<u8>>> {
    let mut head = Zeroizing::new(Vec::with_capacity(LONGEST_REQUEST));
    while head.len() < LONGEST_REQUEST {
        if stream.read_buf(&mut *head).await.ok()? == 0 {
            return None;
        }
        if head.windows(4).any(|window| window == b"\r\n\r\n") {
            return Some(head);
        }
    }
    None
}

/// Whether this request is the redirect with `state`, and what it brings.
fn knock(head: &[u8], state: &str) -> Knock {
    const BAD: Knock = Knock::Other("400 Bad Request");
    let line = head.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let Ok(line) = std::str::from_utf8(line) else {
        return BAD;
    };
    let mut words = line.split(' ');
    let (Some("GET"), Some(target)) = (words.next(), words.next()) else {
        return Knock::Other("405 Method Not Allowed");
    };
    let Some(url) = Url::parse(&format!("http://127.0.0.1{target}"))
        .ok()
        .filter(|url| target.starts_with('/') && url.path() == PATH)
    else {
        return Knock::Other("404 Not Found");
    };
    // A parameter that comes twice is none (RFC 6749, 3.1).
    let only = |name: &str| {
        let mut values = url.query_pairs().filter(|(key, _)| key == name);
        let value = values.next().map(|(_, value)| value.into_owned());
        value.filter(|_| values.next().is_none())
    };
    if only("state").as_deref() != Some(state) {
        return BAD;
    }
    if let Some(error) = only("error") {
        return Knock::Refused(refusal(&error));
    }
    match only("code") {
        Some(code) if !code.is_empty() => Knock::Code(SecretString::from(code)),
        _ => BAD,
    }
}

/// What an error in the redirect means (RFC 6749, 4.1.2.1).
fn refusal(error: &str) -> Failure {
    match error {
        "access_denied" => Failure::new(FailureCode::IdentityCenterDenied).retry(Retry::Now),
        "server_error" | "temporarily_unavailable" => {
            Failure::new(FailureCode::ServiceFault).retry(Retry::Now)
        }
        "invalid_request" | "unauthorized_client" | "invalid_scope" | "unsupported_response_type" => {
            Failure::new(FailureCode::IdentityCenterUnknown)
        }
        // Whoever knows the state is the service, but its words are still not ours.
        other => {
            let word: String = other
                .chars()
                .filter(|character| character.is_ascii_lowercase() || *character == '_')
                .take(60)
                .collect();
            Failure::new(FailureCode::Unknown).detail(word)
        }
    }
}

/// A page with one sentence. It loads nothing and passes on nothing of its own address.
fn page(status: &str, language: &str, text: &str) -> String {
    let body = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><title>Readmit</title><p>{}</p></html>\n",
        escaped(language),
        escaped(text)
    );
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    fn told(request: &str) -> Result<String, String> {
        match knock(request.as_bytes(), "the-state") {
            Knock::Code(code) => Ok(code.expose_secret().to_owned()),
            Knock::Refused(failure) => Err(failure.code.name()),
            Knock::Other(status) => Err(status.to_owned()),
        }
    }

    #[test]
    fn only_the_redirect_of_this_sign_in_counts() {
        let get = |target: &str| told(&format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n"));
        let bad = || Err("400 Bad Request".to_owned());
        assert_eq!(
            get("/oauth/callback?code=a%2Fb&state=the-state"),
            Ok("a/b".into())
        );
        assert_eq!(
            get("/oauth/callback?state=the-state&code=c&more=x"),
            Ok("c".into())
        );
        assert_eq!(get("/oauth/callback?code=c&state=another"), bad());
        assert_eq!(get("/oauth/callback?code=c"), bad());
        assert_eq!(get("/oauth/callback?code=c&state="), bad());
        assert_eq!(
            get("/oauth/callback?code=c&state=the-state&state=the-state"),
            bad()
        );
        assert_eq!(get("/oauth/callback?code=c&code=d&state=the-state"), bad());
        assert_eq!(get("/oauth/callback?code=&state=the-state"), bad());
        assert_eq!(get("/oauth/callback?error=access_denied&state=other"), bad());
        assert_eq!(get("/favicon.ico"), Err("404 Not Found".into()));
        assert_eq!(
            get("http://evil.example/oauth/callback?code=c&state=the-state"),
            Err("404 Not Found".into())
        );
        assert_eq!(
            get("//evil.example/oauth/callback?code=c&state=the-state"),
            Err("404 Not Found".into())
        );
        assert_eq!(
            get(".evil.example/oauth/callback?code=c&state=the-state"),
            Err("404 Not Found".into())
        );
        assert_eq!(
            told("POST /oauth/callback?code=c&state=the-state HTTP/1.1\r\n\r\n"),
            Err("405 Method Not Allowed".into())
        );
        assert_eq!(told(""), Err("405 Method Not Allowed".into()));
    }

    #[test]
    fn an_error_in_the_redirect_is_told_as_what_it_is() {
        for (error, code) in [
            ("access_denied", "identity-center-denied"),
            ("server_error", "service-fault"),
            ("invalid_request", "identity-center-unknown"),
            ("something_new", "unknown"),
        ] {
            let request = format!("GET /oauth/callback?error={error}&state=the-state HTTP/1.1\r\n\r\n");
            assert_eq!(told(&request), Err(code.to_owned()));
        }
        assert_eq!(refusal("new<b>_ERROR 42").detail.as_deref(), Some("newb_"));
    }

    #[test]
    fn texts_stay_texts() {
        let page = page("200 OK", "en\"><script>", "<b>done & over</b>");
        assert!(page.contains("<p>&lt;b&gt;done &amp; over&lt;/b&gt;</p>"));
        assert!(!page.contains("<script>"));
    }
}
