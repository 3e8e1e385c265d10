//! Connections that arrive from outside the window: a file that was double-clicked, a link that was followed. They come
//! from anywhere, so they are only ever offered.

use std::path::Path;

use cognito::connection_file::{Offer, parse_setup_code};
use cognito::{Failure, FailureCode};
use secrecy::SecretString;

use crate::arguments::Arrived;
use crate::settings::read_connection_file;

/// What a link begins with; a setup code follows.
const LINK_PREFIX: &str = "readmit://connection/";
/// The longest link, in bytes. A real one has about one thousand; browsers pass no more than this.
const LONGEST_LINK: usize = 32 * 1024;

/// Reads what arrived.
///
/// # Errors
/// Those of [`read_connection_file`]; `LinkMalformed`, `LinkWithSecret`, or what is wrong with the setup code in a link.
pub fn read(arrived: &Arrived) -> Result<Offer, Failure> {
    match arrived {
        Arrived::File(path) => read_connection_file(path),
        Arrived::Link(link) => read_link(link),
    }
}

fn read_link(link: &str) -> Result<Offer, Failure> {
    let malformed = || Failure::new(FailureCode::LinkMalformed);
    if link.len() > LONGEST_LINK {
        return Err(malformed());
    }
    let begins_well = link
        .get(..LINK_PREFIX.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(LINK_PREFIX));
    if !begins_well {
        return Err(malformed());
    }
    // Some programs end an address with a slash.
    let code = link[LINK_PREFIX.len()..].trim_end_matches('/');
    let offer = parse_setup_code(&SecretString::from(code)).map_err(|failure| match failure.code {
        FailureCode::SetupCodeEmpty | FailureCode::SetupCodeMalformed | FailureCode::SetupCodeIncomplete => {
            malformed()
        }
        _ => failure,
    })?;
    if offer.connection.ca_file.is_some() {
        // Whom to trust isn't for a link to say.
        return Err(Failure::new(FailureCode::ConnectionWrongValue).detail("caFile"));
    }
    match offer.client_secret {
        // Links stay in histories, mails and logs.
        Some(_) => Err(FailureCode::LinkWithSecret.into()),
        None => Ok(offer),
    }
}

/// What another start of the program handed over: `argument` as a desktop passes it, relative to `folder`.
pub fn relative_to(arrived: Arrived, folder: &Path) -> Arrived {
    match arrived {
        Arrived::File(path) => Arrived::File(folder.join(path)),
        link @ Arrived::Link(_) => link,
    }
}

#[cfg(test)]
mod tests {
    use cognito::connection_file::to_setup_code;

    use super::*;

    const FILE: &str = r#"{"readmit": 1, "name": "Northwind", "region": "eu-central-1",
        "userPoolId": "eu-central-1_Nw1ndPrct", "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n"}"#;

    fn link_with(from: &str, to: &str) -> String {
        format!("{LINK_PREFIX}{}", to_setup_code(&FILE.replace(from, to)))
    }

    fn told(link: &str) -> Result<String, FailureCode> {
        read_link(link)
            .map(|offer| offer.connection.name)
            .map_err(|failure| failure.code)
    }

    #[test]
    fn a_link_offers_what_its_setup_code_says() {
        let link = link_with("", "");
        assert_eq!(told(&link).as_deref(), Ok("Northwind"));
        assert_eq!(told(&format!("{link}/")).as_deref(), Ok("Northwind"));
        assert_eq!(
            told(&link.replace("readmit:", "READMIT:")).as_deref(),
            Ok("Northwind")
        );
    }

    #[test]
    fn a_hostile_link_is_refused_by_what_is_wrong_with_it() {
        let secret = r#""clientSecret": "sssssssssssssssssssssssssssssssssssssssssssssssssss", "name""#;
        for (link, expected) in [
            (link_with("\"name\"", secret), FailureCode::LinkWithSecret),
            (
                link_with("\"name\"", "\"endpoint\": \"http://example.com\", \"name\""),
                FailureCode::ConnectionInsecureEndpoint,
            ),
            (
                link_with("\"name\"", "\"surprise\": 1, \"name\""),
                FailureCode::ConnectionUnknownKey,
            ),
            (
                link_with("\"name\"", "\"caFile\": \"/tmp/ca.pem\", \"name\""),
                FailureCode::ConnectionWrongValue,
            ),
            ("readmit://connection/".to_owned(), FailureCode::LinkMalformed),
            ("readmit://accept/1".to_owned(), FailureCode::LinkMalformed),
            (
                "readmit://connection/READMIT1-x".to_owned(),
                FailureCode::LinkMalformed,
            ),
            ("https://example.com/".to_owned(), FailureCode::LinkMalformed),
            (
                format!("{LINK_PREFIX}{}", "a".repeat(LONGEST_LINK)),
                FailureCode::LinkMalformed,
            ),
            ("readmit://connectiön/".to_owned(), FailureCode::LinkMalformed),
        ] {
            assert_eq!(told(&link), Err(expected), "{link:.60}");
        }
    }
}
