//! Against a published example, and what is refused.

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
    authorize_for("cognito-idp", headers, uri, body, key, at);
}

/// Signs a request for this service.
pub(crate) fn authorize_for(
    service: &str,
    headers: &mut HeaderMap,
    uri: &Uri,
    body: &[u8],
    key: (&str, &str),
    at: Moment,
) {
    let time = at.amz_date();
    headers.insert("host", uri.authority().unwrap().as_str().parse().unwrap());
    headers.insert("x-amz-date", time.parse().unwrap());
    let scope = format!("{}/{}/eu-central-1/{service}/aws4_request", key.0, &time[..8]);
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
    let mut identities = Identities::default();
    identities.insert(AccessKey::new(KEY.0, KEY.1));
    let request = Signed {
        method: &Method::POST,
        uri: &uri,
        headers: &headers,
        body: b"{}",
    };
    match verify(&request, &identities, Service::CognitoIdp, NOW) {
        Ok(caller) => (Some(caller), String::new()),
        Err(error) => (None, error.code.into_owned()),
    }
}

#[test]
fn a_right_signature_tells_the_region() {
    let (caller, _) = outcome(NOW, KEY, |_| ());
    let region = "eu-central-1".into();
    let key = AccessKey::new(KEY.0, KEY.1);
    assert_eq!(caller, Some(Caller { region, key }));
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
