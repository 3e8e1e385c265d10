//! AWS Signature Version 4, checked for the operations that need IAM credentials
//! (AWS General Reference, signing AWS API requests).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use aws_lc_rs::constant_time;
use http::{HeaderMap, Method, Uri};

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::srp::{hmac_sha256, sha256};

/// How far the time of a signature may be from the pool's. What Amazon Cognito allows is not
/// documented; other services of AWS allow from 5 to 15 minutes.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);
const ALGORITHM: &str = "AWS4-HMAC-SHA256";
const SERVICE: &str = "cognito-idp";

/// A request as it is to be signed.
pub(crate) struct Signed<'a> {
    pub(crate) method: &'a Method,
    pub(crate) uri: &'a Uri,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
}

/// Who signed a request, as far as the pool cares.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The Region of the signature's scope.
    pub(crate) region: String,
}

struct Authorization<'a> {
    key_id: &'a str,
    date: &'a str,
    region: &'a str,
    service: &'a str,
    terminator: &'a str,
    signed_headers: &'a str,
    signature: &'a str,
}

impl<'a> Authorization<'a> {
    fn parse(header: &'a str) -> Option<Self> {
        let fields = header.strip_prefix(ALGORITHM)?;
        let field = |name: &str| {
            fields
                .split(',')
                .find_map(|field| field.trim().strip_prefix(name)?.strip_prefix('='))
        };
        let mut credential = field("Credential")?.split('/');
        Some(Self {
            key_id: credential.next()?,
            date: credential.next()?,
            region: credential.next()?,
            service: credential.next()?,
            terminator: credential.next().filter(|_| credential.next().is_none())?,
            signed_headers: field("SignedHeaders")?,
            signature: field("Signature")?,
        })
    }
}

/// Checks the signature of a request. `keys` are secret keys by access key id.
pub(crate) fn verify(
    request: &Signed<'_>,
    keys: &BTreeMap<String, String>,
    now: Moment,
) -> Result<Caller, ServiceError> {
    let header = header(request.headers, "authorization").ok_or_else(|| {
        ServiceError::new(
            "MissingAuthenticationTokenException",
            "Missing Authentication Token",
        )
    })?;
    let authorization = Authorization::parse(&header).ok_or_else(|| {
        ServiceError::new(
            "IncompleteSignatureException",
            "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.",
        )
    })?;
    let secret = keys
        .get(authorization.key_id)
        // The keys here are long-lived: a session token belongs to none of them.
        .filter(|_| !request.headers.contains_key("x-amz-security-token"))
        .ok_or_else(|| {
            ServiceError::new(
                "UnrecognizedClientException",
                "The security token included in the request is invalid.",
            )
        })?;
    check_scope(&authorization)?;
    let time = self::header(request.headers, "x-amz-date").unwrap_or_default();
    check_time(&authorization, &time, now)?;
    let expected = sign(request, &authorization, &time, secret);
    constant_time::verify_slices_are_equal(expected.as_bytes(), authorization.signature.as_bytes())
        .map_err(|_| {
            invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
            )
        })?;
    Ok(Caller {
        region: authorization.region.to_owned(),
    })
}

fn invalid(message: impl Into<std::borrow::Cow<'static, str>>) -> ServiceError {
    ServiceError::new("InvalidSignatureException", message)
}

fn check_scope(authorization: &Authorization<'_>) -> Result<(), ServiceError> {
    if authorization.service != SERVICE {
        return Err(invalid(format!(
            "Credential should be scoped to correct service: '{SERVICE}'."
        )));
    }
    if authorization.terminator != "aws4_request" {
        return Err(invalid(
            "Credential should be scoped with a valid terminator: 'aws4_request'.",
        ));
    }
    if !authorization.signed_headers.split(';').any(|name| name == "host") {
        return Err(invalid(
            "'Host' must be a 'SignedHeader' in the AWS Authorization.",
        ));
    }
    Ok(())
}

fn check_time(authorization: &Authorization<'_>, time: &str, now: Moment) -> Result<(), ServiceError> {
    if !time.starts_with(authorization.date) || authorization.date.len() != 8 {
        return Err(invalid(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP",
        ));
    }
    // Times of this form sort as text.
    let (earliest, latest) = (now.minus(TOLERANCE).amz_date(), now.plus(TOLERANCE).amz_date());
    let minutes = TOLERANCE.as_secs() / 60;
    if *time < *earliest {
        Err(invalid(format!(
            "Signature expired: {time} is now earlier than {earliest} ({} - {minutes} min.)",
            now.amz_date()
        )))
    } else if *time > *latest {
        Err(invalid(format!(
            "Signature not yet current: {time} is still later than {latest} ({} + {minutes} min.)",
            now.amz_date()
        )))
    } else {
        Ok(())
    }
}

fn sign(request: &Signed<'_>, authorization: &Authorization<'_>, time: &str, secret: &str) -> String {
    let Authorization {
        date,
        region,
        service,
        terminator,
        ..
    } = authorization;
    let canonical = canonical_request(request, authorization.signed_headers);
    let to_sign = format!(
        "{ALGORITHM}\n{time}\n{date}/{region}/{service}/{terminator}\n{}",
        hex(&sha256(&[canonical.as_bytes()]))
    );
    let mut key = hmac_sha256(format!("AWS4{secret}").as_bytes(), &[date.as_bytes()]);
    for part in [region, service, terminator] {
        key = hmac_sha256(&key, &[part.as_bytes()]);
    }
    hex(&hmac_sha256(&key, &[to_sign.as_bytes()]))
}

fn canonical_request(request: &Signed<'_>, signed_headers: &str) -> String {
    let mut query: Vec<String> = request
        .uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            if pair.contains('=') {
                pair.to_owned()
            } else {
                format!("{pair}=")
            }
        })
        .collect();
    query.sort_unstable();
    let mut headers = String::new();
    for name in signed_headers.split(';') {
        let value = header(request.headers, name)
            .or_else(|| (name == "host").then(|| host(request.uri)).flatten())
            .unwrap_or_default();
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        // Writing to a String cannot fail.
        let _ = writeln!(headers, "{name}:{value}");
    }
    format!(
        "{}\n{}\n{}\n{headers}\n{signed_headers}\n{}",
        request.method,
        request.uri.path(),
        query.join("&"),
        hex(&sha256(&[request.body]))
    )
}

/// All values of a header, as one.
fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    let values: Vec<_> = headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .collect();
    (!values.is_empty()).then(|| values.join(","))
}

/// The host of a request that never went over a wire, and so has no Host header.
fn host(uri: &Uri) -> Option<String> {
    uri.authority().map(|authority| authority.as_str().to_owned())
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The example of the AWS General Reference ("ListUsers"), whose signature is published.
    #[test]
    fn the_published_example_has_the_published_signature() {
        let uri: Uri = "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"
            .parse()
            .unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(
            "content-type",
            "application/x-www-form-urlencoded; charset=utf-8"
                .parse()
                .unwrap(),
        );
        headers.insert("host", "iam.amazonaws.com".parse().unwrap());
        headers.insert("x-amz-date", "20150830T123600Z".parse().unwrap());
        let request = Signed {
            method: &Method::GET,
            uri: &uri,
            headers: &headers,
            body: b"",
        };
        let authorization = Authorization::parse(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, \
             SignedHeaders=content-type;host;x-amz-date, Signature=00",
        )
        .unwrap();
        assert_eq!(
            hex(&sha256(&[canonical_request(
                &request,
                authorization.signed_headers
            )
            .as_bytes()])),
            "f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59"
        );
        assert_eq!(
            sign(
                &request,
                &authorization,
                "20150830T123600Z",
                "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
            ),
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"
        );
    }

    pub(crate) const KEY: (&str, &str) = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    /// Signs a request for the pool, as a client does.
    pub(crate) fn authorize(headers: &mut HeaderMap, uri: &Uri, body: &[u8], key: (&str, &str), at: Moment) {
        let time = at.amz_date();
        headers.insert("host", uri.authority().unwrap().as_str().parse().unwrap());
        headers.insert("x-amz-date", time.parse().unwrap());
        let scope = format!("{}/{}/eu-central-1/cognito-idp/aws4_request", key.0, &time[..8]);
        let start =
            format!("{ALGORITHM} Credential={scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=");
        let signature = {
            let request = Signed {
                method: &Method::POST,
                uri,
                headers,
                body,
            };
            sign(
                &request,
                &Authorization::parse(&format!("{start}0")).unwrap(),
                &time,
                key.1,
            )
        };
        headers.insert("authorization", format!("{start}{signature}").parse().unwrap());
    }

    const NOW: Moment = Moment::from_epoch_seconds(1_440_938_160);

    /// Who signed, or the code of the refusal.
    fn outcome(at: Moment, key: (&str, &str), change: impl Fn(&mut HeaderMap)) -> (Option<Caller>, String) {
        let uri: Uri = "http://127.0.0.1:5504/".parse().unwrap();
        let mut headers = HeaderMap::new();
        let target = "AWSCognitoIdentityProviderService.ListUserPools";
        headers.insert("x-amz-target", target.parse().unwrap());
        authorize(&mut headers, &uri, b"{}", key, at);
        change(&mut headers);
        let keys = BTreeMap::from([(KEY.0.to_owned(), KEY.1.to_owned())]);
        let request = Signed {
            method: &Method::POST,
            uri: &uri,
            headers: &headers,
            body: b"{}",
        };
        match verify(&request, &keys, NOW) {
            Ok(caller) => (Some(caller), String::new()),
            Err(error) => (None, error.code.into_owned()),
        }
    }

    #[test]
    fn a_right_signature_tells_the_region() {
        let (caller, _) = outcome(NOW, KEY, |_| ());
        let region = "eu-central-1".into();
        assert_eq!(caller, Some(Caller { region }));
    }

    #[test]
    fn what_is_wrong_is_told_as_aws_tells_it() {
        let refusal = |key, name: &'static str, value: Option<&str>| {
            let change = |headers: &mut HeaderMap| {
                headers.remove(name);
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            };
            outcome(NOW, key, change).1
        };
        for (key, header, value, code) in [
            (KEY, "authorization", None, "MissingAuthenticationTokenException"),
            (
                KEY,
                "authorization",
                Some("AWS4-HMAC-SHA256 x"),
                "IncompleteSignatureException",
            ),
            (
                KEY,
                "x-amz-security-token",
                Some("t"),
                "UnrecognizedClientException",
            ),
            (
                ("AKIDOTHER", KEY.1),
                "x-other",
                None,
                "UnrecognizedClientException",
            ),
            ((KEY.0, "wrong"), "x-other", None, "InvalidSignatureException"),
            (KEY, "x-amz-target", Some("Other"), "InvalidSignatureException"),
            (
                KEY,
                "x-amz-date",
                Some("20200101T000000Z"),
                "InvalidSignatureException",
            ),
        ] {
            assert_eq!(refusal(key, header, value), code, "{header}");
        }
    }

    #[test]
    fn five_minutes_of_skew_are_tolerated() {
        for (seconds, tolerated) in [(300, true), (301, false)] {
            let span = Duration::from_secs(seconds);
            for at in [NOW.minus(span), NOW.plus(span)] {
                assert_eq!(outcome(at, KEY, |_| ()).0.is_some(), tolerated);
            }
        }
    }
}
