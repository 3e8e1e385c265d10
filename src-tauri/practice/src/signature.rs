//! AWS Signature Version 4, checked for the operations that need IAM credentials
//! (AWS General Reference, signing AWS API requests).

use std::fmt::Write as _;
use std::time::Duration;

use aws_lc_rs::constant_time;
use http::{HeaderMap, Method, Uri};

use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::identities::{AccessKey, Identities};
use crate::srp::{hmac_sha256, sha256};

/// How far the time of a signature may be from the pool's. What Amazon Cognito allows is not
/// documented; other services of AWS allow from 5 to 15 minutes.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);
const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// What a signature is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    CognitoIdp,
    Sts,
}

impl Service {
    /// Its name in the scope of a signature, and in the actions of a policy.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::CognitoIdp => "cognito-idp",
            Self::Sts => "sts",
        }
    }
}

/// A request as it is to be signed.
pub(crate) struct Signed<'a> {
    pub(crate) method: &'a Method,
    pub(crate) uri: &'a Uri,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
}

/// Who signed a request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The Region of the signature's scope.
    pub(crate) region: String,
    pub(crate) key: AccessKey,
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

/// Checks the signature of a request, and whether its key is known and still good.
pub(crate) fn verify(
    request: &Signed<'_>,
    identities: &Identities,
    service: Service,
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
    let session_token = self::header(request.headers, "x-amz-security-token");
    let key = identities
        .keys
        .get(authorization.key_id)
        .filter(|key| key.session_token == session_token)
        .ok_or_else(|| {
            ServiceError::new(
                "UnrecognizedClientException",
                "The security token included in the request is invalid.",
            )
        })?;
    if key.expires.is_some_and(|expires| now >= expires) {
        return Err(ServiceError::new(
            "ExpiredTokenException",
            "The security token included in the request is expired",
        ));
    }
    check_scope(&authorization, service)?;
    let time = self::header(request.headers, "x-amz-date").unwrap_or_default();
    check_time(&authorization, &time, now)?;
    let expected = sign(request, &authorization, &time, &key.secret);
    constant_time::verify_slices_are_equal(expected.as_bytes(), authorization.signature.as_bytes())
        .map_err(|_| {
            invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
            )
        })?;
    Ok(Caller {
        region: authorization.region.to_owned(),
        key: key.clone(),
    })
}

fn invalid(message: impl Into<std::borrow::Cow<'static, str>>) -> ServiceError {
    ServiceError::new("InvalidSignatureException", message)
}

fn check_scope(authorization: &Authorization<'_>, service: Service) -> Result<(), ServiceError> {
    if authorization.service != service.name() {
        return Err(invalid(format!(
            "Credential should be scoped to correct service: '{}'.",
            service.name()
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
pub(crate) mod tests;
