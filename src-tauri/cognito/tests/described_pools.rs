//! Pools and app clients as the service describes them, as they become ours: shapes as recorded, and
//! what stands for what it leaves out (facts 5.5, 6.3, 6.5).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod scripted;

use cognito::password::PasswordPolicy;
use cognito::{AppClient, Mailer, MfaRule, PoolSettings, RecoveryMechanism, SecondFactor, SignInName};
use scripted::{Answer, Script};
use secrecy::ExposeSecret;
use serde_json::{Value, json};

const POOL: &str = "eu-central-1_abcDEF123";

async fn pool(pool: Value, factors: Answer) -> PoolSettings {
    let script = Script::of([Answer::ok(&json!({ "UserPool": pool }).to_string()), factors]);
    script.client().describe_user_pool(POOL).await.unwrap()
}

fn no_factors() -> Answer {
    Answer::ok(r#"{"MfaConfiguration":"OFF"}"#)
}

#[tokio::test]
async fn a_pool_with_everything_set() {
    let described = json!({
        "Id": POOL,
        "Name": "Northwind",
        "Arn": "arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_abcDEF123",
        "CreationDate": 1_689_721_665.239,
        "EstimatedNumberOfUsers": 1204,
        "UserPoolTier": "ESSENTIALS",
        "MfaConfiguration": "OPTIONAL",
        "Policies": {
            "PasswordPolicy": {
                "MinimumLength": 12, "RequireUppercase": true, "RequireLowercase": true,
                "RequireNumbers": true, "RequireSymbols": false, "PasswordHistorySize": 3,
                "TemporaryPasswordValidityDays": 30,
            },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD"] },
        },
        "AccountRecoverySetting": { "RecoveryMechanisms": [
            { "Priority": 2, "Name": "verified_phone_number" },
            { "Priority": 1, "Name": "verified_email" },
        ] },
        "AliasAttributes": ["email", "phone_number", "preferred_username"],
        "AutoVerifiedAttributes": ["email"],
        "UsernameConfiguration": { "CaseSensitive": false },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true, "UnusedAccountValidityDays": 9 },
        "EmailConfiguration": {
            "EmailSendingAccount": "DEVELOPER",
            "From": "Northwind <help@northwind.example>",
            "SourceArn": "arn:aws:ses:eu-central-1:111122223333:identity/other@northwind.example",
        },
        "EmailConfigurationFailure": "EmailAddressNotVerified",
        "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "x" },
        "SmsConfigurationFailure": "SNSSandbox",
        "LambdaConfig": {
            "CustomMessage": "arn:aws:lambda:eu-central-1:111122223333:function:a",
            "PreSignUp": "arn:aws:lambda:eu-central-1:111122223333:function:b",
            "UserMigration": "arn:aws:lambda:eu-central-1:111122223333:function:c",
            "PostConfirmation": "arn:aws:lambda:eu-central-1:111122223333:function:d",
            "CustomEmailSender": { "LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:eu-central-1:1:function:e" },
            "CustomSMSSender": { "LambdaVersion": "V1_0", "LambdaArn": "arn:aws:lambda:eu-central-1:1:function:f" },
            "KMSKeyID": "arn:aws:kms:eu-central-1:111122223333:key/g",
        },
    });
    let factors = json!({
        "SmsMfaConfiguration": {
            "SmsAuthenticationMessage": "Your code is {####}",
            "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/sms" },
        },
        "SoftwareTokenMfaConfiguration": { "Enabled": true },
        "EmailMfaConfiguration": { "Message": "Your code is {####}", "Subject": "Code" },
        "MfaConfiguration": "OPTIONAL",
    });
    let expected = PoolSettings {
        region: "eu-central-1".into(),
        id: POOL.into(),
        name: "Northwind".into(),
        recovery: vec![RecoveryMechanism::VerifiedEmail, RecoveryMechanism::VerifiedPhone],
        username_contacts: vec![],
        alias_contacts: vec![SignInName::Email, SignInName::Phone],
        case_sensitive: false,
        mfa: MfaRule::Optional,
        factors: Some(vec![
            SecondFactor::Sms,
            SecondFactor::Email,
            SecondFactor::Authenticator,
        ]),
        auto_verified: vec![SignInName::Email],
        password_policy: PasswordPolicy {
            minimum_length: 12,
            require_uppercase: true,
            require_lowercase: true,
            require_numbers: true,
            require_symbols: false,
        },
        password_history: 3,
        temporary_password_days: 30,
        mailer: Mailer::Ses,
        mail_from: Some("Northwind <help@northwind.example>".into()),
        sms_configured: true,
        sms_failure: Some("SNSSandbox".into()),
        mail_failure: Some("EmailAddressNotVerified".into()),
        admin_creates_only: true,
        functions: [
            "CustomMessage",
            "UserMigration",
            "PostConfirmation",
            "CustomEmailSender",
            "CustomSMSSender",
        ]
        .map(str::to_owned)
        .to_vec(),
        estimated_users: 1204,
        tier: Some("ESSENTIALS".into()),
    };
    assert_eq!(pool(described, Answer::ok(&factors.to_string())).await, expected);
}

#[tokio::test]
async fn what_an_old_pool_leaves_out_has_the_services_defaults() {
    let old = pool(
        json!({ "Id": POOL, "Name": "Old", "UsernameAttributes": ["email", "phone_number"] }),
        no_factors(),
    )
    .await;
    // Never set: the old rule, not a setting of ours (moto#4469).
    assert_eq!(old.recovery, []);
    assert!(old.case_sensitive);
    assert_eq!(old.temporary_password_days, 7);
    assert_eq!(old.password_policy.minimum_length, 8);
    assert_eq!(old.password_history, 0);
    assert_eq!(old.mailer, Mailer::CognitoDefault);
    assert_eq!(old.mail_from, None);
    assert_eq!((old.mfa, old.factors), (MfaRule::Off, Some(vec![])));
    assert_eq!(old.username_contacts, [SignInName::Email, SignInName::Phone]);
    assert!(!old.sms_configured && !old.admin_creates_only && old.functions.is_empty());
    assert_eq!(old.tier, None);
}

#[tokio::test]
async fn the_life_of_a_temporary_password_is_the_newer_setting_if_there_is_one() {
    for (by_policy, by_account, days) in [
        (json!(3), json!(9), 3),
        (json!(0), json!(9), 9),
        (json!(null), json!(9), 9),
        (json!(0), json!(0), 7),
        (json!(null), json!(null), 7),
    ] {
        let mut policy = json!({ "MinimumLength": 8 });
        let mut account = json!({ "AllowAdminCreateUserOnly": false });
        if !by_policy.is_null() {
            policy["TemporaryPasswordValidityDays"] = by_policy.clone();
        }
        if !by_account.is_null() {
            account["UnusedAccountValidityDays"] = by_account.clone();
        }
        let described = json!({
            "Id": POOL, "Name": "P", "Policies": { "PasswordPolicy": policy }, "AdminCreateUserConfig": account,
        });
        let settings = pool(described, no_factors()).await;
        assert_eq!(settings.temporary_password_days, days, "{by_policy} {by_account}");
        assert!(!settings.password_policy.require_symbols);
    }
}

#[tokio::test]
async fn the_senders_address_is_taken_from_the_identity_where_no_from_is_set() {
    for (arn, from) in [
        (
            "arn:aws:ses:eu-central-1:1:identity/help@northwind.example",
            Some("help@northwind.example"),
        ),
        ("arn:aws:ses:eu-central-1:1:identity/northwind.example", None),
    ] {
        let mail = json!({ "EmailSendingAccount": "DEVELOPER", "SourceArn": arn });
        let settings = pool(
            json!({ "Id": POOL, "Name": "P", "EmailConfiguration": mail }),
            no_factors(),
        )
        .await;
        assert_eq!(settings.mail_from.as_deref(), from);
    }
}

#[tokio::test]
async fn without_permission_for_the_second_factors_they_are_unknown_and_the_rest_is_there() {
    let denied = Answer::refusal(
        "AccessDeniedException",
        "User: x is not authorized to perform: cognito-idp:GetUserPoolMfaConfig on resource: y",
    );
    let settings = pool(
        json!({ "Id": POOL, "Name": "P", "MfaConfiguration": "ON" }),
        denied,
    )
    .await;
    assert_eq!((settings.mfa, settings.factors), (MfaRule::Required, None));
}

async fn app_client(described: Value) -> (AppClient, Option<String>) {
    let script = Script::of([Answer::ok(&json!({ "UserPoolClient": described }).to_string())]);
    let (client, secret) = script
        .client()
        .describe_app_client(POOL, "4p1c2e3x")
        .await
        .unwrap();
    (
        client,
        secret.map(|secret| secret.expose().expose_secret().to_owned()),
    )
}

#[tokio::test]
async fn a_client_with_everything_set() {
    let secret = "1northwindpracticeclientsecretof51charactersxxxxxxx";
    let (client, told) = app_client(json!({
        "ClientId": "4p1c2e3x", "ClientName": "web", "UserPoolId": POOL, "ClientSecret": secret,
        "ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        "PreventUserExistenceErrors": "ENABLED", "EnableTokenRevocation": true, "AuthSessionValidity": 15,
        "AccessTokenValidity": 90, "TokenValidityUnits": { "AccessToken": "seconds", "IdToken": "hours" },
    }))
    .await;
    let expected = AppClient {
        id: "4p1c2e3x".into(),
        name: "web".into(),
        has_secret: true,
        hides_accounts: true,
        password_by_srp: false,
        password_plain: true,
        choice_of_factors: true,
        revokes_tokens: true,
        session_minutes: 15,
        access_token_minutes: 2,
    };
    assert_eq!((client, told.as_deref()), (expected, Some(secret)));
}

#[tokio::test]
async fn what_a_client_leaves_out_has_the_services_defaults() {
    let (client, secret) = app_client(json!({ "ClientId": "4p1c2e3x", "ClientName": "old" })).await;
    let expected = AppClient {
        id: "4p1c2e3x".into(),
        name: "old".into(),
        has_secret: false,
        hides_accounts: false,
        password_by_srp: true,
        password_plain: false,
        choice_of_factors: false,
        revokes_tokens: false,
        session_minutes: 3,
        access_token_minutes: 60,
    };
    assert_eq!((client, secret), (expected, None));
}

#[tokio::test]
async fn flows_have_older_names_too() {
    for (flows, by_srp, plain) in [
        (json!([]), true, false),
        (json!(["ADMIN_NO_SRP_AUTH"]), true, false),
        (json!(["USER_PASSWORD_AUTH"]), true, true),
        (json!(["CUSTOM_AUTH_FLOW_ONLY"]), false, false),
        (json!(["ALLOW_USER_SRP_AUTH"]), true, false),
        (
            json!(["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
            false,
            false,
        ),
    ] {
        let (client, _) =
            app_client(json!({ "ClientId": "c", "ClientName": "c", "ExplicitAuthFlows": flows })).await;
        assert_eq!(
            (client.password_by_srp, client.password_plain),
            (by_srp, plain),
            "{flows}"
        );
    }
}

#[tokio::test]
async fn the_life_of_an_access_token_has_a_unit() {
    for (validity, units, minutes) in [
        (json!(2), json!({}), 120),
        (json!(2), json!({ "AccessToken": "hours" }), 120),
        (json!(5), json!({ "AccessToken": "minutes" }), 5),
        (json!(301), json!({ "AccessToken": "seconds" }), 6),
        (json!(1), json!({ "AccessToken": "days" }), 1440),
        (json!(0), json!({ "AccessToken": "days" }), 60),
    ] {
        let (client, _) = app_client(json!({
            "ClientId": "c", "ClientName": "c", "AccessTokenValidity": validity, "TokenValidityUnits": units,
        }))
        .await;
        assert_eq!(client.access_token_minutes, minutes, "{validity} {units}");
    }
}

#[tokio::test]
async fn pools_and_clients_are_listed_page_by_page() {
    let script = Script::of([
        Answer::ok(r#"{"UserPools":[{"Id":"eu-central-1_a","Name":"A","LambdaConfig":{}}],"NextToken":"n"}"#),
        Answer::ok(r#"{"UserPools":[]}"#),
        Answer::ok(
            r#"{"UserPoolClients":[{"ClientId":"c","ClientName":"web","UserPoolId":"x"}],"NextToken":"m"}"#,
        ),
    ]);
    let client = script.client();
    let page = client.list_user_pools(None).await.unwrap();
    assert_eq!(
        (
            page.pools[0].region.as_str(),
            page.pools[0].id.as_str(),
            page.pools[0].name.as_str()
        ),
        ("eu-central-1", "eu-central-1_a", "A")
    );
    let end = client.list_user_pools(page.next.as_ref()).await.unwrap();
    assert!(end.pools.is_empty() && end.next.is_none());
    let clients = client.list_app_clients(POOL, None).await.unwrap();
    assert_eq!(clients.clients[0].name, "web");
    assert!(clients.next.is_some());
    let asked = script.asked();
    assert_eq!(asked[0].body, json!({ "MaxResults": 60 }));
    assert_eq!(asked[1].body, json!({ "MaxResults": 60, "NextToken": "n" }));
    assert_eq!(asked[2].body, json!({ "MaxResults": 60, "UserPoolId": POOL }));
}
