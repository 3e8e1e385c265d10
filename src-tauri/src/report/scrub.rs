//! Takes out of a report what must not be in it. Nothing should be; this is the second wall.

/// What stands in for something taken out.
const TAKEN_OUT: &str = "[…]";
/// From this length on, in characters, a word of letters, digits and `+/=_-` may be a token or a key.
const TOKEN: usize = 32;
/// From this number of digits on, a word may be a code or a telephone number.
const NUMBER: usize = 4;

/// `text` without words that look like an address, a telephone number, a code, a token or a key, and without the name
/// and the home of whoever is signed in to this computer.
pub fn scrubbed(text: &str) -> String {
    let home = dirs::home_dir().map(|home| home.display().to_string());
    let name = ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|variable| std::env::var(variable).ok());
    scrubbed_of(text, home.as_deref(), name.as_deref())
}

fn scrubbed_of(text: &str, home: Option<&str>, name: Option<&str>) -> String {
    let text = match home.filter(|home| home.len() > 1) {
        Some(home) => text.replace(home, "~"),
        None => text.to_owned(),
    };
    let name = name.filter(|name| name.chars().count() > 2);
    let mut clean = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let space = piece.get(word.len()..).unwrap_or_default();
        clean.push_str(&scrubbed_word(word, name));
        clean.push_str(space);
    }
    clean
}

/// A word, of which `key=value` keeps its key.
fn scrubbed_word(word: &str, name: Option<&str>) -> String {
    if let Some((key, value)) = word.split_once('=')
        && !key.is_empty()
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !value.is_empty()
    {
        return format!("{key}={}", scrubbed_word(value, name));
    }
    let core = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '+');
    let is_named = name.is_some_and(|name| {
        core.split(|c: char| !(c.is_alphanumeric() || "._-".contains(c)))
            .any(|part| part == name)
    });
    if core.contains('@') || is_number(core) || is_token(core) || is_named {
        TAKEN_OUT.to_owned()
    } else {
        word.to_owned()
    }
}

/// Digits and what is written between them in a telephone number.
fn is_number(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let only = word.chars().all(|c| c.is_ascii_digit() || "+-()/ ".contains(c));
    // A date has dashes, too.
    only && digits >= NUMBER && !is_date(word)
}

/// `2026-11-23`.
fn is_date(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [4, 2, 2]
}

/// A long word without the shape of anything that a report may hold: the request's id is a UUID.
fn is_token(word: &str) -> bool {
    let is_setup_code = word.starts_with("READMIT1-");
    let is_key_id = ["AKIA", "ASIA"].iter().any(|kind| word.starts_with(kind)) && word.len() >= 16;
    let is_jwt = word.starts_with("eyJ");
    let long = word.chars().count() >= TOKEN
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+/=_-".contains(c))
        && word.contains(|c: char| c.is_ascii_digit())
        && !is_uuid(word);
    is_setup_code || is_key_id || is_jwt || long
}

fn is_uuid(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [8, 4, 4, 4, 12]
        && parts
            .iter()
            .all(|part| part.chars().all(|c| c.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_identifies_somebody_or_opens_something_is_taken_out() {
        for secret in [
            "jane@example.com",
            "<jane@example.com>,",
            "491027",
            "1234",
            "+4930901820",
            "+49-30-901820",
            "AKIAIOSFODNN7EXAMPLE",
            "READMIT1-abc",
            "eyJraWQiOiJ4In0.eyJzdWIi",
            "9fo6o5e9qhm6ncrdlgs3kn2qgvb0g3c2q1j8vd2b7s4ahcpoe1t",
        ] {
            let clean = scrubbed_of(&format!("before {secret} after\n"), None, None);
            assert_eq!(clean, "before […] after\n", "{secret}");
            let clean = scrubbed_of(&format!("value={secret}\n"), None, None);
            assert_eq!(clean, "value=[…]\n", "{secret}");
        }
    }

    #[test]
    fn what_helps_stays() {
        for line in [
            "2026-11-23T19:05:41.123456Z  INFO cognito::sent: the call failed code=timed-out",
            "request_id=0a1b2c3d-0000-4000-8000-000000000000 milliseconds=512",
            "WebKitGTK 2.48.3, Linux 6.12.0-18-amd64, 2026-11-23",
            "FAILED  secure-connection-blocked       cognito-idp.eu-central-1.amazonaws.com does not answer",
            "The proxy is http://proxy.example:3128, set in the environment.",
        ] {
            assert_eq!(scrubbed_of(line, None, None), line);
        }
    }

    #[test]
    fn whoever_is_signed_in_to_this_computer_is_not_named() {
        let clean = scrubbed_of(
            "/home/jane/.config/readmit and jane, /mnt/jane/x but janet",
            Some("/home/jane"),
            Some("jane"),
        );
        assert_eq!(clean, "~/.config/readmit and […] […] but janet");
    }
}
