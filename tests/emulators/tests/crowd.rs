//! The whole search against a pool of ten thousand users at moto, whose `ListUsers` pages and
//! filters as the service's does.
//!
//! It differs in this: it compares letter by letter whatever the attribute, it can't read escaped
//! quotes and backslashes (it looks for the backslashes too), and its lists are never late.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use cognito::{AdminClient, FailureCode, PoolSettings, UserStatus};
use desk::find::{FoundUser, Narrowing, Pace, Plan, Search, SearchHint};
use emulators::{Outcome, admin_client};
use peers::{Moto, Planted};
use serde_json::json;

const PEOPLE: usize = 10_000;
const GIVEN: [&str; 20] = [
    "Aiko", "Amal", "Bela", "Chen", "Diego", "Elif", "Femi", "Grete", "Hugo", "Ines", "Jane", "Kofi", "Lena",
    "Mara", "Noor", "Omar", "Priya", "Quinn", "Rosa", "Sven",
];
const FAMILY: [&str; 25] = [
    "Abe", "Berg", "Costa", "Diaz", "Ellis", "Fuchs", "Gomez", "Haas", "Ito", "Jain", "Kaya", "Lund", "Mori",
    "Nunez", "Okafor", "Petrov", "Quist", "Ramos", "Sato", "Thiel", "Ueda", "Vega", "Weiss", "Yilmaz",
    "Zuber",
];

/// One of the ten thousand: every name with every family name twenty times, in an order that puts
/// neighbours far apart.
fn person(number: usize) -> Planted {
    let given = GIVEN[number % GIVEN.len()];
    let family = FAMILY[number / GIVEN.len() % FAMILY.len()];
    let mut attributes = BTreeMap::from([
        ("name", format!("{given} {family}")),
        ("given_name", given.to_owned()),
        ("family_name", family.to_owned()),
        (
            "email",
            format!("{given}.{family}.{number:05}@example.com").to_lowercase(),
        ),
        ("email_verified", (!number.is_multiple_of(10)).to_string()),
    ]);
    if number.is_multiple_of(3) {
        attributes.insert("phone_number", format!("+49151{number:08}"));
    }
    Planted {
        username: format!("user-{number:05}"),
        status: match number % 50 {
            1 => "UNCONFIRMED",
            2 => "RESET_REQUIRED",
            3 => "FORCE_CHANGE_PASSWORD",
            _ => "CONFIRMED",
        },
        enabled: number % 100 != 7,
        attributes,
    }
}

/// Somebody beside the ten thousand.
fn another(username: &str, name: &str) -> Planted {
    Planted {
        username: username.to_owned(),
        status: "CONFIRMED",
        enabled: true,
        attributes: BTreeMap::from([("name", name.to_owned())]),
    }
}

struct Crowd {
    moto: Moto,
    people: Vec<Planted>,
    client: AdminClient,
    pool: PoolSettings,
}

/// What a search came to, all pages of it.
struct All {
    users: Vec<FoundUser>,
    pages: usize,
    /// The page that held the first of them.
    found_on: Option<usize>,
    hint: Option<SearchHint>,
}

impl All {
    /// Their user names; each is found once.
    fn names(&self) -> BTreeSet<&str> {
        let names: BTreeSet<&str> = self
            .users
            .iter()
            .map(|found| found.user.username.as_str())
            .collect();
        assert_eq!(names.len(), self.users.len(), "somebody was found twice");
        names
    }
}

impl Crowd {
    async fn gathered() -> Result<Self, Box<dyn Error>> {
        let mut people: Vec<Planted> = (0..PEOPLE).map(person).collect();
        people.push(another("Tove", "Tove Lindqvist"));
        people.push(another("tove", "Tove Lindgren"));
        // What moto takes for the same when a quote is escaped.
        people.push(another("backslash", r#"O\"Neil"#));
        let pool =
            json!({ "AliasAttributes": ["email"], "UsernameConfiguration": { "CaseSensitive": true } });
        let (moto, pool_id) = Moto::start_crowded(&pool, &people)?;
        // moto looks at no key.
        let keys = Credentials::new("AKIAIOSFODNN7EXAMPLE", "made-up", None, None, "tests");
        let client = admin_client(moto.base_url(), SharedCredentialsProvider::new(keys))?;
        let pool = client.describe_user_pool(&pool_id).await?;
        assert!(pool.case_sensitive && pool.username_contacts.is_empty());
        Ok(Self {
            moto,
            people,
            client,
            pool,
        })
    }

    fn search(&self, typed: &str, narrowing: Narrowing) -> Result<Search, cognito::Failure> {
        let plan = Plan::new(typed, narrowing, &self.pool)?;
        // A pace of its own for each search: they are not to wait for one another here.
        Ok(Search::new(plan, &self.pool.id, Pace::new()))
    }

    async fn all(&self, typed: &str, narrowing: Narrowing) -> Result<All, cognito::Failure> {
        let mut search = self.search(typed, narrowing)?;
        let mut all = All {
            users: Vec::new(),
            pages: 0,
            found_on: None,
            hint: None,
        };
        loop {
            let found = search.next_page(&self.client).await?;
            assert!(found.users.len() <= 60);
            all.pages += 1;
            if !found.users.is_empty() {
                all.found_on.get_or_insert(all.pages);
            }
            all.users.extend(found.users);
            all.hint = found.tried.hint;
            if !found.more {
                return Ok(all);
            }
        }
    }

    /// Whom a search of everybody's data, one by one, would find.
    fn who(&self, holds: impl Fn(&Planted) -> bool) -> BTreeSet<&str> {
        let fitting = self.people.iter().filter(|person| holds(person));
        fitting.map(|person| person.username.as_str()).collect()
    }
}

fn has(person: &Planted, attribute: &str, value: &str) -> bool {
    person.attributes.get(attribute).is_some_and(|held| held == value)
}

fn begins(person: &Planted, attribute: &str, beginning: &str) -> bool {
    person
        .attributes
        .get(attribute)
        .is_some_and(|held| held.starts_with(beginning))
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_users_are_searched() -> Outcome {
    let crowd = Crowd::gathered().await?;
    // Some hundred and seventy pages at ten a second: the rest is asked meanwhile.
    let (listed, one, some, narrowed, odd) = tokio::join!(
        everybody_is_listed(&crowd),
        one_person_is_found(&crowd),
        many_are_found(&crowd),
        states_are_told_apart(&crowd),
        odd_searches_find_nobody(&crowd),
    );
    listed.and(one).and(some).and(narrowed).and(odd)
}

async fn everybody_is_listed(crowd: &Crowd) -> Outcome {
    let all = crowd.all("", Narrowing::Everybody).await?;
    assert_eq!(all.names(), crowd.who(|_| true));
    assert_eq!(all.pages, crowd.people.len().div_ceil(60));
    Ok(())
}

async fn one_person_is_found(crowd: &Crowd) -> Outcome {
    let wanted = person(4242);
    assert_eq!(wanted.attributes["phone_number"], "+4915100004242");
    let email = &wanted.attributes["email"];
    let described = crowd
        .moto
        .administrator()
        .observe(
            &peers::MadePool {
                region: crowd.pool.region.clone(),
                pool_id: crowd.pool.id.clone(),
                client_id: String::new(),
                client_secret: None,
            },
            &wanted.username,
        )
        .await?;
    let sub = described.attribute("sub").ok_or("no sub")?;
    for typed in [
        email.clone(),
        format!("  {email}\n"),
        format!("Chen Somebody <{email}>"),
        email.to_uppercase(),
        wanted.username.clone(),
        wanted.username.to_uppercase(),
        sub.to_owned(),
        sub.to_uppercase(),
        "+49 151 0000 4242".to_owned(),
        "0049 (151) 00004242".to_owned(),
    ] {
        let all = crowd.all(&typed, Narrowing::Everybody).await?;
        assert_eq!(all.names(), BTreeSet::from([wanted.username.as_str()]), "{typed}");
        assert_eq!(all.found_on, Some(1), "{typed}");
    }
    // Two who differ by case alone: whoever was typed comes first, and both say so.
    let tove = crowd.all("tove", Narrowing::Everybody).await?;
    assert_eq!(tove.names(), BTreeSet::from(["Tove", "tove"]));
    assert_eq!(
        tove.users.first().map(|found| found.user.username.as_str()),
        Some("tove")
    );
    assert!(tove.users.iter().any(|found| found.case_twin));
    Ok(())
}

async fn many_are_found(crowd: &Crowd) -> Outcome {
    for (typed, expected) in [
        ("diego.", crowd.who(|person| begins(person, "email", "diego."))),
        (
            "Diego Ramos",
            crowd.who(|person| has(person, "name", "Diego Ramos")),
        ),
        (
            "ramos, diego",
            crowd.who(|person| has(person, "name", "Diego Ramos")),
        ),
        ("Okafor", crowd.who(|person| has(person, "family_name", "Okafor"))),
        (
            "user-0424",
            crowd.who(|person| person.username.starts_with("user-0424")),
        ),
        (
            "+49 151 00004",
            crowd.who(|person| begins(person, "phone_number", "+4915100004")),
        ),
    ] {
        assert!(expected.len() > 2, "{typed}");
        let all = crowd.all(typed, Narrowing::Everybody).await?;
        assert_eq!(all.names(), expected, "{typed}");
        assert_eq!(all.hint, None);
    }
    Ok(())
}

async fn states_are_told_apart(crowd: &Crowd) -> Outcome {
    let status = |status| Narrowing::InStatus { status };
    for (typed, narrowing, expected) in [
        ("", Narrowing::SwitchedOff, crowd.who(|person| !person.enabled)),
        (
            "",
            status(UserStatus::ResetRequired),
            crowd.who(|person| person.status == "RESET_REQUIRED"),
        ),
        (
            "",
            status(UserStatus::ForceChangePassword),
            crowd.who(|person| person.status == "FORCE_CHANGE_PASSWORD"),
        ),
        ("", status(UserStatus::ExternalProvider), BTreeSet::new()),
        (
            "Hugo",
            Narrowing::SwitchedOff,
            crowd.who(|person| has(person, "given_name", "Hugo") && !person.enabled),
        ),
        (
            "Amal",
            status(UserStatus::Unconfirmed),
            crowd.who(|person| has(person, "given_name", "Amal") && person.status == "UNCONFIRMED"),
        ),
    ] {
        let all = crowd.all(typed, narrowing).await?;
        assert_eq!(all.names(), expected, "{typed} {narrowing:?}");
    }
    Ok(())
}

async fn odd_searches_find_nobody(crowd: &Crowd) -> Outcome {
    for typed in [
        r#"" or name ^= ""#,
        r#"x" or status = "Enabled"#,
        r#"""#,
        r"\",
        r"\\",
        r#"\""#,
        // moto finds `O\"Neil` for this one; it isn't what was asked for.
        r#"O"Neil"#,
        "*",
        "%",
        "ane Ellis",
        "nobody@example.com",
        "😀",
    ] {
        let all = crowd.all(typed, Narrowing::Everybody).await?;
        assert!(all.users.is_empty(), "{typed}");
    }
    let national = crowd.all("0151 00004242", Narrowing::Everybody).await?;
    assert_eq!(national.hint, Some(SearchHint::NationalNumber));
    let domain = crowd.all("@example.com", Narrowing::Everybody).await?;
    assert_eq!(
        (domain.users.len(), domain.hint),
        (0, Some(SearchHint::DomainAlone))
    );
    let long = crowd.search(&"a".repeat(10_000), Narrowing::Everybody);
    assert_eq!(
        long.err().map(|failure| failure.code),
        Some(FailureCode::SearchTooLong)
    );
    Ok(())
}
