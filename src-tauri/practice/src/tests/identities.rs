//! Who may do what, and STS (AWS IAM user guide; AWS STS API reference; texts as observed).

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, Uri};
use serde_json::{Value, json};

use super::bench::{Answer, Bench, refused};
use crate::seeds::{ACCESS_KEY, ACCESS_KEY_ARN, FABRIKAM, NORTHWIND};
use crate::{AccessKey, Policy, Role, RoleMfa, signature};

const ROLE: &str = "arn:aws:iam::111122223333:role/desk/helpdesk";
const SERIAL: &str = "arn:aws:iam::111122223333:mfa/practice-helpdesk";

fn send(bench: &Bench, service: &str, key: &AccessKey, headers: HeaderMap, body: String) -> Response<Bytes> {
    let uri: Uri = format!("https://{service}.eu-central-1.amazonaws.com/")
        .parse()
        .unwrap();
    let mut headers = headers;
    if let Some(token) = &key.session_token {
        headers.insert("x-amz-security-token", token.parse().unwrap());
    }
    let secret = (key.id.as_str(), key.secret.as_str());
    let now = bench.clock.now();
    signature::tests::authorize_for(service, &mut headers, &uri, body.as_bytes(), secret, now);
    let mut request = Request::post(uri).body(Bytes::from(body)).unwrap();
    *request.headers_mut() = headers;
    bench.answer(request).unwrap()
}

/// One operation of the pools, signed with this key.
fn call(bench: &Bench, key: &AccessKey, operation: &str, input: &Value) -> Answer {
    let mut headers = HeaderMap::new();
    let target = format!("AWSCognitoIdentityProviderService.{operation}");
    headers.insert("x-amz-target", target.parse().unwrap());
    let response = send(bench, "cognito-idp", key, headers, input.to_string());
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    if response.status() == 200 {
        return Ok(body);
    }
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    Err((text("__type"), text("message")))
}

/// One operation of STS: the status and the XML.
fn sts(bench: &Bench, key: &AccessKey, form: &str) -> (u16, String) {
    let mut headers = HeaderMap::new();
    // The target is signed with everything else, though nothing reads it.
    headers.insert("x-amz-target", "none".parse().unwrap());
    let form = format!("{form}&Version=2011-06-15");
    let response = send(bench, "sts", key, headers, form);
    assert_eq!(response.headers()["content-type"], "text/xml");
    let xml = String::from_utf8(response.body().to_vec()).unwrap();
    let request_id = response.headers()["x-amzn-requestid"].to_str().unwrap();
    assert_eq!(element(&xml, "RequestId"), request_id);
    (response.status().as_u16(), xml)
}

fn element<'a>(xml: &'a str, name: &str) -> &'a str {
    let (_, rest) = xml
        .split_once(&format!("<{name}>"))
        .unwrap_or_else(|| panic!("{name} in {xml}"));
    rest.split_once(&format!("</{name}>")).unwrap().0
}

/// Status, code and message of a refusal.
fn refusal(answer: &(u16, String)) -> (u16, &str, &str) {
    (
        answer.0,
        element(&answer.1, "Code"),
        element(&answer.1, "Message"),
    )
}

fn known() -> AccessKey {
    AccessKey::new(ACCESS_KEY.0, ACCESS_KEY.1)
}

fn key_with(bench: &Bench, policy: Policy) -> AccessKey {
    let key = AccessKey {
        policy,
        ..AccessKey::new("AKIALIMITED", "limited-secret")
    };
    bench.pools.add_key(key.clone());
    key
}

fn pool_arn(pool_id: &str) -> String {
    format!("arn:aws:cognito-idp:eu-central-1:111122223333:userpool/{pool_id}")
}

fn denied(operation: &str, resource: &str) -> Answer {
    refused(
        "AccessDeniedException",
        &format!(
            "User: {ACCESS_KEY_ARN} is not authorized to perform: cognito-idp:{operation} on resource: {resource} because no identity-based policy allows the cognito-idp:{operation} action"
        ),
    )
}

#[test]
fn a_key_may_do_what_its_policy_allows_and_nothing_else() {
    let bench = Bench::seeded(&FABRIKAM);
    let here = pool_arn(FABRIKAM.pool_id);
    let key = key_with(
        &bench,
        Policy::allowing(&["cognito-idp:AdminGet*", "cognito-idp:ListUsers"], &here),
    );
    let maria = json!({ "UserPoolId": FABRIKAM.pool_id, "Username": "maria" });
    assert!(call(&bench, &key, "AdminGetUser", &maria).is_ok());
    assert!(
        call(
            &bench,
            &key,
            "ListUsers",
            &json!({ "UserPoolId": FABRIKAM.pool_id })
        )
        .is_ok()
    );
    for operation in ["AdminResetUserPassword", "AdminDisableUser"] {
        assert_eq!(call(&bench, &key, operation, &maria), denied(operation, &here));
    }
    let elsewhere = json!({ "UserPoolId": NORTHWIND.pool_id, "Username": "maria" });
    assert_eq!(
        call(&bench, &key, "AdminGetUser", &elsewhere),
        denied("AdminGetUser", &pool_arn(NORTHWIND.pool_id))
    );
    let all = json!({ "MaxResults": 1 });
    assert_eq!(
        call(&bench, &key, "ListUserPools", &all),
        denied("ListUserPools", "*")
    );
    assert!(bench.messages() == 0, "nothing happened");
    let listing = Policy::allowing(&["cognito-idp:ListUserPools"], "*");
    let key = key_with(&bench, key.policy.and(listing));
    assert!(call(&bench, &key, "ListUserPools", &all).is_ok());
    let document = format!(
        r#"{{ "Statement": [
            {{ "Effect": "Allow", "Action": "cognito-idp:*", "Resource": "*" }},
            {{ "Effect": "Deny", "Action": "cognito-idp:AdminDeleteUser", "Resource": "{here}" }} ] }}"#
    );
    let key = key_with(&bench, Policy::from_document(&document).unwrap());
    let (code, message) = call(&bench, &key, "AdminDeleteUser", &maria).unwrap_err();
    assert_eq!(code, "AccessDeniedException");
    assert!(message.ends_with(" with an explicit deny in an identity-based policy"));
    assert!(call(&bench, &key, "AdminGetUser", &maria).is_ok());
}

#[test]
fn an_operation_can_be_refused_to_everybody() {
    let bench = Bench::seeded(&FABRIKAM);
    bench.pools.deny(&["AdminResetUserPassword", "GetCallerIdentity"]);
    let reset = || bench.admin_on("AdminResetUserPassword", "maria", json!({}));
    assert_eq!(
        reset(),
        denied("AdminResetUserPassword", &pool_arn(FABRIKAM.pool_id))
    );
    assert!(bench.admin_on("AdminGetUser", "maria", json!({})).is_ok());
    assert_eq!(sts(&bench, &known(), "Action=GetCallerIdentity").0, 200);
    assert!(
        bench.forgot("maria").is_ok(),
        "what is not signed is nobody's to refuse"
    );
    bench.pools.deny(&[]);
    assert_eq!(reset(), Ok(json!({})));
}

#[test]
fn sts_tells_who_signs_whatever_their_policy() {
    let bench = Bench::lenient();
    let root = "arn:aws:iam::111122223333:root";
    for (arn, form) in [
        (ACCESS_KEY_ARN, "AIDA"),
        (root, "111122223333"),
        ("arn:aws:sts::111122223333:assumed-role/helpdesk/jane", "AROA"),
    ] {
        let key = AccessKey {
            arn: arn.to_owned(),
            ..key_with(&bench, Policy::nothing())
        };
        bench.pools.add_key(key.clone());
        let (status, xml) = sts(&bench, &key, "Action=GetCallerIdentity");
        assert_eq!(status, 200);
        assert_eq!(element(&xml, "Arn"), arn);
        assert_eq!(element(&xml, "Account"), "111122223333");
        let id = element(&xml, "UserId");
        assert!(id.starts_with(form), "{id}");
        assert_eq!(id.ends_with(":jane"), form == "AROA");
        assert!(xml.starts_with(
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
        ));
    }
}

#[test]
fn what_is_wrong_with_a_key_in_both_protocols() {
    let bench = Bench::lenient();
    let good = AccessKey {
        session_token: Some("token".to_owned()),
        expires: Some(bench.clock.now().plus(Duration::from_secs(3_600))),
        ..AccessKey::new("ASIATEMPORARY", "temporary-secret")
    };
    bench.pools.add_key(good.clone());
    let changed = |change: fn(&mut AccessKey)| {
        let mut key = good.clone();
        change(&mut key);
        key
    };
    let list = json!({ "MaxResults": 1 });
    let who = "Action=GetCallerIdentity";
    assert!(call(&bench, &good, "ListUserPools", &list).is_ok());
    assert_eq!(sts(&bench, &good, who).0, 200);
    for (key, code, query_code) in [
        (
            changed(|key| key.id = "ASIAOTHER".to_owned()),
            "UnrecognizedClientException",
            "InvalidClientTokenId",
        ),
        (
            changed(|key| key.session_token = None),
            "UnrecognizedClientException",
            "InvalidClientTokenId",
        ),
        (
            changed(|key| key.session_token = Some("other".to_owned())),
            "UnrecognizedClientException",
            "InvalidClientTokenId",
        ),
        (
            changed(|key| key.secret = "other".to_owned()),
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
        ),
    ] {
        assert_eq!(call(&bench, &key, "ListUserPools", &list).unwrap_err().0, code);
        let answer = sts(&bench, &key, who);
        assert_eq!((refusal(&answer).0, refusal(&answer).1), (403, query_code));
    }
    bench.wait(3_600);
    let words = "The security token included in the request is expired";
    assert_eq!(
        call(&bench, &good, "ListUserPools", &list),
        refused("ExpiredTokenException", words)
    );
    assert_eq!(refusal(&sts(&bench, &good, who)), (403, "ExpiredToken", words));
    bench.pools.forget_key("ASIATEMPORARY");
    assert_eq!(
        refusal(&sts(&bench, &good, who)).1,
        "InvalidClientTokenId",
        "its user was deleted"
    );
    let unsigned = Request::post("https://sts.amazonaws.com/")
        .body(Bytes::from(who))
        .unwrap();
    let answer = bench.answer(unsigned).unwrap();
    let xml = String::from_utf8(answer.body().to_vec()).unwrap();
    assert_eq!(
        (answer.status().as_u16(), element(&xml, "Code")),
        (403, "MissingAuthenticationToken")
    );
}

fn assume(bench: &Bench, key: &AccessKey, more: &str) -> (u16, String) {
    let arn = ROLE.replace(':', "%3A").replace('/', "%2F");
    let form = format!("Action=AssumeRole&RoleArn={arn}&RoleSessionName=jane%40desk{more}");
    sts(bench, key, &form)
}

fn bench_with_role(mfa: bool) -> Bench {
    let bench = Bench::seeded(&FABRIKAM);
    bench.pools.add_role(Role {
        arn: ROLE.to_owned(),
        mfa: mfa.then(|| RoleMfa {
            serial: SERIAL.to_owned(),
            code: "123456".to_owned(),
        }),
        policy: Policy::allowing(&["cognito-idp:AdminGetUser"], "*"),
        longest_session: Duration::from_secs(2 * 3_600),
    });
    bench
}

#[test]
fn an_assumed_role_is_another_identity_for_a_while() {
    let bench = bench_with_role(false);
    let (status, xml) = assume(&bench, &known(), "&DurationSeconds=900");
    assert_eq!(status, 200);
    let arn = "arn:aws:sts::111122223333:assumed-role/helpdesk/jane@desk";
    assert_eq!(element(&xml, "Arn"), arn);
    assert!(element(&xml, "AssumedRoleId").ends_with(":jane@desk"));
    let expires = bench.clock.now().plus(Duration::from_secs(900)).iso_8601();
    assert_eq!(element(&xml, "Expiration"), expires);
    let key = AccessKey {
        session_token: Some(element(&xml, "SessionToken").to_owned()),
        ..AccessKey::new(element(&xml, "AccessKeyId"), element(&xml, "SecretAccessKey"))
    };
    assert!(key.id.starts_with("ASIA") && key.secret.len() == 40);
    let (_, identity) = sts(&bench, &key, "Action=GetCallerIdentity");
    assert_eq!(element(&identity, "Arn"), arn);
    let maria = json!({ "UserPoolId": FABRIKAM.pool_id, "Username": "maria" });
    assert!(call(&bench, &key, "AdminGetUser", &maria).is_ok());
    let (code, message) = call(&bench, &key, "AdminDisableUser", &maria).unwrap_err();
    assert_eq!(code, "AccessDeniedException");
    assert!(message.starts_with(&format!("User: {arn} is not authorized")));
    bench.wait(900);
    assert_eq!(
        call(&bench, &key, "AdminGetUser", &maria).unwrap_err().0,
        "ExpiredTokenException"
    );
}

#[test]
fn a_role_may_want_a_second_factor() {
    let bench = bench_with_role(true);
    let serial = SERIAL.replace(':', "%3A").replace('/', "%2F");
    let with = |serial: &str, code: &str| {
        assume(
            &bench,
            &known(),
            &format!("&SerialNumber={serial}&TokenCode={code}"),
        )
    };
    assert_eq!(with(&serial, "123456").0, 200);
    assert_eq!(
        refusal(&with(&serial, "000000")),
        (
            403,
            "AccessDenied",
            "MultiFactorAuthentication failed with invalid MFA one time pass code."
        )
    );
    let other = with("GAHT12345678", "123456");
    assert_eq!(refusal(&other).1, "AccessDenied");
    assert!(refusal(&other).2.contains("unable to validate MFA code"));
    let without = assume(&bench, &known(), "");
    let words =
        format!("User: {ACCESS_KEY_ARN} is not authorized to perform: sts:AssumeRole on resource: {ROLE}");
    assert_eq!(refusal(&without), (403, "AccessDenied", words.as_str()));
    assert_eq!(refusal(&with(&serial, "12345")).1, "ValidationError");
}

#[test]
fn who_may_not_assume_a_role_and_for_how_long_it_lasts() {
    let bench = bench_with_role(false);
    let limited = key_with(&bench, Policy::allowing(&["cognito-idp:*"], "*"));
    let answer = assume(&bench, &limited, "");
    assert_eq!(refusal(&answer).1, "AccessDenied");
    assert!(
        refusal(&answer)
            .2
            .ends_with("because no identity-based policy allows the sts:AssumeRole action")
    );
    for (seconds, message) in [
        (
            "899",
            "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
        ),
        (
            "7201",
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        ),
        ("ever", "DurationSeconds must be a whole number"),
    ] {
        let answer = assume(&bench, &known(), &format!("&DurationSeconds={seconds}"));
        assert_eq!(refusal(&answer), (400, "ValidationError", message));
    }
    let assumed = AccessKey {
        arn: "arn:aws:sts::111122223333:assumed-role/other/jane".to_owned(),
        ..key_with(&bench, Policy::everything())
    };
    bench.pools.add_key(assumed.clone());
    assert_eq!(assume(&bench, &assumed, "&DurationSeconds=3600").0, 200);
    let chained = assume(&bench, &assumed, "&DurationSeconds=3601");
    assert!(refusal(&chained).2.contains("role chaining"));
    let unknown = sts(
        &bench,
        &known(),
        "Action=AssumeRole&RoleArn=arn:aws:iam::111122223333:role/none&RoleSessionName=jane",
    );
    assert_eq!(refusal(&unknown).1, "AccessDenied");
    assert_eq!(
        refusal(&sts(&bench, &known(), "Action=DecodeEverything")).1,
        "InvalidAction"
    );
}
