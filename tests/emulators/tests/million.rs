//! The search and its scrolling over a practice pool of a million users, on a port: the practice pool
//! is ours, but no other server holds so many.
#![cfg(target_os = "linux")]
#![expect(
    clippy::print_stdout,
    reason = "the figures are what a reader of the test wants to see"
)]

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use cognito::{AdminClient, FilterAttribute, PoolSettings};
use desk::find::{Found, Narrowing, Pace, Plan, Search};
use emulators::{Outcome, admin_client, credentials};
use peers::{IamKey, PracticePort};

/// northwind, which the program fills.
const POOL: &str = "eu-central-1_Nw1ndPrct";
/// Above what the service itself takes to answer (the issue that asked for the desk).
const FIRST_RESULTS: Duration = Duration::from_millis(300);
/// Pages after which memory counts, and pages over which it must not grow.
const WARM: usize = 20;
const DEEP: usize = 200;
/// What it may grow by, in KiB. Keeping the users of those pages takes some 5,000.
const GROWTH: u64 = 2 * 1024;

/// What this process holds in memory, in KiB (`VmRSS` in proc_pid_status(5)).
fn resident() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("no VmRSS")?.parse()?)
}

fn search(typed: &str, pool: &PoolSettings) -> Result<Search, cognito::Failure> {
    let plan = Plan::new(typed, Narrowing::Everybody, pool)?;
    Ok(Search::new(plan, POOL, Pace::new()))
}

/// The first page of a search, and the quickest of three times it took.
async fn first_page(
    typed: &str,
    client: &AdminClient,
    pool: &PoolSettings,
) -> Result<(Found, Duration), Box<dyn Error>> {
    let mut quickest = Duration::MAX;
    let mut first = None;
    for _ in 0..3 {
        let mut search = search(typed, pool)?;
        let begun = Instant::now();
        first = Some(search.next_page(client).await?);
        quickest = quickest.min(begun.elapsed());
    }
    Ok((first.ok_or("no page")?, quickest))
}

#[tokio::test]
async fn a_million_users_are_searched_and_scrolled_in_flat_memory() -> Outcome {
    let begun = Instant::now();
    let port = PracticePort::start(&["--people", "1000000"])?;
    println!("a million people were there after {:.1?}", begun.elapsed());
    let key = IamKey {
        id: "practice".into(),
        secret: "practice-secret".into(),
    };
    let client = admin_client(port.base_url(), credentials(&key, None))?;
    let pool = client.describe_user_pool(POOL).await?;
    assert!(pool.estimated_users >= 1_000_000);

    // What the pool itself takes for a page, by another client.
    let mut alone = Duration::MAX;
    let sdk = port.administrator().client().clone();
    for _ in 0..3 {
        let begun = Instant::now();
        sdk.list_users().user_pool_id(POOL).limit(60).send().await?;
        alone = alone.min(begun.elapsed());
    }
    println!("a page of the pool's own: {alone:.1?}");
    let (everybody, took) = first_page("", &client, &pool).await?;
    println!("first page of everybody: {took:.1?}");
    assert_eq!((everybody.users.len(), everybody.more), (60, true));
    assert!(took < alone + FIRST_RESULTS, "{took:?}");

    let (diegos, took) = first_page("Diego R", &client, &pool).await?;
    println!("first page of who is called Diego R…: {took:.1?}");
    assert_eq!((diegos.users.len(), diegos.more), (60, true));
    let names = diegos.users.iter().filter_map(|found| found.user.name.as_deref());
    assert!(names.clone().count() == 60 && names.into_iter().all(|name| name.starts_with("Diego R")));
    assert_eq!(diegos.tried.ways[0].attribute, FilterAttribute::Name);
    assert!(took < alone + FIRST_RESULTS, "{took:?}");

    let email = diegos.users[7].user.email.clone().ok_or("no email")?.value;
    let (one, took) = first_page(&email, &client, &pool).await?;
    println!("one by the whole email: {took:.1?}");
    assert_eq!(one.users.len(), 1);
    assert!(took < alone + FIRST_RESULTS, "{took:?}");

    scrolled(&client, &pool).await?;
    assert_eq!(port.requests("AdminGetUser")?, 0, "a list opens nobody");
    Ok(())
}

async fn scrolled(client: &AdminClient, pool: &PoolSettings) -> Outcome {
    let mut search = search("", pool)?;
    let hasher = RandomState::new();
    let mut seen: HashSet<u64> = HashSet::with_capacity(60 * DEEP);
    let mut warm = 0;
    let mut slowest = Duration::ZERO;
    let begun = Instant::now();
    for page in 1..=DEEP {
        let asked = Instant::now();
        let found = search.next_page(client).await?;
        slowest = slowest.max(asked.elapsed());
        assert_eq!((found.users.len(), found.more), (60, true), "page {page}");
        for user in &found.users {
            assert!(
                seen.insert(hasher.hash_one(&user.user.username)),
                "twice by page {page}"
            );
        }
        if page == WARM {
            warm = resident()?;
        }
    }
    let deep = resident()?;
    println!(
        "{DEEP} pages, {} users in {:.1?}, the slowest {slowest:.1?}; {warm} KiB after {WARM}, {deep} KiB at the end",
        seen.len(),
        begun.elapsed(),
    );
    assert!(deep <= warm + GROWTH, "{warm} KiB became {deep} KiB");
    Ok(())
}
