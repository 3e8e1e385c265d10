//! The search against the practice pool: who is found, in which order and by how many requests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use cognito::{AdminClient, FailureCode, FilterAttribute, FilterMatch, PoolSettings, UserStatus};
use desk::find::{Found, FoundUser, Narrowing, Pace, Plan, Search, SearchHint, Tried};
use practice::seeds::{ACCESS_KEY, DESK_PEOPLE, FABRIKAM, NORTHWIND, PEOPLE, SeededPool};
use practice::{Fault, FaultKind, PracticePools, SearchCase};

/// A help desk at work in one seeded pool.
struct Desk {
    pools: PracticePools,
    client: AdminClient,
    pace: Pace,
    settings: PoolSettings,
}

impl Desk {
    async fn at(seeded: &SeededPool) -> Self {
        let pools = PracticePools::seeded();
        let keys = Credentials::new(ACCESS_KEY.0, ACCESS_KEY.1, None, None, "test");
        let client = AdminClient::over(
            seeded.region,
            None,
            SharedCredentialsProvider::new(keys),
            practice::connector::http_client(&pools),
        )
        .unwrap();
        let settings = client.describe_user_pool(seeded.pool_id).await.unwrap();
        Self {
            pools,
            client,
            pace: Pace::new(),
            settings,
        }
    }

    fn search(&self, typed: &str) -> Search {
        self.narrowed(typed, Narrowing::Everybody)
    }

    fn narrowed(&self, typed: &str, narrowing: Narrowing) -> Search {
        let plan = Plan::new(typed, narrowing, &self.settings).unwrap();
        Search::new(plan, &self.settings.id, self.pace.clone())
    }

    async fn page(&self, search: &mut Search) -> Found {
        let found = search.next_page(&self.client).await.unwrap();
        // The practice pool counts its quota by its own clock, which doesn't know of ours.
        self.pools.clock().advance(Duration::from_secs(2));
        found
    }

    /// Everybody whom this search still finds.
    async fn rest(&self, mut search: Search) -> (Vec<FoundUser>, Tried) {
        let mut users = Vec::new();
        loop {
            let found = self.page(&mut search).await;
            users.extend(found.users);
            if !found.more {
                return (users, found.tried);
            }
        }
    }

    async fn names_found(&self, typed: &str) -> Vec<String> {
        let (users, _) = self.rest(self.search(typed)).await;
        shown(&users)
    }

    fn lists(&self) -> u64 {
        self.pools
            .requests()
            .get("ListUsers")
            .copied()
            .unwrap_or_default()
    }
}

/// What the users are called.
fn shown(users: &[FoundUser]) -> Vec<String> {
    users
        .iter()
        .map(|found| found.user.name.clone().unwrap_or_default())
        .collect()
}

fn usernames(users: &[FoundUser]) -> Vec<&str> {
    users.iter().map(|found| found.user.username.as_str()).collect()
}

#[tokio::test(start_paused = true)]
async fn a_full_address_is_one_request_and_one_user() {
    let desk = Desk::at(&NORTHWIND).await;
    for typed in [
        "jane@example.com",
        " Jane@Example.COM ",
        "Jane Ellis <jane@example.com>",
    ] {
        let before = desk.lists();
        let found = desk.page(&mut desk.search(typed)).await;
        assert_eq!(shown(&found.users), ["Jane Ellis"], "{typed}");
        assert!(!found.more && !found.users[0].case_twin);
        assert_eq!(desk.lists() - before, 1, "{typed}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_full_user_name_comes_first_by_one_request_and_is_shown_once() {
    let desk = Desk::at(&FABRIKAM).await;
    let mut search = desk.search("maria");
    let found = desk.page(&mut search).await;
    assert_eq!(usernames(&found.users), ["maria"]);
    assert_eq!(desk.lists(), 1);
    assert!(found.more);
    assert_eq!(found.tried.ways.len(), 1);
    assert_eq!(found.tried.ways[0].attribute, FilterAttribute::Username);
    assert_eq!(found.tried.ways[0].matching, FilterMatch::Whole);
    // By her name and her address she is found again.
    let (rest, tried) = desk.rest(search).await;
    assert_eq!(usernames(&rest), Vec::<&str>::new());
    assert!(
        tried
            .ways
            .iter()
            .any(|way| way.attribute == FilterAttribute::Name)
    );
}

#[tokio::test(start_paused = true)]
async fn a_name_is_found_by_its_beginning_and_however_it_is_written() {
    let desk = Desk::at(&NORTHWIND).await;
    for typed in ["diego", "DIEGO", "Die"] {
        let mut names = desk.names_found(typed).await;
        names.sort();
        assert_eq!(names, ["Diego Ramos", "Diego Vega"], "{typed}");
    }
    for typed in ["diego ramos", "Ramos, Diego", "ramos,diego"] {
        assert_eq!(desk.names_found(typed).await, ["Diego Ramos"], "{typed}");
    }
    // There capitals matter to the service.
    let desk = Desk::at(&FABRIKAM).await;
    for typed in ["maria ross", "MARIA ROSSI", "Maria R"] {
        assert_eq!(desk.names_found(typed).await, ["Maria Rossi"], "{typed}");
    }
    assert_eq!(desk.names_found("MARIA@example.com").await, ["Maria Rossi"]);
}

#[tokio::test(start_paused = true)]
async fn a_name_is_found_with_its_words_turned_around() {
    let desk = Desk::at(&NORTHWIND).await;
    desk.pools.populate(NORTHWIND.pool_id, 100_000).unwrap();
    let names = desk.names_found("ellis ADA").await;
    assert!(!names.is_empty());
    assert!(names.iter().all(|name| name == "Ada Ellis"));
}

#[tokio::test(start_paused = true)]
async fn users_who_differ_by_capitals_alone_are_flagged() {
    for case in [SearchCase::Reference, SearchCase::Guide] {
        let desk = Desk::at(&FABRIKAM).await;
        desk.pools.search_by(case);
        let (users, _) = desk.rest(desk.search("tove")).await;
        let mut names = usernames(&users);
        assert_eq!(names.first(), Some(&"tove"), "as typed comes first");
        names.sort_unstable();
        assert_eq!(names, ["Tove", "tove"], "{case:?}");
        // On the same page both are flagged, else the later.
        let later = users.iter().find(|found| found.user.username == "Tove").unwrap();
        assert!(later.case_twin, "{case:?}");
        let (others, _) = desk.rest(desk.search("maria")).await;
        assert!(others.iter().all(|found| !found.case_twin));
        // In the list of everybody too, where they stand on one page.
        let (everybody, _) = desk.rest(desk.search("")).await;
        let twins: BTreeSet<&str> = everybody
            .iter()
            .filter(|found| found.case_twin)
            .map(|found| found.user.username.as_str())
            .collect();
        assert_eq!(twins, BTreeSet::from(["Tove", "tove"]));
    }
}

#[tokio::test(start_paused = true)]
async fn where_the_service_minds_no_capitals_nothing_is_asked_twice() {
    let desk = Desk::at(&FABRIKAM).await;
    let minding = desk.rest(desk.search("TOVE")).await;
    let with_every_spelling = desk.lists();
    desk.pools.search_by(SearchCase::Guide);
    let not_minding = desk.rest(desk.search("TOVE")).await;
    assert!(desk.lists() - with_every_spelling < with_every_spelling);
    let names = |users: &[FoundUser]| -> BTreeSet<String> {
        usernames(users).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(names(&not_minding.0), names(&minding.0));
    assert_eq!(not_minding.1, minding.1);
}

#[tokio::test(start_paused = true)]
async fn a_number_is_found_as_people_write_it() {
    let desk = Desk::at(&NORTHWIND).await;
    for typed in ["+49 (0)151 1234-9934", "004915112349934", "4915112349934"] {
        let before = desk.lists();
        let found = desk.page(&mut desk.search(typed)).await;
        assert_eq!(shown(&found.users), ["Omar Haddad"], "{typed}");
        assert_eq!(desk.lists() - before, 1, "{typed}");
    }
    assert_eq!(desk.names_found("+49 151").await, ["Omar Haddad"]);
    let (users, tried) = desk.rest(desk.search("0151 12349934")).await;
    assert!(users.is_empty());
    assert_eq!(tried.hint, Some(SearchHint::NationalNumber));
}

#[tokio::test(start_paused = true)]
async fn an_id_is_found_in_both_kinds_of_pool() {
    for seeded in [&NORTHWIND, &FABRIKAM] {
        let desk = Desk::at(seeded).await;
        let listed = desk.page(&mut desk.search("")).await;
        let somebody = &listed.users[0].user;
        let sub = somebody.sub.clone().unwrap();
        for typed in [sub.clone(), sub.to_uppercase()] {
            let before = desk.lists();
            let found = desk.page(&mut desk.search(&typed)).await;
            assert_eq!(usernames(&found.users), [somebody.username.as_str()]);
            assert_eq!((found.more, desk.lists() - before), (false, 1));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn odd_letters_find_nobody_and_break_nothing() {
    let desk = Desk::at(&FABRIKAM).await;
    for typed in [
        "\"",
        "\\",
        r#"a\"b"#,
        "%",
        "_",
        "*",
        "' OR 1=1 --",
        r#"" or username ^= ""#,
        "😀",
        "\u{1f469}\u{200d}\u{1f52c}",
        "שלום עולם",
        "\u{202e}olleh",
        "@",
        "@@",
        ",",
        "+",
        "a=b",
        "((((",
    ] {
        let (users, _) = desk.rest(desk.search(typed)).await;
        assert!(users.is_empty(), "{typed}");
    }
    let longest = "a".repeat(246);
    assert!(desk.rest(desk.search(&longest)).await.0.is_empty());
}

#[tokio::test(start_paused = true)]
async fn everybody_is_listed_and_nobody_opened() {
    let desk = Desk::at(&FABRIKAM).await;
    let (users, tried) = desk.rest(desk.search("")).await;
    let of_fabrikam = |pool: &str| pool == FABRIKAM.name;
    let planted = PEOPLE.iter().filter(|person| of_fabrikam(person.pool)).count()
        + DESK_PEOPLE
            .iter()
            .filter(|person| of_fabrikam(person.pool))
            .count();
    assert_eq!(users.len(), planted);
    assert_eq!(tried, Tried::default());
    desk.rest(desk.search("maria")).await;
    desk.rest(desk.search("nobody@example.com")).await;
    assert!(!desk.pools.requests().contains_key("AdminGetUser"));
}

#[tokio::test(start_paused = true)]
async fn a_list_is_narrowed_by_the_service_and_a_search_by_us() {
    let desk = Desk::at(&FABRIKAM).await;
    let found = desk.page(&mut desk.narrowed("", Narrowing::SwitchedOff)).await;
    assert_eq!(usernames(&found.users), ["sam"]);
    assert_eq!((found.more, desk.lists()), (false, 1));
    let invited = Narrowing::InStatus {
        status: UserStatus::ForceChangePassword,
    };
    let (users, _) = desk.rest(desk.narrowed("", invited)).await;
    let names: BTreeSet<&str> = usernames(&users).into_iter().collect();
    assert_eq!(names, BTreeSet::from(["aiko", "nina"]));
    let (users, _) = desk.rest(desk.narrowed("sam", Narrowing::SwitchedOff)).await;
    assert_eq!(usernames(&users), ["sam"]);
    for (typed, narrowing) in [("sam", Narrowing::SwitchedOn), ("maria", invited)] {
        let (users, _) = desk.rest(desk.narrowed(typed, narrowing)).await;
        assert!(users.is_empty(), "{typed}");
    }
    let (on, _) = desk.rest(desk.narrowed("", Narrowing::SwitchedOn)).await;
    assert!(!on.is_empty() && on.iter().all(|found| found.user.enabled));
}

#[tokio::test(start_paused = true)]
async fn empty_pages_are_turned_up_to_a_bound() {
    let desk = Desk::at(&FABRIKAM).await;
    desk.pools.shorten_pages(&[0, 0, 0, 3]);
    let mut search = desk.search("");
    let found = desk.page(&mut search).await;
    assert_eq!((found.users.len(), found.more, desk.lists()), (3, true, 4));
    desk.pools.shorten_pages(&[0; 50]);
    let found = desk.page(&mut search).await;
    assert_eq!((found.users.len(), found.more, desk.lists()), (0, true, 24));
    desk.pools.shorten_pages(&[]);
    assert!(!desk.page(&mut search).await.users.is_empty());
}

#[tokio::test(start_paused = true)]
async fn twenty_thousand_are_paged_through_once_each_at_ten_a_second() {
    let desk = Desk::at(&FABRIKAM).await;
    desk.pools.populate(FABRIKAM.pool_id, 20_000).unwrap();
    let mut search = desk.search("");
    let mut names = BTreeSet::new();
    let mut count = 0;
    let begun = tokio::time::Instant::now();
    loop {
        let found = search.next_page(&desk.client).await.unwrap();
        desk.pools.clock().advance(Duration::from_millis(100));
        count += found.users.len();
        names.extend(found.users.into_iter().map(|found| found.user.username));
        if !found.more {
            break;
        }
    }
    assert!(count >= 20_000 && names.len() == count);
    assert!(begun.elapsed() >= Duration::from_secs(desk.lists() / 10 - 1));
}

#[tokio::test(start_paused = true)]
async fn a_forgotten_list_is_gone_through_again_behind_whom_it_had_found() {
    // An hour later, which a computer that slept may not have noticed itself.
    for we_know in [true, false] {
        let desk = Desk::at(&FABRIKAM).await;
        desk.pools.populate(FABRIKAM.pool_id, 5_000).unwrap();
        let mut search = desk.search("a");
        let first = desk.page(&mut search).await.users;
        let second = desk.page(&mut search).await.users;
        assert!(!first.is_empty() && !second.is_empty());
        desk.pools.clock().advance(Duration::from_secs(3700));
        if we_know {
            tokio::time::advance(Duration::from_secs(3700)).await;
        }
        let (rest, _) = desk.rest(search).await;
        let found: Vec<&str> = [&first, &second, &rest]
            .into_iter()
            .flat_map(|users| usernames(users))
            .collect();
        let (again, _) = desk.rest(desk.search("a")).await;
        assert_eq!(found.len(), again.len());
        assert_eq!(
            found.into_iter().collect::<BTreeSet<_>>(),
            usernames(&again).into_iter().collect::<BTreeSet<_>>()
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_list_of_everybody_ends_when_it_is_forgotten() {
    for we_know in [true, false] {
        let desk = Desk::at(&FABRIKAM).await;
        desk.pools.populate(FABRIKAM.pool_id, 200).unwrap();
        let mut search = desk.search("");
        assert!(desk.page(&mut search).await.more);
        desk.pools.clock().advance(Duration::from_secs(3700));
        if we_know {
            tokio::time::advance(Duration::from_secs(3700)).await;
        }
        for _ in 0..2 {
            let ended = search.next_page(&desk.client).await.map(drop).unwrap_err();
            assert_eq!(ended.code, FailureCode::SearchEnded);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_was_dropped_is_given_by_the_next_call() {
    let desk = Desk::at(&NORTHWIND).await;
    let latency = FaultKind::Latency(Duration::from_secs(20));
    desk.pools.inject(Fault::new(latency).on("ListUsers"));
    let mut search = desk.search("jane@example.com");
    let dropped = tokio::time::timeout(Duration::from_secs(1), search.next_page(&desk.client)).await;
    assert!(dropped.is_err());
    let found = desk.page(&mut search).await;
    assert_eq!(shown(&found.users), ["Jane Ellis"]);
}

#[tokio::test(start_paused = true)]
async fn all_searches_of_a_session_share_its_pace() {
    let desk = Desk::at(&NORTHWIND).await;
    let begun = tokio::time::Instant::now();
    for index in 0..30 {
        let typed = ["jane@example.com", "tom@example.com"][index % 2];
        desk.page(&mut desk.search(typed)).await;
    }
    let took = begun.elapsed();
    assert!(
        took >= Duration::from_secs(2) && took < Duration::from_secs(3),
        "{took:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_refused_is_told_and_the_same_page_can_be_asked_again() {
    let desk = Desk::at(&NORTHWIND).await;
    let mut search = desk.search("jane@example.com");
    desk.pools.deny(&["ListUsers"]);
    let refused = search.next_page(&desk.client).await.map(drop).unwrap_err();
    assert_eq!(refused.code, FailureCode::AccessDenied);
    assert_eq!(refused.detail.as_deref(), Some("ListUsers"));
    desk.pools.deny(&[]);
    assert_eq!(shown(&desk.page(&mut search).await.users), ["Jane Ellis"]);

    let plan = Plan::new("jane", Narrowing::Everybody, &desk.settings).unwrap();
    let mut gone = Search::new(plan, "eu-central-1_Gone00000", desk.pace.clone());
    let failure = gone.next_page(&desk.client).await.map(drop).unwrap_err();
    assert_eq!(failure.code, FailureCode::PoolNotFound);
}
