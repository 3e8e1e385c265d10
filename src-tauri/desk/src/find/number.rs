//! Phone numbers, as far as they can be made out: pools hold them in E.164, `+` and digits.

/// Fewer digits than this are no number to search by.
const FEWEST_DIGITS: usize = 5;
/// The longest number (E.164).
const MOST_DIGITS: usize = 15;

/// What was typed, as a phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// With its country: as pools hold it.
    International(String),
    /// Digits that may begin with the country, without the `+`.
    Digits(String),
    /// Digits that begin with a 0, which no country does: the country is missing.
    National(String),
}

impl Number {
    /// Reads digits with what people write between and before them; `None` if it is something else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (plus, rest) = match text.strip_prefix(['+', '＋']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        // +49 (0)170: the 0 is for calls from within the country.
        let rest = rest.replace("(0)", " ");
        let mut digits = String::new();
        for character in rest.chars() {
            match digit(character) {
                Some(digit) => digits.push(digit),
                None if " ()-./–‑".contains(character) => {}
                None => return None,
            }
        }
        let digits_in = |digits: &str| (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.len());
        if plus {
            let enough = (1..=MOST_DIGITS).contains(&digits.len());
            return (enough && !digits.starts_with('0')).then(|| Self::International(format!("+{digits}")));
        }
        if let Some(number) = digits.strip_prefix("00")
            && digits_in(number)
            && !number.starts_with('0')
        {
            return Some(Self::International(format!("+{number}")));
        }
        if !digits_in(&digits) {
            None
        } else if digits.starts_with('0') {
            Some(Self::National(digits))
        } else {
            Some(Self::Digits(digits))
        }
    }
}

/// A digit of the scripts that phones and browsers write numbers in.
fn digit(character: char) -> Option<char> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    char::from_digit(u32::from(character) - u32::from(zero), 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let international = |digits: &str| Some(Number::International(digits.to_owned()));
        for typed in [
            "+4915112349934",
            "+49 151 1234 9934",
            "+49 (0)151 12349934",
            "+49 (151) 1234-9934",
            "0049 151/12349934",
            "+49.151.12349934",
            "＋４９１５１１２３４９９３４",
            "+٤٩١٥١١٢٣٤٩٩٣٤",
        ] {
            assert_eq!(Number::read(typed), international("+4915112349934"), "{typed}");
        }
        assert_eq!(Number::read("+49"), international("+49"));
        assert_eq!(
            Number::read("151 1234 9934"),
            Some(Number::Digits("15112349934".into()))
        );
        assert_eq!(
            Number::read("0151 12349934"),
            Some(Number::National("015112349934".into()))
        );
    }

    #[test]
    fn what_is_no_number() {
        for typed in [
            "",
            "+",
            "1234",
            "kiosk-4",
            "+0151",
            "+49x",
            "jane",
            "12345678901234567890",
            "+49 170 ext 3",
        ] {
            assert_eq!(Number::read(typed), None, "{typed}");
        }
    }
}
