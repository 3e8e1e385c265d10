//! Access keys in a real keychain, gnome-keyring, in each state it can be in. AWS is ministack, which
//! checks signatures.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use keychains::{Came, Outcome, Plan, Step, done};
use peers::{Desktop, IamKey, IdentityCenter, Keychain, Ministack};

/// Under this name a person finds what is ours in their keychain.
const SERVICE: (&str, &str) = ("service", "Readmit");

fn plan(ministack: &Ministack, steps: Vec<Step>) -> Plan {
    Plan {
        sts: Some(ministack.base_url().to_owned()),
        oidc: None,
        portal: None,
        steps,
    }
}

fn accept(key: &IamKey) -> Step {
    Step::Accept {
        id: key.id.clone(),
        secret: key.secret.clone(),
        token: None,
    }
}

fn open(key: &IamKey) -> Step {
    Step::OpenKeys { ending: ending(key) }
}

fn forget(key: &IamKey) -> Step {
    Step::Forget { ending: ending(key) }
}

fn ending(key: &IamKey) -> String {
    key.id.chars().skip(key.id.len() - 4).collect()
}

/// What came of the steps, done by a new process on this desktop.
fn came(desktop: &Desktop, plan: &Plan) -> Result<Vec<Came>, Box<dyn std::error::Error>> {
    let program = Path::new(env!("CARGO_BIN_EXE_access-steps"));
    done(program, desktop.environment(), plan, |_| {
        Err("nothing was to be done meanwhile".into())
    })
}

fn items(desktop: &Desktop) -> Result<usize, peers::Error> {
    Ok(desktop.keychain_items(SERVICE.0, SERVICE.1)?.len())
}

/// Whether any file under the directory holds this text in clear.
fn is_written_down(text: &str, directory: &Path) -> std::io::Result<bool> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let found = if entry.file_type()?.is_dir() {
            is_written_down(text, &entry.path())?
        } else if entry.file_type()?.is_file() {
            let bytes = fs::read(entry.path())?;
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        } else {
            false
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

#[test]
fn keys_are_kept_replaced_and_forgotten_to_the_last() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let maria = ministack.create_iam_user("maria")?;
    let desktop = Desktop::start(Keychain::Unlocked)?;

    let kept = came(&desktop, &plan(&ministack, vec![accept(&noah)]))?;
    assert_eq!(kept, [Came::named("noah")]);
    assert_eq!(items(&desktop)?, 2);
    assert!(!is_written_down(&noah.secret, desktop.home())?);

    // A new process knows them by their ending alone.
    let found = came(&desktop, &plan(&ministack, vec![open(&noah)]))?;
    assert_eq!(found, [Came::named("noah")]);

    // Accepted twice, they are there once; replaced, the old ones are gone.
    let steps = vec![
        accept(&noah),
        accept(&maria),
        forget(&noah),
        open(&noah),
        open(&maria),
    ];
    let replaced = came(&desktop, &plan(&ministack, steps))?;
    assert_eq!(
        replaced,
        [
            Came::named("noah"),
            Came::named("maria"),
            Came::default(),
            Came::failed("keychain-item-gone"),
            Came::named("maria"),
        ]
    );
    assert_eq!(items(&desktop)?, 2);

    let forgotten = came(&desktop, &plan(&ministack, vec![forget(&maria), forget(&maria)]))?;
    assert_eq!(forgotten, [Came::default(), Came::default()]);
    assert_eq!(items(&desktop)?, 0);
    assert!(!is_written_down(&maria.secret, desktop.home())?);
    Ok(())
}

#[test]
fn keys_that_aws_does_not_know_are_kept_nowhere() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let desktop = Desktop::start(Keychain::Unlocked)?;
    let wrong = IamKey {
        secret: noah.secret.chars().rev().collect(),
        ..noah.clone()
    };
    let steps = vec![accept(&wrong), open(&wrong)];
    assert_eq!(
        came(&desktop, &plan(&ministack, steps))?,
        [Came::failed("access-invalid"), Came::failed("keychain-item-gone")]
    );
    assert_eq!(items(&desktop)?, 0);
    Ok(())
}

#[test]
fn keys_of_a_deleted_user_are_told_as_wrong() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let desktop = Desktop::start(Keychain::Unlocked)?;
    let steps = vec![accept(&noah), open(&noah), Step::Pause, open(&noah)];
    let program = Path::new(env!("CARGO_BIN_EXE_access-steps"));
    let came = done(program, desktop.environment(), &plan(&ministack, steps), |_| {
        ministack.iam(
            "DeleteAccessKey",
            &[("UserName", "noah"), ("AccessKeyId", &noah.id)],
        )?;
        ministack.iam("DeleteUser", &[("UserName", "noah")])?;
        Ok(())
    })?;
    assert_eq!(
        came,
        [
            Came::named("noah"),
            Came::named("noah"),
            Came::failed("access-invalid")
        ]
    );
    // They are the person's to forget, not ours.
    assert_eq!(items(&desktop)?, 2);
    Ok(())
}

#[test]
fn a_locked_keychain_is_said_and_the_keys_held_in_memory() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let mut desktop = Desktop::start(Keychain::Locked)?;
    let started = Instant::now();
    let steps = vec![accept(&noah), open(&noah)];
    let came_locked = came(&desktop, &plan(&ministack, steps))?;
    let [accepted, opened] = came_locked.as_slice() else {
        return Err("two steps".into());
    };
    assert_eq!(accepted.name.as_deref(), Some("noah"));
    // Nothing on this desktop can ask for the password, so the prompt ends as if it were refused.
    assert_eq!(accepted.not_kept.as_deref(), Some("keychain-denied"));
    assert_eq!(*opened, Came::named("noah"));
    // Another process has nothing in memory.
    let elsewhere = came(&desktop, &plan(&ministack, vec![open(&noah)]))?;
    assert_eq!(elsewhere, [Came::failed("keychain-item-gone")]);
    assert!(started.elapsed() < Duration::from_secs(60));

    // Keys that were kept before the keychain was locked are still there, and can't be had.
    desktop.set_keychain(Keychain::Unlocked)?;
    assert_eq!(
        came(&desktop, &plan(&ministack, vec![accept(&noah)]))?,
        [Came::named("noah")]
    );
    desktop.set_keychain(Keychain::Locked)?;
    assert_eq!(
        came(&desktop, &plan(&ministack, vec![open(&noah)]))?,
        [Came::failed("keychain-denied")]
    );
    desktop.set_keychain(Keychain::Unlocked)?;
    assert_eq!(
        came(&desktop, &plan(&ministack, vec![open(&noah)]))?,
        [Came::named("noah")]
    );
    Ok(())
}

#[test]
fn without_a_keychain_keys_are_held_until_the_program_ends() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let desktop = Desktop::start(Keychain::Absent)?;
    let mut no_bus = desktop.environment().clone();
    no_bus.remove("DBUS_SESSION_BUS_ADDRESS");
    for environment in [desktop.environment(), &no_bus] {
        let steps = vec![accept(&noah), open(&noah), forget(&noah), open(&noah)];
        let program = Path::new(env!("CARGO_BIN_EXE_access-steps"));
        let came = done(program, environment, &plan(&ministack, steps), |_| Ok(()))?;
        let held = Came {
            not_kept: Some("keychain-absent".to_owned()),
            ..Came::named("noah")
        };
        assert_eq!(
            came,
            [
                held,
                Came::named("noah"),
                Came::failed("keychain-absent"),
                Came::failed("keychain-absent"),
            ]
        );
    }
    assert!(!is_written_down(&noah.secret, desktop.home())?);
    Ok(())
}

#[test]
fn what_becomes_of_the_keychain_meanwhile_is_noticed() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let mut desktop = Desktop::start(Keychain::Unlocked)?;
    let environment = desktop.environment().clone();
    let steps = vec![
        accept(&noah),
        Step::Pause,
        open(&noah),
        Step::Pause,
        open(&noah),
        accept(&noah),
    ];
    let program = Path::new(env!("CARGO_BIN_EXE_access-steps"));
    let mut pauses = 0;
    let came = done(program, &environment, &plan(&ministack, steps), |_| {
        pauses += 1;
        if pauses == 1 {
            // One of the two is enough to make the rest useless.
            let items = desktop.keychain_items(SERVICE.0, SERVICE.1)?;
            desktop.delete_keychain_item(items.last().ok_or("no items")?)?;
        } else {
            desktop.set_keychain(Keychain::Absent)?;
        }
        Ok(())
    })?;
    let held = Came {
        not_kept: Some("keychain-absent".to_owned()),
        ..Came::named("noah")
    };
    assert_eq!(
        came,
        [
            Came::named("noah"),
            Came::failed("keychain-item-gone"),
            Came::failed("keychain-absent"),
            held,
        ]
    );
    Ok(())
}

#[test]
fn every_item_of_ours_is_forgotten_and_nobody_elses() -> Outcome {
    let ministack = Ministack::start()?;
    let noah = ministack.create_iam_user("noah")?;
    let desktop = Desktop::start(Keychain::Unlocked)?;
    let steps = vec![
        Step::ForgetAll,
        accept(&noah),
        Step::TryOut,
        Step::ForgetAll,
        open(&noah),
        Step::ForgetAll,
    ];
    assert_eq!(
        came(&desktop, &plan(&ministack, steps))?,
        [
            Came::named("0, 0"),
            Came::named("noah"),
            Came::default(),
            Came::named("2, 2"),
            Came::failed("keychain-item-gone"),
            Came::named("0, 0"),
        ]
    );
    assert_eq!(items(&desktop)?, 0);
    Ok(())
}

#[test]
fn trying_the_keychain_out_tells_its_state() -> Outcome {
    let ministack = Ministack::start()?;
    for (state, expected) in [
        (Keychain::Unlocked, Came::default()),
        (Keychain::Absent, Came::failed("keychain-absent")),
        (Keychain::Locked, Came::failed("keychain-denied")),
    ] {
        let desktop = Desktop::start(state)?;
        let tried = came(&desktop, &plan(&ministack, vec![Step::TryOut]))?;
        assert_eq!(tried, [expected], "{state:?}");
    }
    Ok(())
}

#[test]
fn the_secret_service_takes_more_than_windows_does() -> Outcome {
    let ministack = Ministack::start()?;
    let desktop = Desktop::start(Keychain::Unlocked)?;
    let steps = vec![Step::StoreLong { bytes: 2560 }, Step::StoreLong { bytes: 16_000 }];
    assert_eq!(
        came(&desktop, &plan(&ministack, steps))?,
        [Came::default(), Came::default()]
    );
    assert_eq!(items(&desktop)?, 0);
    Ok(())
}

/// What came of the steps at an Identity Center, where somebody says yes on every page that is opened.
fn came_there(
    desktop: &Desktop,
    center: &IdentityCenter,
    steps: Vec<Step>,
) -> Result<Vec<Came>, Box<dyn std::error::Error>> {
    let there = Some(center.base_url().to_owned());
    let plan = Plan {
        sts: None,
        oidc: there.clone(),
        portal: there,
        steps,
    };
    let program = Path::new(env!("CARGO_BIN_EXE_access-steps"));
    done(program, desktop.environment(), &plan, |page| {
        center.browse(page)?;
        Ok(())
    })
}

#[test]
fn a_sign_in_to_identity_center_is_kept_renewed_and_forgotten_to_the_last() -> Outcome {
    let center = IdentityCenter::start()?;
    let desktop = Desktop::start(Keychain::Unlocked)?;
    // Tokens of this start page last a minute, which is within the time in which they are renewed.
    let start_url = format!("{}/brief", center.base_url());
    let accounts = || Step::Accounts {
        start_url: start_url.clone(),
    };
    let everywhere = || Came::named("Empty, Production, Test");
    let sign_in = Step::SignIn {
        start_url: start_url.clone(),
    };
    assert_eq!(
        came_there(&desktop, &center, vec![accounts(), sign_in, accounts()])?,
        [Came::default(), everywhere(), everywhere()]
    );
    let first = items(&desktop)?;
    assert!(first > 1, "the tokens are longer than Windows takes in one item");

    // A new process has nothing else; what it renews is what the next one finds, in as many items.
    for _ in 0..2 {
        assert_eq!(came_there(&desktop, &center, vec![accounts()])?, [everywhere()]);
        assert_eq!(items(&desktop)?, first);
    }

    let sign_out = Step::SignOut {
        start_url: start_url.clone(),
    };
    assert_eq!(
        came_there(&desktop, &center, vec![sign_out, accounts()])?,
        [Came::default(), Came::default()]
    );
    assert_eq!(items(&desktop)?, 0);
    Ok(())
}

#[test]
fn a_part_of_a_kept_sign_in_that_is_gone_and_a_locked_keychain_are_told() -> Outcome {
    let center = IdentityCenter::start()?;
    let mut desktop = Desktop::start(Keychain::Unlocked)?;
    let start_url = format!("{}/start", center.base_url());
    let accounts = || {
        vec![Step::Accounts {
            start_url: start_url.clone(),
        }]
    };
    let sign_in = || {
        vec![Step::SignIn {
            start_url: start_url.clone(),
        }]
    };
    came_there(&desktop, &center, sign_in())?;
    desktop.set_keychain(Keychain::Locked)?;
    assert_eq!(
        came_there(&desktop, &center, accounts())?,
        [Came::failed("keychain-denied")]
    );
    desktop.set_keychain(Keychain::Unlocked)?;
    // Without any other part it is told; without its first there is no sign-in.
    for (part, expected) in [
        ("part 2", Came::failed("keychain-item-gone")),
        ("part 1", Came::default()),
    ] {
        came_there(&desktop, &center, sign_in())?;
        let mut found = None;
        for item in desktop.keychain_items(SERVICE.0, SERVICE.1)? {
            if desktop.keychain_item_attributes(&item)?.contains(part) {
                found = Some(item);
            }
        }
        desktop.delete_keychain_item(&found.ok_or(part)?)?;
        assert_eq!(came_there(&desktop, &center, accounts())?, [expected], "{part}");
    }
    Ok(())
}
