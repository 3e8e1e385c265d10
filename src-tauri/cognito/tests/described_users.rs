//! Users and groups as the service describes them, as they become ours (facts 5.4, 9).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod scripted;

use cognito::{Filter, FilterAttribute, FilterMatch, OpenedUser, SecondFactor, UserStatus, Username};
use scripted::{Answer, Script};
use serde_json::{Value, json};

const POOL: &str = "eu-central-1_abcDEF123";

async fn opened(described: Value) -> OpenedUser {
    let script = Script::of([Answer::ok(&described.to_string())]);
    let jane = Username::parse("jane", &[]).unwrap();
    script.client().get_user(POOL, &jane).await.unwrap()
}

fn attributes(pairs: &[(&str, &str)]) -> Value {
    pairs
        .iter()
        .map(|(name, value)| json!({ "Name": name, "Value": value }))
        .collect()
}

#[tokio::test]
async fn an_opened_user() {
    let identities = r#"[{"userId":"106541","providerName":"Google","providerType":"Google","issuer":null,"primary":"true","dateCreated":"1642699117273"},{"userId":"x","providerName":"Okta","providerType":"SAML","primary":false}]"#;
    let jane = opened(json!({
        "Username": "jane",
        "Enabled": true,
        "UserStatus": "FORCE_CHANGE_PASSWORD",
        "UserCreateDate": 1_689_721_665.239,
        "UserLastModifiedDate": 1_689_721_700.5,
        "UserAttributes": attributes(&[
            ("sub", "6fd4c1a6-90b1-4f39-a6ab-0123456789ab"), ("email", "jane@example.com"), ("email_verified", "true"),
            ("phone_number", "+4915112349934"), ("given_name", "Jane"), ("family_name", "Ellis"),
            ("preferred_username", "jj"), ("identities", identities), ("custom:x", "y"),
        ]),
        "PreferredMfaSetting": "SOFTWARE_TOKEN_MFA",
        "UserMFASettingList": ["SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP", "NEWER_MFA"],
    }))
    .await;
    assert_eq!(
        jane.factors,
        [
            SecondFactor::Sms,
            SecondFactor::Authenticator,
            SecondFactor::Email
        ]
    );
    assert_eq!(jane.preferred_factor, Some(SecondFactor::Authenticator));
    let user = jane.user;
    assert_eq!(user.username, "jane");
    assert_eq!(user.sub.as_deref(), Some("6fd4c1a6-90b1-4f39-a6ab-0123456789ab"));
    assert_eq!(
        (user.status, user.enabled),
        (UserStatus::ForceChangePassword, true)
    );
    assert_eq!(user.name.as_deref(), Some("Jane Ellis"));
    assert!(
        user.email
            .is_some_and(|email| email.verified && email.value == "jane@example.com")
    );
    assert!(user.phone.is_some_and(|phone| !phone.verified));
    assert_eq!(user.identity_providers, ["Google", "Okta"]);
    assert_eq!(user.created_at, Some(1_689_721_665_239));
    assert_eq!(user.modified_at, Some(1_689_721_700_500));
}

#[tokio::test]
async fn a_user_with_next_to_nothing() {
    let kiosk = opened(json!({
        "Username": "kiosk", "Enabled": false, "UserStatus": "SOMETHING_NEW",
        "UserAttributes": attributes(&[("email", ""), ("email_verified", "true"), ("identities", "not json")]),
    }))
    .await;
    let user = kiosk.user;
    assert_eq!((user.status, user.enabled), (UserStatus::Unknown, false));
    assert!(user.email.is_none() && user.phone.is_none() && user.name.is_none() && user.sub.is_none());
    assert!(user.identity_providers.is_empty() && kiosk.factors.is_empty());
    assert_eq!(
        (user.created_at, user.modified_at, kiosk.preferred_factor),
        (None, None, None)
    );
}

#[tokio::test]
async fn a_name_is_the_first_there_is() {
    for (pairs, name) in [
        (
            &[("name", "Jane E."), ("given_name", "Jane")][..],
            Some("Jane E."),
        ),
        (
            &[("family_name", "Ellis"), ("preferred_username", "jj")],
            Some("Ellis"),
        ),
        (&[("preferred_username", "jj")], Some("jj")),
        (&[("nickname", "jj")], None),
    ] {
        let user = opened(json!({
            "Username": "jane", "Enabled": true, "UserStatus": "CONFIRMED", "UserAttributes": attributes(pairs),
        }))
        .await
        .user;
        assert_eq!(user.name.as_deref(), name);
    }
}

#[tokio::test]
async fn every_status_has_its_word() {
    for status in [
        UserStatus::Unconfirmed,
        UserStatus::Confirmed,
        UserStatus::ResetRequired,
        UserStatus::ForceChangePassword,
        UserStatus::ExternalProvider,
        UserStatus::Archived,
        UserStatus::Compromised,
    ] {
        let word = status.service_name().unwrap();
        let user = opened(json!({ "Username": "jane", "Enabled": true, "UserStatus": word })).await;
        assert_eq!(user.user.status, status);
    }
}

#[tokio::test]
async fn lists_keep_their_place_and_leave_out_who_does_not_fit() {
    let found = json!({
        "Users": [
            { "Username": "a", "Enabled": true, "UserStatus": "CONFIRMED",
              "Attributes": attributes(&[("email", "Jane@example.com")]) },
            { "Username": "b", "Enabled": true, "UserStatus": "CONFIRMED",
              "Attributes": attributes(&[("email", "john@example.com")]) },
        ],
        "PaginationToken": "CAISlAIIARKT",
    });
    let script = Script::of([
        Answer::ok(&found.to_string()),
        Answer::ok(r#"{"Users":[],"PaginationToken":""}"#),
    ]);
    let client = script.client();
    let filter = Filter::new(FilterAttribute::Email, FilterMatch::Beginning, "jane\"\\").unwrap();
    let jane = Filter::new(FilterAttribute::Email, FilterMatch::Beginning, "jane").unwrap();
    let page = client.list_users(POOL, Some(&jane), None, 500).await.unwrap();
    let names: Vec<&str> = page.users.iter().map(|user| user.username.as_str()).collect();
    assert_eq!((names, page.any_case), (vec!["a"], true));
    let page = client
        .list_users(POOL, Some(&filter), page.next.as_ref(), 0)
        .await
        .unwrap();
    assert!(page.users.is_empty() && page.next.is_none());
    let asked = script.asked();
    assert_eq!(
        asked[0].body,
        json!({ "UserPoolId": POOL, "Limit": 60, "Filter": r#"email ^= "jane""# })
    );
    assert_eq!(
        asked[1].body,
        json!({
            "UserPoolId": POOL, "Limit": 1, "Filter": r#"email ^= "jane\"\\""#, "PaginationToken": "CAISlAIIARKT",
        })
    );
}

#[tokio::test]
async fn groups_are_read_to_the_end() {
    let script = Script::of([
        Answer::ok(
            r#"{"Groups":[{"GroupName":"staff","Description":"All staff","UserPoolId":"x"}],"NextToken":"n"}"#,
        ),
        Answer::ok(r#"{"Groups":[{"GroupName":"nurses","Description":""}]}"#),
    ]);
    let jane = Username::parse("jane", &[]).unwrap();
    let groups = script.client().groups_of_user(POOL, &jane).await.unwrap();
    let told: Vec<(&str, Option<&str>)> = groups
        .iter()
        .map(|group| (group.name.as_str(), group.description.as_deref()))
        .collect();
    assert_eq!(told, [("staff", Some("All staff")), ("nurses", None)]);
    assert_eq!(script.asked()[1].body["NextToken"], "n");
}
