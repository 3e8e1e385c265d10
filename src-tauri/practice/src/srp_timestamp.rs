//! The TIMESTAMP of a password proof, e.g. `Wed Apr 5 22:42:34 UTC 2017`.

use std::time::Duration;

use time::{Date, Month, Time};

use crate::clock::Moment;

/// How far a proof's time may be from the pool's; the service does not document it, and proofs
/// have been reported to fail at about five minutes.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

const MONTHS: [(&str, Month); 12] = [
    ("Jan", Month::January),
    ("Feb", Month::February),
    ("Mar", Month::March),
    ("Apr", Month::April),
    ("May", Month::May),
    ("Jun", Month::June),
    ("Jul", Month::July),
    ("Aug", Month::August),
    ("Sep", Month::September),
    ("Oct", Month::October),
    ("Nov", Month::November),
    ("Dec", Month::December),
];

/// Whether the text is a time in the one form that is accepted, near enough to `now`.
pub(crate) fn is_acceptable(text: &str, now: Moment) -> bool {
    parse(text).is_some_and(|time| now.since(time) <= TOLERANCE && time.since(now) <= TOLERANCE)
}

/// The day must not be padded with a zero, and the weekday must be the date's (observed).
fn parse(text: &str) -> Option<Moment> {
    let fields: Vec<&str> = text.split(' ').collect();
    let [weekday, month, day, clock, "UTC", year] = fields[..] else {
        return None;
    };
    let (_, month) = MONTHS.iter().find(|(name, _)| *name == month)?;
    let number = |digits: &str| -> Option<u8> {
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| digits.parse().ok())?
    };
    let day = number(day).filter(|_| !day.starts_with('0'))?;
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let date = Date::from_calendar_date(year, *month, day).ok()?;
    if date.weekday().to_string().get(..3) != Some(weekday) {
        return None;
    }
    let parts: Vec<&str> = clock.split(':').collect();
    let [hour, minute, second] = parts[..] else {
        return None;
    };
    if [hour, minute, second].iter().any(|part| part.len() != 2) {
        return None;
    }
    let time = Time::from_hms(number(hour)?, number(minute)?, number(second)?).ok()?;
    Some(Moment::from_epoch_seconds(
        date.with_time(time).assume_utc().unix_timestamp(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_form_is_read() {
        let expected = Some(Moment::from_epoch_seconds(1_491_432_154));
        for (text, read) in [
            ("Wed Apr 5 22:42:34 UTC 2017", expected),
            ("Wed Apr 05 22:42:34 UTC 2017", None),
            ("Thu Apr 5 22:42:34 UTC 2017", None),
            ("Mi Apr 5 22:42:34 UTC 2017", None),
            ("Wed Apr  5 22:42:34 UTC 2017", None),
            ("Wed Apr 5 22:42:34 GMT 2017", None),
            ("Wed Apr 31 22:42:34 UTC 2017", None),
            ("Wed Apr 5 2:42:34 UTC 2017", None),
            ("2017-04-05T22:42:34Z", None),
            ("", None),
        ] {
            assert_eq!(parse(text), read, "{text}");
        }
    }

    #[test]
    fn five_minutes_either_way_are_tolerated() {
        let text = "Wed Apr 5 22:42:34 UTC 2017";
        let at = |offset: i64| Moment::from_epoch_seconds(1_491_432_154 + offset);
        for (offset, acceptable) in [(0, true), (300, true), (-300, true), (301, false), (-301, false)] {
            assert_eq!(is_acceptable(text, at(offset)), acceptable, "{offset}");
        }
    }
}
