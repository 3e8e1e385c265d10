//! What the diagnosis predicts is what the pool then does, for every combination that can exist: status × enabled ×
//! email × phone × second factors × recovery setting × existence errors × flows. The practice pool, which was
//! written from the service's documentation and knows nothing of the diagnosis, is asked each time.

#![expect(
    clippy::unwrap_used,
    clippy::unwrap_in_result,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

mod bench;
mod combination;
mod reading;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use cognito::UserStatus;
use desk::diagnosis::{ContactKind, Diagnosis, Finding, Outcome, diagnose};

use bench::{Bench, Operation};
use combination::{ClientSettings, Person, Room, rooms};

/// What has come of it so far, over all threads.
#[derive(Default)]
struct Tally {
    combinations: usize,
    predictions: usize,
    disagreements: Vec<String>,
}

/// So many are shown where they disagree; the first few tell what is wrong.
const SHOWN: usize = 20;

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the check's result is one line, whoever runs it"
)]
fn every_prediction_is_what_the_practice_pool_answers() {
    let rooms = rooms();
    let next = AtomicUsize::new(0);
    let tally = Mutex::new(Tally::default());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(room) = rooms.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let of_room = ask(room);
                    let mut tally = tally.lock().unwrap();
                    tally.combinations += of_room.combinations;
                    tally.predictions += of_room.predictions;
                    tally.disagreements.extend(of_room.disagreements);
                }
            });
        }
    });
    let tally = tally.into_inner().unwrap();
    assert!(
        tally.disagreements.is_empty(),
        "{} disagreements, for example\n{}",
        tally.disagreements.len(),
        tally.disagreements[..tally.disagreements.len().min(SHOWN)].join("\n")
    );
    assert_eq!(tally.predictions, 3 * tally.combinations);
    assert!(tally.combinations > 50_000, "only {}", tally.combinations);
    println!(
        "diagnosis: {} combinations, {} predictions, all as the practice pool answered",
        tally.combinations, tally.predictions
    );
}

/// Asks a pool of its own about everybody in one room.
fn ask(room: &Room) -> Tally {
    let mut tally = Tally::default();
    let mut bench = Bench::new(room.recovery);
    let pool = bench.described_pool();
    let clients: Vec<_> = ClientSettings::all()
        .map(|settings| (settings, bench.make_client(settings)))
        .collect();
    for person in &room.people {
        bench.plant(person);
        let user = bench.opened(person);
        // These know no app client: what is asked is the same for all of them, and is asked once.
        let by_administrator = [Operation::AdminReset, Operation::AdminSet].map(|operation| {
            bench.plant(person);
            bench.outcome(&operation)
        });
        for (settings, client) in &clients {
            bench.plant(person);
            let by_user = bench.outcome(&Operation::ForgotPassword { client: &client.id });
            let diagnosis = diagnose(&user, &pool, Some(client), bench.now());
            let predictions = &diagnosis.predictions;
            let by_user_predicted = predictions.forgot_password.map(|prediction| prediction.outcome);
            tally.combinations += 1;
            for (operation, predicted, answered) in [
                ("ForgotPassword", by_user_predicted, by_user),
                (
                    "AdminResetUserPassword",
                    Some(predictions.admin_reset.outcome),
                    by_administrator[0],
                ),
                (
                    "AdminSetUserPassword",
                    Some(predictions.admin_set.outcome),
                    by_administrator[1],
                ),
            ] {
                tally.predictions += 1;
                if predicted != Some(answered) {
                    tally.disagreements.push(format!(
                        "{operation}: predicted {predicted:?}, answered {answered:?}: {person:?}, recovery {:?}, {settings:?}",
                        room.recovery
                    ));
                }
            }
            if let Some(contradiction) = contradiction(&diagnosis, person) {
                tally.disagreements.push(format!(
                    "{contradiction}: {person:?}, recovery {:?}",
                    room.recovery
                ));
            }
        }
    }
    bench.assert_nothing_else_was_sent();
    tally
}

/// What must hold of every card, whatever the pool answers.
fn contradiction(diagnosis: &Diagnosis, person: &Person) -> Option<&'static str> {
    let recommended = diagnosis.acts.iter().filter(|offer| offer.recommended).count();
    let helpless = matches!(
        diagnosis.finding,
        Finding::NothingWrong { .. } | Finding::SignsInElsewhere { .. }
    );
    let sent_to = |outcome| match outcome {
        Outcome::CodeSent { channel } => Some(channel),
        _ => None,
    };
    let target = diagnosis.recovery_target.as_ref().map(|target| target.channel);
    let by_user = diagnosis
        .predictions
        .forgot_password
        .and_then(|prediction| sent_to(prediction.outcome));
    let reset_offered = diagnosis
        .acts
        .iter()
        .any(|offer| offer.act == desk::Act::SendResetCode && offer.not_possible.is_none());
    if recommended != usize::from(!helpless) {
        Some("not exactly one act is recommended where something is wrong, or one where nothing is")
    } else if target != by_user {
        Some("the target isn't where the code would go")
    } else if reset_offered != sent_to(diagnosis.predictions.admin_reset.outcome).is_some() {
        Some("a reset is offered that would be refused, or kept back that would not")
    } else if (diagnosis.finding == Finding::SwitchedOff) == person.enabled {
        Some("switched off is not what is found")
    } else if diagnosis
        .acts
        .iter()
        .any(|offer| offer.effects.is_empty() != offer.not_possible.is_some())
    {
        Some("an act says nothing of what it does, or does what it can't")
    } else {
        None
    }
}

#[test]
fn the_combinations_are_those_that_can_exist() {
    let people: Vec<_> = rooms().into_iter().flat_map(|room| room.people).collect();
    assert!(!people.is_empty());
    for person in &people {
        for kind in ContactKind::ALL {
            assert!(
                !person.factors.contains(&kind.factor()) || person.contact(kind).is_some(),
                "facts 3.1: no factor without the contact it goes to"
            );
        }
        let preferred = person.preferred_factor;
        assert!(preferred.is_none_or(|factor| person.factors.contains(&factor)));
    }
    for status in [
        UserStatus::Unconfirmed,
        UserStatus::Confirmed,
        UserStatus::ResetRequired,
        UserStatus::ForceChangePassword,
        UserStatus::ExternalProvider,
    ] {
        assert!(people.iter().any(|person| person.status == status));
    }
}
