//! One script, one pool, one test.
#![expect(
    clippy::print_stdout,
    reason = "the named checks are what a reader of the test wants to see"
)]

use peers::{Error, PoolSpec, PracticePort};

fn python(script: &str) -> Result<(), Error> {
    let port = PracticePort::start(&["--empty"])?;
    println!("{}", wire::python(&port, script)?);
    Ok(())
}

fn seeded(script: &str) -> Result<(), Error> {
    let port = PracticePort::start(&[])?;
    println!("{}", wire::python(&port, script)?);
    Ok(())
}

#[test]
fn boto3_recovers() -> Result<(), Error> {
    python("recovery.py")
}

#[test]
fn boto3_and_pycognito_sign_in() -> Result<(), Error> {
    python("sign_in.py")
}

#[test]
fn pycognito_and_boto3_answer_challenges() -> Result<(), Error> {
    python("challenges.py")
}

#[test]
fn pycognito_recovers() -> Result<(), Error> {
    python("with_pycognito.py")
}

#[test]
fn boto3_administers() -> Result<(), Error> {
    python("administration.py")
}

#[test]
fn the_aws_cli_runs_every_operation() -> Result<(), Error> {
    python("aws_cli.py")
}

#[test]
fn answers_have_the_services_form() -> Result<(), Error> {
    python("form.py")
}

#[test]
fn boto3_meets_faults() -> Result<(), Error> {
    python("faults.py")
}

#[test]
fn boto3_finds_everyone_in_their_state() -> Result<(), Error> {
    seeded("seeded.py")
}

#[test]
fn boto3_works_at_the_help_desk() -> Result<(), Error> {
    seeded("desk.py")
}

#[tokio::test(flavor = "multi_thread")]
async fn amazon_cognito_identity_js_recovers() -> Result<(), Error> {
    let port = PracticePort::start(&["--empty"])?;
    let pool = port.administrator().create_pool(&PoolSpec::default()).await?;
    let environment = [
        ("POOL_ID", pool.pool_id.as_str()),
        ("CLIENT_ID", pool.client_id.as_str()),
    ];
    println!("{}", wire::node(&port, "recovery.cjs", &environment)?);
    Ok(())
}

#[test]
fn amazon_cognito_identity_js_answers_challenges() -> Result<(), Error> {
    let port = PracticePort::start(&[])?;
    println!("{}", wire::node(&port, "challenges.cjs", &[])?);
    Ok(())
}

#[test]
fn amplify_signs_in_and_recovers() -> Result<(), Error> {
    let port = PracticePort::start(&[])?;
    println!("{}", wire::node(&port, "amplify.cjs", &[])?);
    Ok(())
}
