//! What is asked for what is typed (facts 6.7 and 9; pitfalls P20 and P28).

use super::*;
use cognito::password::PasswordPolicy;
use cognito::{Mailer, MfaRule};

fn pool(contacts: &[SignInName], aliases: &[SignInName], case_sensitive: bool) -> PoolSettings {
    PoolSettings {
        region: "eu-central-1".into(),
        id: "eu-central-1_abcDEF123".into(),
        name: "Test".into(),
        recovery: Vec::new(),
        username_contacts: contacts.to_vec(),
        alias_contacts: aliases.to_vec(),
        case_sensitive,
        mfa: MfaRule::Off,
        factors: None,
        auto_verified: Vec::new(),
        password_policy: PasswordPolicy {
            minimum_length: 8,
            require_uppercase: false,
            require_lowercase: false,
            require_numbers: false,
            require_symbols: false,
        },
        password_history: 0,
        temporary_password_days: 7,
        mailer: Mailer::CognitoDefault,
        mail_from: None,
        sms_configured: false,
        sms_failure: None,
        mail_failure: None,
        admin_creates_only: false,
        functions: Vec::new(),
        estimated_users: 0,
        tier: None,
    }
}

/// People choose user names; capitals don't matter.
fn names() -> PoolSettings {
    pool(&[], &[], false)
}

/// People enter by address; capitals don't matter.
fn addresses() -> PoolSettings {
    pool(&[SignInName::Email], &[], false)
}

/// The questions in order, as they would be sent, without the quotes.
fn questions(typed: &str, pool: &PoolSettings) -> Vec<String> {
    let plan = Plan::new(typed, Narrowing::Everybody, pool).unwrap();
    plan.attempts
        .iter()
        .map(|attempt| {
            let filter = attempt.filter.as_ref().unwrap();
            let (attribute, matching) = filter.attribute().unwrap();
            let operator = match matching {
                FilterMatch::Whole => "=",
                FilterMatch::Beginning => "^=",
            };
            let value = filter.text();
            let value = value.split_once("= ").unwrap().1.trim_matches('"').to_owned();
            let settles = if attempt.settles { " !" } else { "" };
            format!("{} {operator} {value}{settles}", attribute.service_name())
        })
        .collect()
}

#[test]
fn an_address_is_looked_for_whole_and_then_by_its_beginning() {
    assert_eq!(
        questions("jane@example.com", &addresses()),
        [
            "email = jane@example.com !",
            "email ^= jane@example.com",
            "preferred_username ^= jane@example.com",
        ]
    );
    assert_eq!(
        questions("jane@example.com", &names()),
        [
            "email = jane@example.com !",
            "username = jane@example.com !",
            "email ^= jane@example.com",
            "username ^= jane@example.com",
            "preferred_username ^= jane@example.com",
        ]
    );
    // Where addresses are aliases no user name looks like one (facts 6.7).
    assert_eq!(
        questions("jane@example.com", &pool(&[], &[SignInName::Email], false)),
        questions("jane@example.com", &addresses())
    );
    assert_eq!(
        questions("jane@exa", &addresses()),
        ["email ^= jane@exa", "preferred_username ^= jane@exa"]
    );
}

#[test]
fn the_end_of_an_address_cannot_be_looked_for_and_that_is_said() {
    let plan = Plan::new("@example.com", Narrowing::Everybody, &addresses()).unwrap();
    assert_eq!(plan.hint, Some(SearchHint::DomainAlone));
    assert_eq!(
        questions("@example.com", &addresses()),
        ["preferred_username ^= @example.com"]
    );
}

#[test]
fn a_number_is_looked_for_as_pools_hold_it() {
    for typed in ["+49 (0)151 12349934", "0049 151 12349934", "tel:+4915112349934"] {
        let questions = questions(typed, &addresses());
        assert_eq!(
            &questions[..2],
            [
                "phone_number = +4915112349934 !",
                "phone_number ^= +4915112349934"
            ],
            "{typed}"
        );
    }
    assert_eq!(questions("+49 151", &addresses())[0], "phone_number ^= +49151");
    assert_eq!(
        questions("4915112349934", &names()),
        [
            "phone_number ^= +4915112349934",
            "username = 4915112349934",
            "username ^= 4915112349934",
            "preferred_username ^= 4915112349934",
            "email ^= 4915112349934",
        ]
    );
    // A short one is rather somebody's own.
    assert_eq!(
        questions("10234", &names()),
        [
            "username = 10234",
            "username ^= 10234",
            "phone_number ^= +10234",
            "preferred_username ^= 10234",
            "email ^= 10234",
        ]
    );
}

#[test]
fn a_number_without_its_country_is_not_completed_and_that_is_said() {
    let plan = Plan::new("0151 1234 9934", Narrowing::Everybody, &names()).unwrap();
    assert_eq!(plan.hint, Some(SearchHint::NationalNumber));
    let questions = questions("0151 1234 9934", &names());
    assert!(
        questions.iter().all(|question| !question.starts_with("phone")),
        "{questions:?}"
    );
    assert_eq!(questions[0], "username = 015112349934");
}

#[test]
fn an_id_is_an_id() {
    let id = "6fd4c1a6-90b1-4f39-a6ab-0123456789ab";
    assert_eq!(
        questions(id, &names())[..2],
        [format!("sub = {id} !"), format!("username = {id} !")]
    );
    // There the user name is the id (facts 6.7).
    assert_eq!(
        questions(&id.to_uppercase(), &addresses())[0],
        format!("sub = {id} !")
    );
    assert!(
        !questions(id, &addresses())
            .iter()
            .any(|question| question.starts_with("username"))
    );
}

#[test]
fn a_word_is_a_user_name_or_a_beginning() {
    assert_eq!(
        questions("jane", &names()),
        [
            "username = jane",
            "username ^= jane",
            "name ^= jane",
            "given_name ^= jane",
            "family_name ^= jane",
            "email ^= jane",
            "preferred_username ^= jane",
        ]
    );
    assert_eq!(
        questions("jane", &addresses()),
        [
            "name ^= jane",
            "given_name ^= jane",
            "family_name ^= jane",
            "email ^= jane",
            "preferred_username ^= jane",
        ]
    );
    // Such pools keep user names in small letters, and the search for them may mind.
    assert_eq!(
        questions("MARIA", &names())[..4],
        [
            "username = MARIA",
            "username = maria",
            "username ^= MARIA",
            "username ^= maria",
        ]
    );
}

#[test]
fn words_are_names_in_either_order() {
    assert_eq!(
        questions("Ellis,  jane", &addresses()),
        [
            "name ^= Ellis, jane",
            "name ^= jane Ellis",
            "given_name ^= Ellis, jane",
            "family_name ^= Ellis, jane",
            "family_name = Jane",
            "family_name = Ellis",
            "preferred_username ^= Ellis, jane",
        ]
    );
    assert!(
        !questions("Jane Ellis", &names())
            .iter()
            .any(|question| question.starts_with("username"))
    );
}

#[test]
fn where_capitals_matter_each_way_to_write_it_is_tried() {
    let sensitive = pool(&[], &[SignInName::Email], true);
    assert_eq!(
        questions("jane.ellis@example.com", &sensitive)[..4],
        [
            "email = jane.ellis@example.com !",
            "email = Jane.Ellis@example.com !",
            "email ^= jane.ellis@example.com",
            "email ^= Jane.Ellis@example.com",
        ]
    );
    assert_eq!(
        questions("MARIA", &sensitive)[..6],
        [
            "username = MARIA",
            "username = maria",
            "username = Maria",
            "username ^= MARIA",
            "username ^= maria",
            "username ^= Maria",
        ]
    );
    let plan = Plan::new("MARIA", Narrowing::Everybody, &sensitive).unwrap();
    let respelled: Vec<bool> = plan.attempts.iter().map(|attempt| attempt.respelled).collect();
    assert_eq!(respelled[..6], [false, true, true, false, true, true]);
}

#[test]
fn odd_letters_travel_whole() {
    for (typed, sent) in [
        (r#"O"Neil\"#, r#"O\"Neil\\"#),
        ("100%", "100%"),
        ("_%*", "_%*"),
        ("😀", "😀"),
        ("\u{202b}שלום\u{202c}", "שלום"),
        ("Zoe\u{308}", "Zo\u{eb}"),
        (r#"" or name ^= "a"#, r#"\" or name ^= \"a"#),
    ] {
        let questions = questions(typed, &addresses());
        assert_eq!(questions[0], format!("name ^= {sent}"), "{typed}");
    }
}

#[test]
fn what_fits_nowhere_is_too_long_and_what_fits_somewhere_is_tried_there() {
    let code = |typed: &str| {
        Plan::new(typed, Narrowing::Everybody, &names())
            .map(drop)
            .map_err(|failure| failure.code)
    };
    // `name ^= ""` takes ten.
    assert_eq!(code(&"a".repeat(246)), Ok(()));
    assert_eq!(code(&"a".repeat(247)), Err(FailureCode::SearchTooLong));
    assert_eq!(
        questions(&"a".repeat(246), &names()),
        [format!("name ^= {}", "a".repeat(246))]
    );
    assert_eq!(code(&"\"".repeat(124)), Err(FailureCode::SearchTooLong));
    assert_eq!(code(&"a".repeat(10_000)), Err(FailureCode::SearchTooLong));
    assert_eq!(code("a\u{1}"), Err(FailureCode::SearchMalformed));
    // No user name is so long, so none is asked for.
    assert!(
        !questions(&"a".repeat(129), &names())
            .iter()
            .any(|question| question.starts_with("username"))
    );
}

#[test]
fn an_empty_box_lists_everybody_by_one_question() {
    for (narrowing, asked) in [
        (Narrowing::Everybody, None),
        (Narrowing::SwitchedOn, Some(r#"status = "Enabled""#)),
        (Narrowing::SwitchedOff, Some(r#"status = "Disabled""#)),
        (
            Narrowing::InStatus {
                status: UserStatus::ResetRequired,
            },
            Some(r#"cognito:user_status = "RESET_REQUIRED""#),
        ),
        (
            Narrowing::InStatus {
                status: UserStatus::Unknown,
            },
            None,
        ),
    ] {
        let plan = Plan::new("  \n", narrowing, &names()).unwrap();
        let sent: Vec<Option<String>> = plan
            .attempts
            .iter()
            .map(|attempt| attempt.filter.as_ref().map(Filter::text))
            .collect();
        assert_eq!(sent, [asked.map(str::to_owned)]);
        assert_eq!(plan.text, None);
    }
}

#[test]
fn a_narrowing_beside_words_is_not_asked_of_the_service() {
    let plan = Plan::new("jane", Narrowing::SwitchedOff, &names()).unwrap();
    assert!(plan.attempts.iter().all(|attempt| {
        attempt
            .filter
            .as_ref()
            .is_some_and(|filter| filter.attribute().is_some())
    }));
}
