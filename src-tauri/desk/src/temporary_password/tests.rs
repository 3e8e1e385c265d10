use std::collections::{BTreeSet, HashSet};
use std::time::{Duration, Instant};

use cognito::password::check;

use super::*;

fn policy(minimum_length: u32, classes: u32) -> PasswordPolicy {
    PasswordPolicy {
        minimum_length,
        require_uppercase: classes & 1 != 0,
        require_lowercase: classes & 2 != 0,
        require_numbers: classes & 4 != 0,
        require_symbols: classes & 8 != 0,
    }
}

fn text(password: &TemporaryPassword) -> String {
    password.to_send().expose_secret().to_owned()
}

#[test]
fn every_policy_that_a_pool_can_have_is_met_by_a_strong_password_of_the_least_length() {
    for minimum in 6..=99 {
        for classes in 0..16 {
            let policy = policy(minimum, classes);
            let password = text(&generate(&policy));
            assert!(
                check(&password, Some(&policy)).iter().all(|rule| rule.met),
                "{policy:?}"
            );
            assert_eq!(
                password.len(),
                18.max(usize::try_from(minimum).unwrap()),
                "{policy:?}"
            );
            assert!(
                !password.contains(['0', 'O', 'o', '1', 'l', 'I', ' ']),
                "{policy:?}"
            );
            assert!(password.is_ascii() && !password.starts_with('-') && !password.ends_with('-'));
        }
        let longest = text(&generate(&policy(minimum, 15)));
        assert!(strength(&longest, &[]) >= 3, "{minimum}");
    }
}

#[test]
fn it_reads_as_groups_of_a_syllable_and_a_digit_with_dashes_between() {
    let syllables: HashSet<&str> = SYLLABLES.split_ascii_whitespace().collect();
    for minimum in [6, 18, 19, 21, 22, 25, 26, 27, 64, 99] {
        let password = text(&generate(&policy(minimum, 15)));
        let letters: Vec<String> = password
            .split(|character: char| !character.is_ascii_alphabetic())
            .filter(|run| !run.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        assert!(letters.len() >= 4, "{minimum}");
        assert!(
            letters.iter().all(|run| syllables.contains(run.as_str())),
            "{minimum}"
        );
        let digits_at_the_end =
            password.len() - password.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        assert!((1..=5).contains(&digits_at_the_end), "{minimum}");
        assert!(
            password
                .split('-')
                .all(|part| part.starts_with(|c: char| c.is_ascii_uppercase()))
        );
    }
}

#[test]
fn proof_of_the_syllables_and_of_the_bits() {
    let syllables: Vec<&str> = SYLLABLES.split_ascii_whitespace().collect();
    let distinct: HashSet<&str> = syllables.iter().copied().collect();
    assert_eq!(distinct.len(), syllables.len());
    for syllable in &syllables {
        let letters: Vec<char> = syllable.chars().collect();
        assert_eq!(letters.len(), 3, "{syllable}");
        assert!("bcdfghjklmnprstvwyz".contains(letters[0]), "{syllable}");
        assert!("aeiu".contains(letters[1]), "{syllable}");
        assert!(
            "bdfgkmnprstvxz".contains(letters[2]) && letters[0] != letters[2],
            "{syllable}"
        );
    }
    // Four syllables and five digits are what every password has at least.
    let bits = 4.0 * f64::from(u32::try_from(syllables.len()).unwrap()).log2() + 5.0 * 8_f64.log2();
    assert_eq!(syllables.len(), 589);
    assert!(bits > 51.7, "{bits}");
}

#[test]
fn ten_thousand_are_all_different_and_use_the_whole_space() {
    let syllables: Vec<&str> = SYLLABLES.split_ascii_whitespace().collect();
    let mut source = |bytes: &mut [u8]| rand::fill(bytes).unwrap();
    let drawn: HashSet<String> = (0..10_000)
        .map(|_| draw(LENGTH, &syllables, &mut source).to_string())
        .collect();
    assert_eq!(drawn.len(), 10_000);
    let used: BTreeSet<&str> = drawn
        .iter()
        .flat_map(|password| {
            [
                &password[1..3],
                &password[5..7],
                &password[10..12],
                &password[14..16],
            ]
        })
        .collect();
    let all: BTreeSet<&str> = syllables.iter().map(|syllable| &syllable[1..]).collect();
    assert_eq!(used, all);
    for digit in "23456789".chars() {
        for place in [3, 7, 12, 16, 17] {
            let count = drawn
                .iter()
                .filter(|password| password[place..].starts_with(digit))
                .count();
            // 1,250 are expected; six standard deviations are 198.
            assert!((1_050..=1_450).contains(&count), "{digit} at {place}: {count}");
        }
    }
}

#[test]
fn no_number_is_favoured() {
    // Every possible pair of bytes once: each number has to come out equally often.
    let mut counts = vec![0; 589];
    for number in 0..=u16::MAX {
        let mut first = Some(number);
        let drawn = below(589, &mut |bytes| {
            bytes.copy_from_slice(&first.take().unwrap_or(0).to_le_bytes());
        });
        if usize::from(number) < 65_536 - 65_536 % 589 {
            counts[drawn] += 1;
        } else {
            assert_eq!(
                drawn, 0,
                "{number} is beyond the last whole multiple and has to be drawn again"
            );
        }
    }
    assert!(counts.iter().all(|count| *count == 65_536 / 589));
}

#[test]
fn a_weak_draw_is_thrown_away() {
    // Zeros make the first draw; it is held to be weak.
    let mut bytes_drawn = 0;
    let syllables: Vec<&str> = SYLLABLES.split_ascii_whitespace().collect();
    let first = draw(LENGTH, &syllables, &mut |bytes| bytes.fill(0));
    let password = generate_from(&policy(8, 15), |start| *start != **first, &mut |bytes| {
        bytes_drawn += bytes.len();
        if bytes_drawn <= 18 {
            bytes.fill(0);
        } else {
            rand::fill(bytes).unwrap();
        }
    });
    assert_ne!(text(&password), **first);
    assert!(bytes_drawn >= 36);
}

#[test]
fn a_policy_out_of_range_is_taken_at_the_nearest() {
    assert_eq!(text(&generate(&policy(0, 0))).len(), 18);
    assert_eq!(text(&generate(&policy(u32::MAX, 15))).len(), 99);
}

#[test]
fn nothing_says_the_password_but_the_one_look_at_it() {
    let password = generate(&policy(8, 15));
    assert_eq!(format!("{password:?}"), "TemporaryPassword(…)");
    let sent = cognito::NewPassword::parse(password.to_send()).unwrap();
    assert_eq!(format!("{sent:?}"), "NewPassword(…)");
    let expected = text(&password);
    assert_eq!(*password.expose(), expected);
}

#[test]
fn making_one_takes_less_than_five_milliseconds() {
    for minimum in [8, 99] {
        let mut times: Vec<Duration> = (0..50)
            .map(|_| {
                let begun = Instant::now();
                drop(generate(&policy(minimum, 15)));
                begun.elapsed()
            })
            .collect();
        times.sort();
        // The median: a busy computer must not fail the test.
        assert!(times[25] < Duration::from_millis(5), "{minimum}: {:?}", times[25]);
    }
}
