//! A sign-in's token, and how it is cut to the keychain's measure.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_lc_rs::rand;
use aws_sdk_ssooidc::operation::create_token::CreateTokenOutput;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cognito::{Failure, FailureCode};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::answer::incomplete;
use super::registration::{Grant, Registration};

/// A token is renewed when it has less time left than this, as the AWS SDKs do it.
const NEAR_ITS_END: Duration = Duration::from_secs(5 * 60);
/// Most bytes of a token in one part; with its head a part stays under the 2,560 that Windows
/// takes for one item.
const PART: usize = 2_400;
/// Most parts a token may have: far more than any has been seen to need.
pub(crate) const MOST_PARTS: usize = 40;
/// The shape of what is kept.
const VERSION: u32 = 1;

/// What a sign-in ends with: the access token, what renews it, and the registration it belongs to.
///
/// Everything secret in it is zeroized when dropped; its `Debug` says nothing.
#[derive(Clone)]
pub struct Token {
    access: SecretString,
    refresh: Option<SecretString>,
    expires_at: SystemTime,
    registration: Registration,
}

/// The token as it is kept. Times are in seconds since 1970.
#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    access: &'a str,
    refresh: Option<&'a str>,
    expires_at: u64,
    grant: Grant,
    client_id: &'a str,
    client_secret: &'a str,
    registration_expires_at: u64,
}

/// The same, read back.
#[derive(Deserialize)]
struct Read {
    version: u32,
    access: SecretString,
    refresh: Option<SecretString>,
    expires_at: u64,
    grant: Grant,
    client_id: String,
    client_secret: SecretString,
    registration_expires_at: u64,
}

impl Token {
    /// The token in an answer of `CreateToken`, received `now`. A renewal may leave out a new
    /// refresh token: then `refresh` stays good.
    pub(crate) fn from_answer(
        answer: CreateTokenOutput,
        refresh: Option<SecretString>,
        registration: Registration,
        now: SystemTime,
    ) -> Result<Self, Failure> {
        let lasts = u64::try_from(answer.expires_in).map_err(|_| incomplete())?;
        Ok(Self {
            access: SecretString::from(answer.access_token.ok_or_else(incomplete)?),
            refresh: answer.refresh_token.map(SecretString::from).or(refresh),
            expires_at: now + Duration::from_secs(lasts),
            registration,
        })
    }

    /// When it ends, if it isn't renewed before.
    #[must_use]
    pub fn expires_at(&self) -> SystemTime {
        self.expires_at
    }

    pub(crate) fn access(&self) -> &str {
        self.access.expose_secret()
    }

    pub(crate) fn refresh(&self) -> Option<&SecretString> {
        self.refresh.as_ref()
    }

    pub(crate) fn registration(&self) -> &Registration {
        &self.registration
    }

    /// Whether it has ended.
    pub(crate) fn is_over(&self, now: SystemTime) -> bool {
        self.expires_at <= now
    }

    /// Whether it is time for another, and one can be had.
    pub(crate) fn is_to_be_renewed(&self, now: SystemTime) -> bool {
        self.is_over(now + NEAR_ITS_END) && self.refresh.is_some() && !self.registration.is_over(now)
    }

    /// The same token, never to be renewed again: the service refused.
    pub(crate) fn unrenewable(&self) -> Self {
        Self {
            refresh: None,
            ..self.clone()
        }
    }

    /// The token in parts that each fit into one item of any keychain, in order, the first one always there.
    /// A part says in its head which token it is of, its number, and how many there are.
    ///
    /// # Errors
    /// `KeychainTooLong` if there would be more than 40.
    pub fn to_parts(&self) -> Result<Vec<Zeroizing<Vec<u8>>>, Failure> {
        let written = Written {
            version: VERSION,
            access: self.access(),
            refresh: self.refresh().map(ExposeSecret::expose_secret),
            expires_at: seconds(self.expires_at),
            grant: self.registration.grant,
            client_id: &self.registration.client_id,
            client_secret: self.registration.client_secret.expose_secret(),
            registration_expires_at: seconds(self.registration.expires_at),
        };
        // Room for everything from the start: a vector that grows leaves copies behind.
        let room = 512
            + 2 * (written.access.len()
                + written.refresh.map_or(0, str::len)
                + written.client_id.len()
                + written.client_secret.len());
        let mut text = Zeroizing::new(Vec::with_capacity(room));
        serde_json::to_writer(&mut *text, &written).map_err(|_| FailureCode::KeychainFailed)?;
        let chunks = text.chunks(PART);
        let count = chunks.len();
        if count > MOST_PARTS {
            return Err(FailureCode::KeychainTooLong.into());
        }
        let mut stamp = [0; 9];
        rand::fill(&mut stamp).map_err(|_| FailureCode::KeychainFailed)?;
        let stamp = URL_SAFE_NO_PAD.encode(stamp);
        let part = |(index, chunk): (usize, &[u8])| {
            let head = format!("{stamp} {} {count}\n", index + 1);
            let mut part = Zeroizing::new(Vec::with_capacity(head.len() + chunk.len()));
            part.extend_from_slice(head.as_bytes());
            part.extend_from_slice(chunk);
            part
        };
        Ok(chunks.enumerate().map(part).collect())
    }

    /// Puts a token together again.
    ///
    /// # Errors
    /// `KeychainItemGone` if a part is missing or is another token's (it was replaced only in part);
    /// `KeychainFailed` if this is no token.
    pub fn from_parts(parts: &[Zeroizing<Vec<u8>>]) -> Result<Self, Failure> {
        let failed = || Failure::new(FailureCode::KeychainFailed);
        let room = parts.iter().map(|part| part.len()).sum();
        let mut text = Zeroizing::new(Vec::with_capacity(room));
        let mut first_stamp = None;
        for (index, part) in parts.iter().enumerate() {
            let head = Head::of(part).ok_or_else(failed)?;
            let belongs = *first_stamp.get_or_insert(head.stamp) == head.stamp
                && head.number == index + 1
                && head.count == parts.len();
            if !belongs {
                return Err(FailureCode::KeychainItemGone.into());
            }
            text.extend_from_slice(head.rest);
        }
        let read: Read = serde_json::from_slice(&text).map_err(|_| failed())?;
        if read.version != VERSION {
            return Err(failed());
        }
        Ok(Self {
            access: read.access,
            refresh: read.refresh,
            expires_at: instant(read.expires_at).ok_or_else(failed)?,
            registration: Registration {
                grant: read.grant,
                client_id: read.client_id,
                client_secret: read.client_secret,
                expires_at: instant(read.registration_expires_at).ok_or_else(failed)?,
            },
        })
    }

    /// How many parts there are, by the first of them.
    ///
    /// # Errors
    /// `KeychainFailed` if it is no part of a token.
    pub fn parts_in_all(first: &[u8]) -> Result<usize, Failure> {
        Head::of(first)
            .map(|head| head.count)
            .filter(|count| (1..=MOST_PARTS).contains(count))
            .ok_or_else(|| FailureCode::KeychainFailed.into())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A part's first line, and what follows it.
struct Head<'a> {
    stamp: &'a str,
    number: usize,
    count: usize,
    rest: &'a [u8],
}

impl<'a> Head<'a> {
    fn of(part: &'a [u8]) -> Option<Self> {
        let end = part.iter().position(|byte| *byte == b'\n')?;
        let (line, rest) = part.split_at_checked(end)?;
        let mut words = std::str::from_utf8(line).ok()?.split(' ');
        Some(Self {
            stamp: words.next()?,
            number: words.next()?.parse().ok()?,
            count: words.next()?.parse().ok()?,
            rest: rest.get(1..)?,
        })
    }
}

/// Whole seconds since 1970, rounded down: a token is never kept for longer than it is good for.
fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH)
        .map(|since| since.as_secs())
        .unwrap_or_default()
}

fn instant(seconds: u64) -> Option<SystemTime> {
    UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A token with an access token of this length, which ends this many seconds after 1970.
    pub(crate) fn token(length: usize, refresh: Option<&str>, expires_at: u64) -> Token {
        Token {
            access: SecretString::from("A".repeat(length)),
            refresh: refresh.map(SecretString::from),
            expires_at: UNIX_EPOCH + Duration::from_secs(expires_at),
            registration: Registration {
                grant: Grant::DeviceCode,
                client_id: "client-id".into(),
                client_secret: SecretString::from("client-secret"),
                expires_at: UNIX_EPOCH + Duration::from_secs(20_000),
            },
        }
    }

    #[test]
    fn every_part_fits_into_an_item_of_windows() {
        // CRED_MAX_CREDENTIAL_BLOB_SIZE, 5 * 512 bytes.
        for length in [100, 2_000, 2_200, 4_096, 9_000, 60_000] {
            let parts = token(length, Some("refresh"), 1_000).to_parts().unwrap();
            assert!(parts.iter().all(|part| part.len() <= 2_560), "{length}");
            assert_eq!(Token::parts_in_all(&parts[0]).unwrap(), parts.len());
            let back = Token::from_parts(&parts).unwrap();
            assert_eq!(back.access().len(), length);
            assert_eq!(back.refresh().unwrap().expose_secret(), "refresh");
            assert_eq!(back.expires_at(), UNIX_EPOCH + Duration::from_secs(1_000));
            assert_eq!(back.registration().client_id, "client-id");
            assert_eq!(back.registration().client_secret.expose_secret(), "client-secret");
            assert_eq!(back.registration().grant, Grant::DeviceCode);
        }
        let longer = token(200_000, None, 0).to_parts();
        assert_eq!(longer.err().unwrap().code, FailureCode::KeychainTooLong);
    }

    #[test]
    fn a_token_that_was_replaced_only_in_part_is_none() {
        let old = token(6_000, Some("old"), 1_000).to_parts().unwrap();
        let new = token(6_000, Some("new"), 1_000).to_parts().unwrap();
        let code = |parts: &[Zeroizing<Vec<u8>>]| Token::from_parts(parts).err().unwrap().code;
        let torn = [new[0].clone(), old[1].clone(), old[2].clone()];
        assert_eq!(code(&torn), FailureCode::KeychainItemGone);
        assert_eq!(code(&old[..2]), FailureCode::KeychainItemGone);
        let swapped = [old[1].clone(), old[0].clone(), old[2].clone()];
        assert_eq!(code(&swapped), FailureCode::KeychainItemGone);
        for rubbish in ["", "rubbish", "a b c\n{}", "stamp 1 1\n{}", "stamp 1 1\nnull"] {
            let part = Zeroizing::new(rubbish.as_bytes().to_vec());
            assert_eq!(code(&[part]), FailureCode::KeychainFailed, "{rubbish:?}");
        }
        for count in ["0", "41", "-1"] {
            let head = format!("stamp 1 {count}\n");
            assert_eq!(
                Token::parts_in_all(head.as_bytes()).err().unwrap().code,
                FailureCode::KeychainFailed
            );
        }
    }

    #[test]
    fn a_token_is_renewed_in_its_last_five_minutes() {
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        let token = token(10, Some("refresh"), 1_000);
        assert!(!token.is_to_be_renewed(at(699)));
        assert!(token.is_to_be_renewed(at(700)));
        assert!(!token.is_over(at(999)));
        assert!(token.is_over(at(1_000)));
        // The registration ends at 20,000, and with it every renewal.
        assert!(token.is_to_be_renewed(at(19_999)));
        assert!(!token.is_to_be_renewed(at(20_000)));
        assert!(!token.unrenewable().is_to_be_renewed(at(1_000)));
    }

    #[test]
    fn debug_says_nothing() {
        assert_eq!(format!("{:?}", token(10, Some("refresh"), 0)), "Token(…)");
    }
}
