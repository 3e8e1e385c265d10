//! The protocol, and the faults.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, Response};
use serde_json::{Value, json};

use super::bench::{Bench, refused};
use crate::seeds::{ACCESS_KEY, FABRIKAM};
use crate::{Fault, FaultKind, Lost, operations};

fn header<'a>(response: &'a Response<Bytes>, name: &str) -> &'a str {
    response
        .headers()
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

fn body(response: &Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap()
}

fn forgot(bench: &Bench) -> Result<Response<Bytes>, Lost> {
    bench.http(
        "ForgotPassword",
        &json!({ "ClientId": FABRIKAM.client_id, "Username": "maria" }),
        false,
    )
}

#[test]
fn an_answer_has_the_services_headers() {
    let bench = Bench::seeded(&FABRIKAM);
    let answer = forgot(&bench).unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(header(&answer, "content-type"), "application/x-amz-json-1.1");
    assert_eq!(header(&answer, "x-amzn-requestid").len(), 36);
    assert_eq!(
        header(&answer, "date"),
        bench.clock.now().http_date(),
        "by the pool's clock"
    );
    assert_ne!(
        header(&forgot(&bench).unwrap(), "x-amzn-requestid"),
        header(&answer, "x-amzn-requestid")
    );
}

#[test]
fn a_refusal_has_a_type_a_message_and_status_400() {
    let bench = Bench::seeded(&FABRIKAM);
    let input = json!({ "ClientId": FABRIKAM.client_id, "Username": "nobody" });
    let answer = bench.http("ForgotPassword", &input, false).unwrap();
    assert_eq!(answer.status(), 400);
    assert_eq!(header(&answer, "x-amzn-errortype"), "UserNotFoundException:");
    let expected = json!({
        "__type": "UserNotFoundException",
        "message": "Username/client id combination not found.",
    });
    assert_eq!(body(&answer), expected);
}

#[test]
fn timestamps_are_epoch_seconds_with_a_fraction() {
    let bench = Bench::lenient();
    let pool = bench
        .admin("DescribeUserPool", json!({ "UserPoolId": bench.pool_id }))
        .unwrap();
    assert!(
        pool["UserPool"]["CreationDate"]
            .as_f64()
            .is_some_and(|date| (date - 1_790_000_000.0).abs() < 10.0)
    );
    assert!(pool["UserPool"]["CreationDate"].is_f64());
}

#[test]
fn what_is_no_request_of_the_api_is_refused() {
    let bench = Bench::seeded(&FABRIKAM);
    let unknown = bench.http("NoSuchOperation", &json!({}), false).unwrap();
    assert_eq!(
        (unknown.status().as_u16(), body(&unknown)["__type"].clone()),
        (400, json!("UnknownOperationException"))
    );
    let post = |path: &str, target: &str, content: &'static str| {
        let request = Request::post(path).header("x-amz-target", target);
        let answer = bench
            .answer(request.body(Bytes::from_static(content.as_bytes())).unwrap())
            .unwrap();
        body(&answer)["__type"].as_str().unwrap().to_owned()
    };
    let target = "AWSCognitoIdentityProviderService.ForgotPassword";
    assert_eq!(post("/", target, "{"), "SerializationException");
    assert_eq!(post("/", target, "[]"), "SerializationException");
    assert_eq!(post("/", "ForgotPassword", "{}"), "UnknownOperationException");
    assert_eq!(post("/elsewhere", target, "{}"), "UnknownOperationException");
    let get = |path: &str| {
        bench
            .answer(Request::get(path).body(Bytes::new()).unwrap())
            .unwrap()
            .status()
    };
    assert_eq!(get("/"), 404);
    assert_eq!(get("/eu-central-1_Missing00/.well-known/jwks.json"), 404);
}

#[test]
fn every_iam_operation_wants_a_signature_and_no_public_one_does() {
    let bench = Bench::seeded(&FABRIKAM);
    let public = [
        "ForgotPassword",
        "ConfirmForgotPassword",
        "ResendConfirmationCode",
        "ConfirmSignUp",
        "SignUp",
        "InitiateAuth",
        "RespondToAuthChallenge",
        "GetUser",
        "RevokeToken",
    ];
    let iam = [
        "CreateUserPool",
        "UpdateUserPool",
        "DescribeUserPool",
        "ListUserPools",
        "DeleteUserPool",
        "CreateUserPoolClient",
        "UpdateUserPoolClient",
        "DescribeUserPoolClient",
        "ListUserPoolClients",
        "DeleteUserPoolClient",
        "AdminCreateUser",
        "AdminGetUser",
        "AdminSetUserPassword",
        "AdminUpdateUserAttributes",
        "AdminDeleteUser",
        "AdminResetUserPassword",
        "ListUsers",
        "AdminConfirmSignUp",
        "AdminEnableUser",
        "AdminDisableUser",
        "AdminUserGlobalSignOut",
        "AdminSetUserMFAPreference",
        "AdminDeleteSoftwareToken",
        "AdminGetUserAuthFactors",
        "GetUserPoolMfaConfig",
        "SetUserPoolMfaConfig",
        "CreateGroup",
        "DeleteGroup",
        "ListGroups",
        "ListUsersInGroup",
        "AdminAddUserToGroup",
        "AdminRemoveUserFromGroup",
        "AdminListGroupsForUser",
    ];
    let code = |operation: &str| {
        let answer = bench.http(operation, &json!({}), false).unwrap();
        body(&answer)["__type"].as_str().unwrap().to_owned()
    };
    for operation in public {
        assert_eq!(code(operation), "InvalidParameterException", "{operation}");
    }
    for operation in iam {
        assert_eq!(
            code(operation),
            "MissingAuthenticationTokenException",
            "{operation}"
        );
        assert!(operations::find(operation).is_some());
    }
}

#[test]
fn another_key_replaces_the_known_one() {
    let bench = Bench::lenient();
    bench.pools.accept_only_key("other", ACCESS_KEY.1);
    let answer = bench.admin("ListUserPools", json!({ "MaxResults": 1 }));
    let message = "The security token included in the request is invalid.";
    assert_eq!(answer, refused("UnrecognizedClientException", message));
}

#[test]
fn too_many_requests_in_a_second_are_throttled() {
    let bench = Bench::seeded(&FABRIKAM);
    let codes: Vec<_> = (0..31)
        .map(|number| {
            let input = json!({ "ClientId": FABRIKAM.client_id, "Username": format!("nobody-{number}") });
            bench.clock.set(crate::Moment::from_epoch_seconds(1_790_000_100));
            body(&bench.http("ForgotPassword", &input, false).unwrap())["__type"].clone()
        })
        .collect();
    assert_eq!(codes[29], "UserNotFoundException");
    assert_eq!(codes[30], "TooManyRequestsException");
}

#[test]
fn verifiers_find_the_key_and_the_issuer() {
    let bench = Bench::seeded(&FABRIKAM);
    let get = |document: &str| {
        let path = format!("/{}/.well-known/{document}", FABRIKAM.pool_id);
        let request = Request::get(path)
            .header("host", "127.0.0.1:5504")
            .body(Bytes::new())
            .unwrap();
        body(&bench.answer(request).unwrap())
    };
    assert_eq!(get("jwks.json")["keys"][0]["alg"], "RS256");
    let issuer = format!("http://127.0.0.1:5504/{}", FABRIKAM.pool_id);
    assert_eq!(get("openid-configuration")["issuer"], issuer);
}

#[test]
fn lost_requests_do_nothing_and_lost_answers_do() {
    let bench = Bench::seeded(&FABRIKAM);
    bench.pools.inject(Fault::new(FaultKind::LostRequest));
    assert_eq!(forgot(&bench).err(), Some(Lost::Request));
    assert_eq!(bench.messages(), 0);
    bench.pools.inject(Fault::new(FaultKind::LostAnswer));
    assert_eq!(forgot(&bench).err(), Some(Lost::Answer));
    assert_eq!(bench.messages(), 1);
    assert_eq!(bench.pools.requests()["ForgotPassword"], 2);
}

#[test]
fn faults_look_like_the_real_thing_and_nothing_happens() {
    let bench = Bench::seeded(&FABRIKAM);
    let error = |code: &str| FaultKind::Error {
        code: code.into(),
        message: "why".into(),
        status: 418,
    };
    for (kind, status, code) in [
        (FaultKind::ServerError, 500, "InternalErrorException"),
        (FaultKind::Throttle, 400, "TooManyRequestsException"),
        (FaultKind::Firewall, 403, "ForbiddenException"),
        (error("TeapotException"), 418, "TeapotException"),
    ] {
        bench.pools.inject(Fault::new(kind).on("ForgotPassword"));
        let answer = forgot(&bench).unwrap();
        assert_eq!(
            (answer.status().as_u16(), body(&answer)["__type"].clone()),
            (status, json!(code))
        );
    }
    bench.pools.inject(Fault::new(FaultKind::Garbage));
    let page = forgot(&bench).unwrap();
    assert_eq!(
        (page.status().as_u16(), header(&page, "content-type")),
        (200, "text/html; charset=utf-8")
    );
    assert!(page.body().starts_with(b"<!DOCTYPE html>"));
    assert_eq!(bench.messages(), 0);
    assert_eq!(forgot(&bench).unwrap().status(), 200, "and then it is over");
}

#[test]
fn the_firewalls_words() {
    let bench = Bench::seeded(&FABRIKAM);
    bench.pools.inject(Fault::new(FaultKind::Firewall));
    let answer = forgot(&bench).unwrap();
    assert_eq!(body(&answer)["message"], "Request not allowed due to WAF block.");
}

#[test]
fn latency_takes_real_time() {
    let bench = Bench::seeded(&FABRIKAM);
    bench
        .pools
        .inject(Fault::new(FaultKind::Latency(Duration::from_millis(60))));
    let start = Instant::now();
    assert_eq!(forgot(&bench).unwrap().status(), 200);
    assert!(start.elapsed() >= Duration::from_millis(60));
}

#[test]
fn nothing_prints_what_it_should_not() {
    let bench = Bench::seeded(&FABRIKAM);
    forgot(&bench).unwrap();
    let shown = format!(
        "{:?} {:?} {:?}",
        bench.pools,
        bench.pools.inbox(),
        bench.pools.people()
    );
    for secret in ["maria", "example.com", bench.newest_code().as_str()] {
        assert!(!shown.contains(secret));
    }
}
