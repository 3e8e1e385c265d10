//! Connection files (`.readmit`) and setup codes: the same connection, to open or to paste.
//!
//! A connection file is a JSON object: the keys of [`Connection`], a version `"readmit": 1`, and
//! perhaps a `clientSecret`, which leaves the file for the keychain when it is taken.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::SecretString;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::connection::{ClientSecret, Connection};
use crate::failure::{Failure, FailureCode};

/// Largest connection file, in bytes. A real one has about one thousand.
pub const LARGEST_FILE: usize = 64 * 1024;
/// What every setup code begins with.
const SETUP_CODE_PREFIX: &str = "READMIT1-";
/// Hex digits of the SHA-256 at the end of a setup code.
const CHECK_DIGITS: usize = 8;

/// What a connection file or a setup code brings.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The connection.
    pub connection: Connection,
    /// The app client's secret, if it came along.
    pub client_secret: Option<ClientSecret>,
}

/// Reads a connection file.
///
/// # Errors
/// One of the `Connection…` codes; `detail` names the key or place at fault, never a value.
pub fn parse(file: &[u8]) -> Result<Offer, Failure> {
    if file.len() > LARGEST_FILE {
        return Err(FailureCode::ConnectionTooLarge.into());
    }
    // Notepad and PowerShell put a byte order mark in front.
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    if file.trim_ascii().is_empty() {
        return Err(FailureCode::ConnectionEmpty.into());
    }
    let mut document = match serde_json::from_slice(file) {
        Ok(Value::Object(document)) => document,
        Ok(_) => return Err(FailureCode::ConnectionMalformed.into()),
        Err(error) if error.is_eof() => return Err(FailureCode::ConnectionCutShort.into()),
        Err(error) => {
            let place = format!("{}:{}", error.line(), error.column());
            return Err(Failure::new(FailureCode::ConnectionMalformed).detail(place));
        }
    };
    take_version(&mut document)?;
    let client_secret = take_client_secret(&mut document)?;
    let connection: Connection =
        serde_path_to_error::deserialize(Value::Object(document)).map_err(|error| wrong_shape(&error))?;
    connection.validate()?;
    Ok(Offer {
        connection,
        client_secret,
    })
}

/// The version comes first: a newer file may have keys that this program can't judge.
fn take_version(document: &mut Map<String, Value>) -> Result<(), Failure> {
    match document.remove("readmit").as_ref().map(Value::as_u64) {
        Some(Some(1)) => Ok(()),
        Some(Some(version)) if version > 1 => Err(FailureCode::ConnectionNewer.into()),
        Some(_) => Err(Failure::new(FailureCode::ConnectionWrongValue).detail("readmit")),
        None => Err(FailureCode::ConnectionMalformed.into()),
    }
}

fn take_client_secret(document: &mut Map<String, Value>) -> Result<Option<ClientSecret>, Failure> {
    match document.remove("clientSecret") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(secret)) => ClientSecret::parse(SecretString::from(secret)).map(Some),
        Some(_) => Err(Failure::new(FailureCode::ConnectionWrongValue).detail("clientSecret")),
    }
}

/// Names the key at fault. The parser's own text may quote the value, so it stays here.
fn wrong_shape(error: &serde_path_to_error::Error<serde_json::Error>) -> Failure {
    let message = error.inner().to_string();
    let quoted = || message.split('`').nth(1).unwrap_or_default().to_owned();
    let path = error.path().to_string();
    let inside = |key: String| match path.as_str() {
        "." => key,
        _ if path == key || path.ends_with(&format!(".{key}")) => path.clone(),
        _ => format!("{path}.{key}"),
    };
    if message.starts_with("unknown field") {
        Failure::new(FailureCode::ConnectionUnknownKey).detail(inside(quoted()))
    } else if message.starts_with("missing field") {
        Failure::new(FailureCode::ConnectionWrongValue).detail(inside(quoted()))
    } else {
        Failure::new(FailureCode::ConnectionWrongValue).detail(path)
    }
}

/// The text of a connection file, without a client secret.
///
/// # Errors
/// `Unknown` if the connection can't be written as JSON, which no valid connection causes.
pub fn to_json(connection: &Connection) -> Result<String, Failure> {
    let written = serde_json::to_value(connection).map_err(|_| FailureCode::Unknown)?;
    let mut document = Map::new();
    document.insert("readmit".to_owned(), Value::from(1));
    if let Value::Object(keys) = written {
        document.extend(keys);
    }
    serde_json::to_string_pretty(&Value::Object(document)).map_err(|_| FailureCode::Unknown.into())
}

/// Reads a setup code: `READMIT1-`, the connection file in base64url without padding, `-`, and
/// the first eight hex digits of its SHA-256. White space and line breaks don't matter.
///
/// # Errors
/// `SetupCodeEmpty`, `SetupCodeMalformed`, `SetupCodeIncomplete`, or what [`parse`] says of the
/// connection in it.
pub fn parse_setup_code(pasted: &SecretString) -> Result<Offer, Failure> {
    use secrecy::ExposeSecret;
    let code: String = pasted
        .expose_secret()
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let code = zeroize::Zeroizing::new(code);
    if code.is_empty() {
        return Err(FailureCode::SetupCodeEmpty.into());
    }
    if code.len() > LARGEST_FILE * 2 {
        return Err(FailureCode::SetupCodeMalformed.into());
    }
    let Some(body) = code.strip_prefix(SETUP_CODE_PREFIX) else {
        return Err(FailureCode::SetupCodeMalformed.into());
    };
    let Some((encoded, check)) = body.rsplit_once('-') else {
        return Err(FailureCode::SetupCodeIncomplete.into());
    };
    let file = URL_SAFE_NO_PAD
        .decode(encoded)
        .map(zeroize::Zeroizing::new)
        .map_err(|_| FailureCode::SetupCodeIncomplete)?;
    if check.len() != CHECK_DIGITS || !check_digits(&file).eq_ignore_ascii_case(check) {
        return Err(FailureCode::SetupCodeIncomplete.into());
    }
    parse(&file)
}

/// Makes a setup code of the text of a connection file.
#[must_use]
pub fn to_setup_code(file: &str) -> String {
    let encoded = URL_SAFE_NO_PAD.encode(file);
    format!("{SETUP_CODE_PREFIX}{encoded}-{}", check_digits(file.as_bytes()))
}

fn check_digits(file: &[u8]) -> String {
    let digest = Sha256::digest(file);
    digest
        .iter()
        .take(CHECK_DIGITS / 2)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALLEST: &str = r#"{"readmit": 1, "name": "Northwind", "region": "eu-central-1",
        "userPoolId": "eu-central-1_Nw1ndPrct", "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n"}"#;

    fn refusal(file: &str) -> (FailureCode, Option<String>) {
        match parse(file.as_bytes()) {
            Ok(_) => panic!("taken: {file}"),
            Err(failure) => (failure.code, failure.detail),
        }
    }

    fn with(key: &str, value: &str) -> String {
        let mut document: Value = serde_json::from_str(SMALLEST).unwrap();
        document[key] = serde_json::from_str(value).unwrap();
        document.to_string()
    }

    #[test]
    fn the_smallest_file_is_taken_with_or_without_a_byte_order_mark() {
        let offer = parse(SMALLEST.as_bytes()).unwrap();
        assert_eq!(offer.connection.name, "Northwind");
        assert!(offer.connection.case_sensitive);
        assert!(offer.client_secret.is_none());
        assert!(parse(format!("\u{feff}{SMALLEST}").as_bytes()).is_ok());
    }

    #[test]
    fn a_whole_file_is_taken_and_written_again_without_its_secret() {
        let mut document: Value = serde_json::from_str(SMALLEST).unwrap();
        document["clientSecret"] = Value::from("s".repeat(51));
        document["endpoint"] = Value::from("http://127.0.0.1:5504");
        document["signInNames"] = Value::from(vec!["email", "phone"]);
        document["passwordPolicy"] = serde_json::json!({"minimumLength": 12, "requireNumbers": true});
        document["helpDesk"] = serde_json::json!({"phone": "+1 206 555 0134", "hours": "8:00 to 18:00"});
        let offer = parse(document.to_string().as_bytes()).unwrap();
        assert!(offer.client_secret.is_some());
        let written = to_json(&offer.connection).unwrap();
        assert!(!written.contains("ssss"));
        assert_eq!(parse(written.as_bytes()).unwrap().connection, offer.connection);
    }

    #[test]
    fn what_is_no_connection_file_is_refused_with_the_reason() {
        use FailureCode as Code;
        assert_eq!(refusal("").0, Code::ConnectionEmpty);
        assert_eq!(refusal(" \n").0, Code::ConnectionEmpty);
        assert_eq!(refusal(&SMALLEST[..60]).0, Code::ConnectionCutShort);
        assert_eq!(refusal("<html>").0, Code::ConnectionMalformed);
        assert_eq!(refusal("[1]").0, Code::ConnectionMalformed);
        assert_eq!(refusal("{}").0, Code::ConnectionMalformed);
        assert_eq!(refusal(&" ".repeat(LARGEST_FILE + 1)).0, Code::ConnectionTooLarge);
        assert_eq!(refusal(&with("readmit", "2")).0, Code::ConnectionNewer);
        assert_eq!(refusal(&with("readmit", "\"1\"")).0, Code::ConnectionWrongValue);
    }

    #[test]
    fn the_key_at_fault_is_named_and_its_value_is_not() {
        use FailureCode as Code;
        let cases = [
            ("colour", "\"red\"", Code::ConnectionUnknownKey, "colour"),
            (
                "helpDesk",
                r#"{"fax": "1"}"#,
                Code::ConnectionUnknownKey,
                "helpDesk.fax",
            ),
            (
                "passwordPolicy",
                "{}",
                Code::ConnectionWrongValue,
                "passwordPolicy.minimumLength",
            ),
            (
                "passwordPolicy",
                r#"{"minimumLength": 5}"#,
                Code::ConnectionWrongValue,
                "passwordPolicy.minimumLength",
            ),
            (
                "passwordPolicy",
                r#"{"minimumLength": "8"}"#,
                Code::ConnectionWrongValue,
                "passwordPolicy.minimumLength",
            ),
            ("name", "\"\"", Code::ConnectionWrongValue, "name"),
            ("name", "\"North\\u202ewind\"", Code::ConnectionWrongValue, "name"),
            ("name", "7", Code::ConnectionWrongValue, "name"),
            ("region", "\"Frankfurt\"", Code::ConnectionWrongValue, "region"),
            ("region", "\"eu-west-1\"", Code::ConnectionWrongRegion, "region"),
            (
                "userPoolId",
                "\"Nw1ndPrct\"",
                Code::ConnectionWrongValue,
                "userPoolId",
            ),
            (
                "clientId",
                "\"not a client\"",
                Code::ConnectionWrongValue,
                "clientId",
            ),
            (
                "clientSecret",
                "\"short-secret\"",
                Code::ConnectionWrongValue,
                "clientSecret",
            ),
            ("clientSecret", "7", Code::ConnectionWrongValue, "clientSecret"),
            (
                "signInNames",
                "[\"fax\"]",
                Code::ConnectionWrongValue,
                "signInNames[0]",
            ),
            (
                "endpoint",
                "\"http://example.com\"",
                Code::ConnectionInsecureEndpoint,
                "endpoint",
            ),
            (
                "endpoint",
                "\"https://user:pw@example.com\"",
                Code::ConnectionWrongValue,
                "endpoint",
            ),
            (
                "endpoint",
                "\"ftp://127.0.0.1\"",
                Code::ConnectionWrongValue,
                "endpoint",
            ),
            ("endpoint", "\"nonsense\"", Code::ConnectionWrongValue, "endpoint"),
            (
                "temporaryPasswordDays",
                "366",
                Code::ConnectionWrongValue,
                "temporaryPasswordDays",
            ),
        ];
        for (key, value, code, detail) in cases {
            assert_eq!(
                refusal(&with(key, value)),
                (code, Some(detail.to_owned())),
                "{key} = {value}"
            );
        }
        let without_name = SMALLEST.replace("\"name\": \"Northwind\",", "");
        assert_eq!(
            refusal(&without_name),
            (Code::ConnectionWrongValue, Some("name".to_owned()))
        );
    }

    #[test]
    fn loopback_and_https_endpoints_are_taken_and_only_amazons_own_is_not_foreign() {
        for (endpoint, foreign) in [
            ("http://127.0.0.1:5504", true),
            ("http://[::1]:5504", true),
            ("http://localhost:5504", true),
            ("https://cognito.example.com", true),
            ("https://cognito-idp.eu-west-1.amazonaws.com", true),
            ("https://cognito-idp.eu-central-1.amazonaws.com", false),
            ("https://cognito-idp.eu-central-1.amazonaws.com.example.com", true),
        ] {
            let offer = parse(with("endpoint", &format!("\"{endpoint}\"")).as_bytes()).unwrap();
            assert_eq!(
                offer.connection.foreign_endpoint().is_some(),
                foreign,
                "{endpoint}"
            );
        }
    }

    #[test]
    fn setup_codes_survive_mail_programs_and_notice_what_is_missing() {
        let read = |code: &str| parse_setup_code(&SecretString::from(code)).map_err(|failure| failure.code);
        let code = to_setup_code(SMALLEST);
        let wrapped: String = code
            .as_bytes()
            .chunks(40)
            .map(|line| format!("  {}\r\n", String::from_utf8_lossy(line)))
            .collect();
        assert_eq!(read(&wrapped).unwrap().connection.name, "Northwind");
        assert_eq!(read(" ").unwrap_err(), FailureCode::SetupCodeEmpty);
        assert_eq!(read("hello").unwrap_err(), FailureCode::SetupCodeMalformed);
        assert_eq!(
            read(&code[..code.len() - 3]).unwrap_err(),
            FailureCode::SetupCodeIncomplete
        );
        assert_eq!(read(&code[..50]).unwrap_err(), FailureCode::SetupCodeIncomplete);
        assert_eq!(
            read(&code.replacen("READMIT1-e", "READMIT1-f", 1)).unwrap_err(),
            FailureCode::SetupCodeIncomplete
        );
    }
}
