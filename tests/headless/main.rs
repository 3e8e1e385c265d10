//! The real program without any display: the self-check, the log it leaves, and the removal of everything it keeps.
//! The desktop, its keychain and the pool are real and the test's own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use peers::{Desktop, Keychain, PracticePort};
use serde_json::Value;

type Outcome = Result<(), Box<dyn Error>>;

/// A desktop without a display.
struct Headless {
    desktop: Desktop,
}

impl Headless {
    fn new(keychain: Keychain) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            desktop: Desktop::start(keychain)?,
        })
    }

    fn environment(&self) -> HashMap<&'static str, String> {
        let mut environment = self.desktop.environment().clone();
        environment.insert("XDG_STATE_HOME", self.home("state").display().to_string());
        environment
    }

    fn home(&self, path: &str) -> PathBuf {
        self.desktop.home().join(path)
    }

    /// Runs the program with these arguments and this input.
    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_readmit"))
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(self.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _not_asked = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    /// The self-check as JSON, and its exit code.
    fn checked(&self) -> (Value, i32) {
        let output = self.run(&["--self-check", "--json"], "");
        let text = String::from_utf8(output.stdout).unwrap();
        let json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        (json, output.status.code().unwrap())
    }

    /// Sets up the connection to a practice pool that answers at this address.
    fn connect_to(&self, endpoint: &str, client_id: &str) {
        let settings = serde_json::json!({
            "connection": {
                "readmit": 1, "name": "Northwind", "region": "eu-central-1",
                "userPoolId": "eu-central-1_Nw1ndPrct", "clientId": client_id, "endpoint": endpoint,
            },
            "secretInKeychain": false,
        });
        fs::create_dir_all(self.home("config/readmit")).unwrap();
        fs::write(self.home("config/readmit/settings.json"), settings.to_string()).unwrap();
    }
}

const NORTHWIND_CLIENT: &str = "4n0rthw1ndpract1ceclient26";

fn code(report: &Value, check: &str) -> String {
    let checks = report["checks"].as_array().unwrap();
    let found = checks.iter().find(|each| each["check"] == check).unwrap();
    found["code"].as_str().unwrap().to_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn everything_passes_where_everything_is_there() -> Outcome {
    let here = Headless::new(Keychain::Unlocked)?;
    let port = PracticePort::start(&[])?;
    here.connect_to(port.base_url(), NORTHWIND_CLIENT);
    let (report, exit) = here.checked();
    assert_eq!(exit, 0, "{report:#}");
    assert_eq!(report["format"], 1);
    assert_eq!(report["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["passed"], true);
    assert_eq!(report["checks"].as_array().unwrap().len(), 9);
    for (check, expected) in [
        ("policy", "policy-none"),
        ("settings", "settings-fine"),
        ("web-view", "web-view-fine"),
        ("keychain", "keychain-fine"),
        ("proxy", "proxy-none"),
        ("name-lookup", "name-lookup-fine"),
        ("secure-connection", "secure-connection-fine"),
        ("pool", "pool-fine"),
    ] {
        assert_eq!(code(&report, check), expected);
    }
    // What was put into the keychain to try it is gone.
    assert!(here.desktop.keychain_items("service", "Readmit")?.is_empty());
    // No user was asked for anything.
    assert!(port.inbox()?.is_empty());

    let table = here.run(&["--self-check", "--language", "de"], "");
    let table = text(&table.stdout);
    assert!(
        table.contains("Der Anmeldedienst antwortet für Northwind."),
        "{table}"
    );
    assert!(table.ends_with("Es gibt keinen Fehler.\n"), "{table}");
    Ok(())
}

#[test]
fn each_state_of_the_keychain_is_told() -> Outcome {
    let port = PracticePort::start(&[])?;
    for (state, expected, exit) in [
        (Keychain::Absent, "keychain-absent", 0),
        // Nothing on this desktop can ask for the password, so the prompt ends as if it were refused.
        (Keychain::Locked, "keychain-denied", 1),
    ] {
        let here = Headless::new(state)?;
        here.connect_to(port.base_url(), NORTHWIND_CLIENT);
        let (report, code_of_exit) = here.checked();
        assert_eq!(code(&report, "keychain"), expected);
        assert_eq!(code_of_exit, exit, "{report:#}");
        assert_eq!(report["passed"], exit == 0);
        // One that fails stops no other.
        assert_eq!(code(&report, "pool"), "pool-fine");
    }
    Ok(())
}

#[test]
fn what_is_broken_is_named_and_the_rest_is_checked() -> Outcome {
    let here = Headless::new(Keychain::Absent)?;
    let port = PracticePort::start(&[])?;
    here.connect_to(port.base_url(), "0unknownclient00000000000");
    fs::write(here.home("config/readmit/desk.json"), "{ damaged")?;
    let (report, exit) = here.checked();
    assert_eq!(exit, 1);
    assert_eq!(code(&report, "settings"), "settings-damaged");
    assert_eq!(code(&report, "pool"), "pool-unknown");
    assert_eq!(code(&report, "secure-connection"), "secure-connection-fine");

    // Nobody answers there any more.
    let gone = port.base_url().to_owned();
    drop(port);
    here.connect_to(&gone, NORTHWIND_CLIENT);
    let (report, exit) = here.checked();
    assert_eq!(exit, 1);
    assert_eq!(code(&report, "secure-connection"), "secure-connection-blocked");
    assert_eq!(code(&report, "clock"), "clock-unknown");
    assert_eq!(code(&report, "pool"), "pool-failed");

    let table = text(&here.run(&["--self-check", "--language", "en"], "").stdout);
    assert!(table.contains("FAILED   Settings"), "{table}");
    assert!(table.contains("~/config/readmit/desk.json"), "{table}");
    assert!(table.contains("Something failed."), "{table}");
    Ok(())
}

#[test]
fn a_wrong_command_line_is_refused_with_a_code_of_its_own() -> Outcome {
    let here = Headless::new(Keychain::Absent)?;
    for wrong in [
        &["--colour"][..],
        &["--json"],
        &["--self-check", "--desk"],
        &["a", "b"],
    ] {
        let output = here.run(wrong, "");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        let said = text(&output.stderr);
        assert!(said.starts_with("readmit: ") && said.contains("--help"), "{said}");
        assert!(output.stdout.is_empty());
    }
    for (question, answer) in [
        ("--help", "Usage: readmit"),
        ("--version", env!("CARGO_PKG_VERSION")),
    ] {
        let output = here.run(&[question], "");
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout).contains(answer));
    }
    assert!(!here.home("state").exists(), "a question leaves nothing behind");
    Ok(())
}

#[test]
fn the_log_is_closed_to_others_and_holds_no_more_than_asked() -> Outcome {
    let here = Headless::new(Keychain::Absent)?;
    let port = PracticePort::start(&[])?;
    here.connect_to(port.base_url(), NORTHWIND_CLIENT);
    let log = here.home("state/readmit/readmit.log");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;

    here.run(&["--self-check", "--log-level", "off"], "");
    assert_eq!(fs::read_to_string(&log).unwrap_or_default(), "");
    here.run(&["--self-check"], "");
    let informed = fs::read_to_string(&log)?;
    assert!(
        informed.contains(" INFO ") && !informed.contains("DEBUG"),
        "{informed}"
    );
    here.run(&["--self-check", "--log-level", "trace"], "");
    let traced = fs::read_to_string(&log)?;
    assert!(
        traced.contains(" DEBUG cognito::noted: called operation=\"InitiateAuth\""),
        "{traced}"
    );
    // The SDK says far more than we do at this level, and none of it.
    for line in traced.lines() {
        let target = line.split_whitespace().nth(2).unwrap_or_default();
        let ours = ["readmit", "cognito", "access", "desk", "network", "policy"];
        let name = target.split(':').next().unwrap_or_default();
        assert!(ours.contains(&name), "{line}");
    }
    assert!(!traced.contains(NORTHWIND_CLIENT) && !traced.contains("Northwind"));
    assert_eq!(mode(&log), 0o600);
    assert_eq!(mode(&here.home("state/readmit")), 0o700);
    Ok(())
}

#[test]
fn user_data_goes_when_somebody_says_so_and_nothing_else_does() -> Outcome {
    let here = Headless::new(Keychain::Unlocked)?;
    let purge = |more: &[&str], input: &str| {
        let mut arguments = vec!["--purge-user-data", "--language", "en"];
        arguments.extend(more);
        here.run(&arguments, input)
    };
    let nothing = purge(&[], "");
    assert_eq!(nothing.status.code(), Some(0));
    assert!(
        text(&nothing.stdout).contains("keeps nothing"),
        "{}",
        text(&nothing.stdout)
    );

    here.connect_to("http://127.0.0.1:9", NORTHWIND_CLIENT);
    here.run(&["--self-check"], "");
    fs::write(here.home("config/readmit/settings.json.bad"), "{")?;
    fs::write(here.home("config/readmit/notes.txt"), "mine")?;
    fs::create_dir_all(here.home("data/app.readmit.Readmit/storage"))?;
    fs::write(here.home("data/app.readmit.Readmit/storage/x"), "x")?;
    let elsewhere = here.home("elsewhere");
    fs::create_dir(&elsewhere)?;
    fs::write(elsewhere.join("kept"), "mine")?;
    std::os::unix::fs::symlink(&elsewhere, here.home("data/app.readmit.Readmit/link"))?;

    let asked = purge(&[], "no\n");
    assert_eq!(asked.status.code(), Some(1));
    let listed = text(&asked.stdout);
    for named in [
        "~/config/readmit",
        "~/state/readmit",
        "~/data/app.readmit.Readmit",
        "Nothing was removed.",
    ] {
        assert!(listed.contains(named), "{named}: {listed}");
    }
    assert!(here.home("config/readmit/settings.json").exists());

    let done = purge(&[], "yes\n");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(!here.home("config/readmit/settings.json").exists());
    assert!(!here.home("config/readmit/settings.json.bad").exists());
    assert!(!here.home("state/readmit").exists());
    assert!(!here.home("data/app.readmit.Readmit").exists());
    assert_eq!(fs::read_to_string(here.home("config/readmit/notes.txt"))?, "mine");
    assert_eq!(fs::read_to_string(elsewhere.join("kept"))?, "mine");
    assert!(text(&done.stdout).contains("notes.txt"));
    Ok(())
}
