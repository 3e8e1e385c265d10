//! Access keys: as they are typed, as they are kept in the keychain, as they are held.

use aws_credential_types::Credentials;
use cognito::{Failure, FailureCode};
use secrecy::{ExposeSecret, SecretString};

use crate::keychain;

/// How many characters of a key id are shown.
const ENDING: usize = 4;

/// An access key id, its secret and, for temporary keys, a session token.
#[derive(Clone)]
pub struct AccessKeys {
    id: String,
    secret: SecretString,
    token: Option<SecretString>,
}

impl AccessKeys {
    /// Checks keys as a person typed or pasted them: white space around them is dropped, and an
    /// empty token counts as none.
    ///
    /// The id is 16 to 128 capitals and digits (STS model, `accessKeyIdType`; IAM user guide,
    /// "Unique identifiers"). An id that begins with `ASIA` is a temporary key's and needs a token.
    ///
    /// # Errors
    /// `AccessKeyMalformed`, `SecretKeyMalformed`, `SessionTokenMalformed`.
    pub fn parse(id: &str, secret: &SecretString, token: Option<&SecretString>) -> Result<Self, Failure> {
        let id = id.trim();
        let is_id = (16..=128).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !is_id {
            return Err(FailureCode::AccessKeyMalformed.into());
        }
        let secret = secret.expose_secret().trim();
        if !(16..=128).contains(&secret.len()) || !is_base64_like(secret) {
            return Err(FailureCode::SecretKeyMalformed.into());
        }
        let token = token
            .map(|token| token.expose_secret().trim())
            .unwrap_or_default();
        let temporary = id.starts_with("ASIA");
        // The service sets no limit; far below this one headers are refused.
        if token.len() > 16 * 1024 || !is_base64_like(token) || (temporary && token.is_empty()) {
            return Err(FailureCode::SessionTokenMalformed.into());
        }
        Ok(Self {
            id: id.to_owned(),
            secret: SecretString::from(secret),
            token: (!token.is_empty()).then(|| SecretString::from(token)),
        })
    }

    /// Keys from a profile, where anything the service might take is let through.
    pub(crate) fn from_profile(id: &str, secret: &str, token: Option<&str>) -> Self {
        Self {
            id: id.to_owned(),
            secret: SecretString::from(secret),
            token: token.map(SecretString::from),
        }
    }

    /// The last four characters of the key id: all that is ever shown of these keys.
    #[must_use]
    pub fn id_ending(&self) -> String {
        let from = self.id.len().saturating_sub(ENDING);
        self.id.get(from..).unwrap_or_default().to_owned()
    }

    pub(crate) fn credentials(&self) -> Credentials {
        Credentials::new(
            self.id.clone(),
            self.secret.expose_secret(),
            self.token.as_ref().map(|token| token.expose_secret().to_owned()),
            None,
            "readmit",
        )
    }

    /// Puts the keys into the keychain, each part as an item of its own: together they could be
    /// more than Windows takes in one.
    ///
    /// # Errors
    /// Those of [`keychain::store`]. Then nothing of these keys is left in the keychain.
    pub(crate) async fn keep(&self) -> Result<(), Failure> {
        let ending = self.id_ending();
        let kept = self.keep_parts(&ending).await;
        if kept.is_err() {
            // What hindered the storing may hinder this too; the first error is the one to tell.
            let _ = Self::forget(&ending).await;
        }
        kept
    }

    async fn keep_parts(&self, ending: &str) -> Result<(), Failure> {
        let [id, secret, token] = item_names(ending);
        keychain::store(&id, self.id.as_bytes()).await?;
        keychain::store(&secret, self.secret.expose_secret().as_bytes()).await?;
        match &self.token {
            Some(value) => keychain::store(&token, value.expose_secret().as_bytes()).await,
            // Keys may be replaced by others with the same ending.
            None => keychain::forget(&token).await,
        }
    }

    /// The keys whose id ends like this, from the keychain.
    ///
    /// # Errors
    /// `KeychainItemGone` if a part isn't there, `KeychainFailed` if the parts aren't keys; else
    /// those of [`keychain::read`].
    pub(crate) async fn kept(ending: &str) -> Result<Self, Failure> {
        let [id, secret, token] = item_names(ending);
        let gone = || Failure::new(FailureCode::KeychainItemGone);
        let id = keychain::read_text(&id).await?.ok_or_else(gone)?;
        let secret = keychain::read_text(&secret).await?.ok_or_else(gone)?;
        let token = keychain::read_text(&token).await?;
        let keys = Self::parse(id.expose_secret(), &secret, token.as_ref()).map_err(|failure| {
            match failure.code {
                // Somebody removed the token and left the rest.
                FailureCode::SessionTokenMalformed if token.is_none() => gone(),
                _ => FailureCode::KeychainFailed.into(),
            }
        })?;
        if keys.id_ending() == ending {
            Ok(keys)
        } else {
            Err(FailureCode::KeychainFailed.into())
        }
    }

    /// Takes every part of the keys whose id ends like this out of the keychain. All are tried,
    /// whatever becomes of the first.
    ///
    /// # Errors
    /// Those of [`keychain::forget`].
    pub(crate) async fn forget(ending: &str) -> Result<(), Failure> {
        let mut outcome = Ok(());
        for item in item_names(ending) {
            outcome = outcome.and(keychain::forget(&item).await);
        }
        outcome
    }
}

impl PartialEq for AccessKeys {
    fn eq(&self, other: &Self) -> bool {
        let token = |keys: &Self| keys.token.as_ref().map(|token| token.expose_secret().to_owned());
        self.id == other.id
            && self.secret.expose_secret() == other.secret.expose_secret()
            && token(self) == token(other)
    }
}

impl std::fmt::Debug for AccessKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessKeys(…)")
    }
}

/// What the three parts are called in the keychain.
fn item_names(ending: &str) -> [String; 3] {
    [
        format!("AWS access key id …{ending}"),
        format!("AWS secret access key of …{ending}"),
        format!("AWS session token of …{ending}"),
    ]
}

fn is_base64_like(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"+/=_-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    // The example keys of the IAM user guide, and one that STS might have made.
    const ID: &str = "AKIAIOSFODNN7EXAMPLE";
    const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    const TEMPORARY: &str = "ASIAIOSFODNN7EXAMPLE";
    const TOKEN: &str = "FwoGZXIvYXdzEBYaD5ywgKhwJaBoYowzqpL8IuJnH9hdUgN9tMoZ+dlw==";

    fn parse(id: &str, secret: &str, token: Option<&str>) -> Result<AccessKeys, FailureCode> {
        let token = token.map(SecretString::from);
        AccessKeys::parse(id, &SecretString::from(secret), token.as_ref()).map_err(|failure| failure.code)
    }

    #[test]
    fn white_space_around_pasted_keys_is_dropped() {
        let keys = parse(
            &format!(" {TEMPORARY}\n"),
            &format!("\t{SECRET} \r\n"),
            Some(&format!(" {TOKEN} ")),
        );
        assert!(keys == parse(TEMPORARY, SECRET, Some(TOKEN)));
        assert!(keys.is_ok_and(|keys| keys.id_ending() == "MPLE"));
        assert!(parse(ID, SECRET, Some("  ")) == parse(ID, SECRET, None));
    }

    #[test]
    fn what_cannot_be_keys_is_refused_by_the_part_that_is_wrong() {
        let long = "A".repeat(129);
        let huge = "a".repeat(20_000);
        let cases: [(&str, &str, Option<&str>, FailureCode); 13] = [
            ("", SECRET, None, FailureCode::AccessKeyMalformed),
            ("AKIA", SECRET, None, FailureCode::AccessKeyMalformed),
            (&long, SECRET, None, FailureCode::AccessKeyMalformed),
            (
                "AKIAIOSFODNN 7EXAMPLE",
                SECRET,
                None,
                FailureCode::AccessKeyMalformed,
            ),
            (
                "akiaiosfodnn7example",
                SECRET,
                None,
                FailureCode::AccessKeyMalformed,
            ),
            // The two fields swapped.
            (SECRET, ID, None, FailureCode::AccessKeyMalformed),
            (ID, "", None, FailureCode::SecretKeyMalformed),
            (
                ID,
                "wJalrXUtnFEMI K7MDENG bPxRfiCYEXAMPLEKEY",
                None,
                FailureCode::SecretKeyMalformed,
            ),
            (
                ID,
                "\"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"",
                None,
                FailureCode::SecretKeyMalformed,
            ),
            (ID, "hunter2", None, FailureCode::SecretKeyMalformed),
            (TEMPORARY, SECRET, None, FailureCode::SessionTokenMalformed),
            (
                TEMPORARY,
                SECRET,
                Some("FwoG ZXIv"),
                FailureCode::SessionTokenMalformed,
            ),
            (TEMPORARY, SECRET, Some(&huge), FailureCode::SessionTokenMalformed),
        ];
        for (id, secret, token, code) in cases {
            assert_eq!(parse(id, secret, token).err(), Some(code));
        }
    }

    #[test]
    fn nothing_of_the_keys_is_printed() {
        let keys = parse(TEMPORARY, SECRET, Some(TOKEN));
        assert_eq!(format!("{keys:?}"), "Ok(AccessKeys(…))");
    }
}
