//! Walking journeys, and telling how they went.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::all::{JOURNEYS, Journey, WHOLE_RECOVERY};
use crate::look::save;
use crate::manner::Manner;
use crate::scene::Scene;
use crate::trouble::{Result, Trouble};

/// The longest that one journey may take before it counts as hung.
const LONGEST: Duration = Duration::from_secs(300);

/// Walks every journey whose name holds `only`, some at a time; tells of each as it ends.
/// Gives whether all went well.
pub(crate) async fn run(manner: &Manner, only: &str, at_a_time: usize) -> bool {
    let places = Arc::new(Semaphore::new(at_a_time.max(1)));
    let mut walks = JoinSet::new();
    let administrator = rustix::process::geteuid().is_root();
    for journey in JOURNEYS.iter().filter(|journey| journey.name.contains(only)) {
        if journey.administrator && !administrator {
            println!("skipped           {} (it takes root)", journey.name);
            continue;
        }
        let (places, manner) = (Arc::clone(&places), manner.clone());
        walks.spawn(async move {
            let _place = places.acquire_owned().await;
            let start = Instant::now();
            (journey.name, journeyed(journey, &manner).await, start.elapsed())
        });
    }
    let (mut passed, mut failed) = (0_u32, 0_u32);
    while let Some(walked) = walks.join_next().await {
        match walked {
            Ok((name, Ok(()), took)) => {
                passed += 1;
                println!("ok      {:6.1} s  {name}", took.as_secs_f32());
            }
            Ok((name, Err(trouble), took)) => {
                failed += 1;
                println!("FAILED  {:6.1} s  {name}\n    {trouble}", took.as_secs_f32());
            }
            Err(error) => {
                failed += 1;
                println!("FAILED             {error}");
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    failed == 0 && passed > 0
}

/// Walks one whole recovery in the practice pool, telling each step. Gives whether it went well.
pub(crate) async fn walk(manner: &Manner) -> bool {
    match journeyed(&WHOLE_RECOVERY, manner).await {
        Ok(()) => {
            println!("\nA whole recovery, from the forgotten password to the new one, in the real window.");
            if let Some(pictures) = &manner.pictures {
                println!("The pictures are in {}", pictures.display());
            }
            true
        }
        Err(trouble) => {
            println!("\nIt did not get through: {trouble}");
            false
        }
    }
}

/// One journey from an empty stage to an empty stage.
async fn journeyed(journey: &Journey, manner: &Manner) -> Result<()> {
    let mut scene = Scene::set(&journey.manner(manner), journey.keychain).await?;
    let walked = timeout(LONGEST, (journey.walk)(&mut scene))
        .await
        .unwrap_or_else(|_| Err(Trouble::new(format!("not done after {} s", LONGEST.as_secs()))));
    match walked {
        Ok(()) => {
            scene.close().await?;
            scene.keeps_to_itself()?;
            scene.logs_nobody()
        }
        Err(trouble) => Err(account(journey.name, &scene, &trouble).await),
    }
}

/// The trouble with the steps that led to it, what the app said, and where a picture of it is.
async fn account(name: &str, scene: &Scene, trouble: &Trouble) -> Trouble {
    let mut text = trouble.to_string();
    if let Some(window) = scene.window() {
        text.push_str(&format!("\n  steps:\n    {}", window.steps()));
        if let Ok(picture) = window.picture().await {
            let file = scene
                .manner()
                .failures
                .join(format!("{}.png", name.replace([' ', ':', ',', '/'], "-")));
            match save(&file, &picture) {
                Ok(()) => text.push_str(&format!("\n  picture: {}", file.display())),
                Err(unsaved) => text.push_str(&format!("\n  no picture: {unsaved}")),
            }
        }
    }
    let said = scene.stage().said();
    let last: Vec<&str> = said.lines().rev().take(12).collect();
    if !last.is_empty() {
        text.push_str("\n  the app said:");
        last.iter()
            .rev()
            .for_each(|line| text.push_str(&format!("\n    {line}")));
    }
    Trouble::new(text)
}
