//! Profiles as people write them, and what is made of them.

use std::fs;
use std::path::Path;

use super::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn written(directory: &Path, config: &str, credentials: &str) -> std::io::Result<ProfileFiles> {
    let files = ProfileFiles::at(directory.join("config"), directory.join("credentials"));
    fs::write(directory.join("config"), config)?;
    fs::write(directory.join("credentials"), credentials)?;
    Ok(files)
}

async fn found(config: &str, credentials: &str) -> Result<Vec<Profile>, Failure> {
    let directory = tempfile::tempdir().map_err(|_| FailureCode::Unknown)?;
    let files = written(directory.path(), config, credentials).map_err(|_| FailureCode::Unknown)?;
    profiles(&files).await
}

/// Name, kind, Region, second factor, problem and its detail.
type Line = (
    &'static str,
    ProfileKind,
    Option<&'static str>,
    bool,
    Option<(FailureCode, Option<&'static str>)>,
);

const CONFIG: &str = "
[default]
region = eu-central-1

[profile keys]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
region = not a region

[profile half]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE

[profile role]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = keys
region = us-east-1

[profile factor]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = keys
mfa_serial = arn:aws:iam::123456789012:mfa/noah

[profile on-factor]
role_arn = arn:aws:iam::123456789012:role/other
source_profile = factor

[profile itself]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = itself
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

[profile loop]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = pool

[profile pool]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = loop

[profile loop-itself]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = loop-itself

[profile no-source]
role_arn = arn:aws:iam::123456789012:role/desk

[profile lost-source]
role_arn = arn:aws:iam::123456789012:role/desk
source_profile = nowhere

[profile cloud]
role_arn = arn:aws:iam::123456789012:role/desk
credential_source = Ec2InstanceMetadata

[profile web]
role_arn = arn:aws:iam::123456789012:role/desk
web_identity_token_file = /tmp/token

[profile bad-role]
role_arn = desk
source_profile = keys

[profile program]
credential_process = /opt/keys --secret hunter2

[profile center]
sso_session = work
sso_account_id = 123456789012
sso_role_name = HelpDesk

[profile center-old]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = eu-central-1
sso_account_id = 123456789012
sso_role_name = HelpDesk

[profile center-lost]
sso_session = play
sso_account_id = 123456789012
sso_role_name = HelpDesk

[profile center-half]
sso_session = work
sso_account_id = 123456789012

[profile console]
login_session = arn:aws:iam::123456789012:user/noah

[sso-session work]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = eu-central-1
";

#[tokio::test]
async fn every_kind_of_profile_is_told() -> Outcome {
    use ProfileKind::{ConsoleLogin, IdentityCenter, Incomplete, Process, Role, Static};
    let unusable = |key| Some((FailureCode::ProfileUnusable, Some(key)));
    let expected: [Line; 21] = [
        (
            "default",
            Incomplete,
            Some("eu-central-1"),
            false,
            unusable("aws_access_key_id"),
        ),
        ("bad-role", Incomplete, None, false, unusable("role_arn")),
        ("center", IdentityCenter, None, false, None),
        ("center-half", Incomplete, None, false, unusable("sso_role_name")),
        ("center-lost", Incomplete, None, false, unusable("sso_session")),
        ("center-old", IdentityCenter, None, false, None),
        ("cloud", Incomplete, None, false, unusable("credential_source")),
        ("console", ConsoleLogin, None, false, None),
        ("factor", Role, None, true, None),
        ("half", Incomplete, None, false, unusable("aws_secret_access_key")),
        ("itself", Role, None, false, None),
        ("keys", Static, None, false, None),
        (
            "loop",
            Incomplete,
            None,
            false,
            Some((FailureCode::ProfileLoops, None)),
        ),
        // Not a loop of roles but a role without anything beneath it.
        (
            "loop-itself",
            Incomplete,
            None,
            false,
            unusable("aws_access_key_id"),
        ),
        ("lost-source", Incomplete, None, false, unusable("source_profile")),
        ("no-source", Incomplete, None, false, unusable("source_profile")),
        ("on-factor", Role, None, true, None),
        (
            "pool",
            Incomplete,
            None,
            false,
            Some((FailureCode::ProfileLoops, None)),
        ),
        ("program", Process, None, false, None),
        ("role", Role, Some("us-east-1"), false, None),
        (
            "web",
            Incomplete,
            None,
            false,
            unusable("web_identity_token_file"),
        ),
    ];
    let listed = found(CONFIG, "").await?;
    let lines: Vec<_> = listed
        .iter()
        .map(|profile| {
            (
                profile.name.as_str(),
                profile.kind,
                profile.region.as_deref(),
                profile.needs_factor,
                profile
                    .problem
                    .as_ref()
                    .map(|problem| (problem.code, problem.detail.as_deref())),
            )
        })
        .collect();
    assert_eq!(lines, expected);
    let page = serde_json::to_string(&listed)?;
    assert!(
        !page.contains("AKIA") && !page.contains("hunter2") && !page.contains("EXAMPLEKEY"),
        "{page}"
    );
    Ok(())
}

#[tokio::test]
async fn roles_are_assumed_from_the_source_on() -> Outcome {
    let directory = tempfile::tempdir()?;
    let (set, _) = written(directory.path(), CONFIG, "")?.read().await?;
    let chain = chain(&set, "on-factor")?;
    let roles: Vec<&str> = chain.roles.iter().map(|hop| hop.role.arn.as_str()).collect();
    assert_eq!(
        roles,
        [
            "arn:aws:iam::123456789012:role/desk",
            "arn:aws:iam::123456789012:role/other"
        ]
    );
    Ok(())
}

#[tokio::test]
async fn keys_may_be_in_either_file() -> Outcome {
    let credentials = "[desk]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret";
    let listed = found("[profile desk]\nregion = eu-west-1", credentials).await?;
    assert!(listed.iter().any(|profile| {
        profile.name == "desk"
            && profile.kind == ProfileKind::Static
            && profile.region.as_deref() == Some("eu-west-1")
    }));
    Ok(())
}

#[tokio::test]
async fn files_that_are_not_there_hold_no_profiles() -> Outcome {
    let directory = tempfile::tempdir()?;
    let files = ProfileFiles::at(directory.path().join("a"), directory.path().join("b"));
    assert!(profiles(&files).await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_broken_file_is_named_with_its_line_and_not_its_words() -> Outcome {
    let broken = found("", "[desk]\naws_secret_access_key wJalrXUtnFEMI").await;
    let problem = Failure::new(FailureCode::ProfileUnusable).detail("credentials:2");
    assert!(broken.is_err_and(|failure| failure == problem));
    let directory = tempfile::tempdir()?;
    let files = written(directory.path(), "", "")?;
    fs::write(directory.path().join("config"), [b'[', 0xff, b']'])?;
    let problem = Failure::new(FailureCode::ProfileUnusable).detail("config");
    assert!(profiles(&files).await.is_err_and(|failure| failure == problem));
    Ok(())
}

#[tokio::test]
async fn the_stamp_changes_with_the_file() -> Outcome {
    let directory = tempfile::tempdir()?;
    let files = written(directory.path(), "[default]", "")?;
    let (_, before) = files.read().await?;
    assert!(files.stamp().await? == before);
    fs::write(directory.path().join("credentials"), "[default]\n")?;
    assert!(files.stamp().await? != before);
    Ok(())
}
