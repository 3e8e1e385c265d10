//! A token's parts in the keychain, one item each.
//!
//! They are written from the first to the last and taken away from the last to the first, so
//! that there is never a gap: whoever counts from one finds them all, even after a write or a
//! removal that broke off. Parts of two tokens are told apart when they are read.

use cognito::{Failure, FailureCode};
use zeroize::Zeroizing;

use super::IdentityCenter;
use super::token::Token;
use crate::keychain;

/// Where items are kept, by name.
pub(crate) trait Items {
    /// Puts an item there, in place of one with the same name.
    fn put(&self, name: &str, bytes: &[u8]) -> impl Future<Output = Result<(), Failure>> + Send;
    /// The item of this name, if there is one.
    fn get(&self, name: &str) -> impl Future<Output = Result<Option<Zeroizing<Vec<u8>>>, Failure>> + Send;
    /// Takes the item of this name away, if there is one.
    fn remove(&self, name: &str) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// The operating system's keychain.
pub(crate) struct Keychain;

impl Items for Keychain {
    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        keychain::store(name, bytes).await
    }

    async fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
        keychain::read(name).await
    }

    async fn remove(&self, name: &str) -> Result<(), Failure> {
        keychain::forget(name).await
    }
}

/// Puts the token of `center` there, in place of any before it.
pub(crate) async fn write(items: &impl Items, center: &IdentityCenter, token: &Token) -> Result<(), Failure> {
    let parts = token.to_parts()?;
    for (index, part) in parts.iter().enumerate() {
        items.put(&name(center, index + 1), part).await?;
    }
    // A longer token before it leaves nothing.
    remove_from(items, center, parts.len() + 1).await
}

/// The token of `center`, or `None` where there is none.
///
/// # Errors
/// `KeychainItemGone` if a part is missing or another token's; `KeychainFailed` if it is no token.
pub(crate) async fn read(items: &impl Items, center: &IdentityCenter) -> Result<Option<Token>, Failure> {
    let Some(first) = items.get(&name(center, 1)).await? else {
        return Ok(None);
    };
    let count = Token::parts_in_all(&first)?;
    let mut parts = Vec::with_capacity(count);
    parts.push(first);
    for number in 2..=count {
        let part = items.get(&name(center, number)).await?;
        parts.push(part.ok_or(FailureCode::KeychainItemGone)?);
    }
    Token::from_parts(&parts).map(Some)
}

/// Takes the token of `center` away, every part of it.
pub(crate) async fn remove(items: &impl Items, center: &IdentityCenter) -> Result<(), Failure> {
    remove_from(items, center, 1).await
}

async fn remove_from(items: &impl Items, center: &IdentityCenter, first: usize) -> Result<(), Failure> {
    let mut end = first;
    while items.get(&name(center, end)).await?.is_some() {
        end += 1;
    }
    for number in (first..end).rev() {
        items.remove(&name(center, number)).await?;
    }
    Ok(())
}

/// What a person sees of it in their keychain.
fn name(center: &IdentityCenter, number: usize) -> String {
    format!(
        "sign-in to {} in {}, part {number}",
        center.start_url.as_str(),
        center.region
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::super::scripted::{Script, center};
    use super::super::token::tests::token;
    use super::*;

    /// A keychain in memory, which refuses to be written to after so many items.
    struct Shelf {
        items: Mutex<BTreeMap<String, Vec<u8>>>,
        room: Mutex<usize>,
    }

    impl Shelf {
        fn new() -> Self {
            Self {
                items: Mutex::new(BTreeMap::new()),
                room: Mutex::new(usize::MAX),
            }
        }

        fn names(&self) -> Vec<String> {
            self.items.lock().unwrap().keys().cloned().collect()
        }
    }

    impl Items for Shelf {
        async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
            let mut room = self.room.lock().unwrap();
            *room = room.checked_sub(1).ok_or(FailureCode::KeychainDenied)?;
            self.items.lock().unwrap().insert(name.into(), bytes.into());
            Ok(())
        }

        async fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
            Ok(self.items.lock().unwrap().get(name).cloned().map(Zeroizing::new))
        }

        async fn remove(&self, name: &str) -> Result<(), Failure> {
            self.items.lock().unwrap().remove(name);
            Ok(())
        }
    }

    #[tokio::test]
    async fn a_token_is_kept_replaced_and_forgotten_whole() {
        let (shelf, center) = (Shelf::new(), center(&Script::new([])));
        assert!(read(&shelf, &center).await.unwrap().is_none());
        write(&shelf, &center, &token(9_000, Some("one"), 1))
            .await
            .unwrap();
        assert_eq!(shelf.names().len(), 4);
        assert_eq!(
            shelf.names()[0],
            "sign-in to https://d-9067642ac7.awsapps.com/start in eu-central-1, part 1"
        );
        assert_eq!(
            read(&shelf, &center).await.unwrap().unwrap().access().len(),
            9_000
        );
        write(&shelf, &center, &token(10, Some("two"), 1)).await.unwrap();
        assert_eq!(shelf.names().len(), 1, "the longer token's parts are gone");
        assert_eq!(read(&shelf, &center).await.unwrap().unwrap().access().len(), 10);
        write(&shelf, &center, &token(9_000, Some("three"), 1))
            .await
            .unwrap();
        remove(&shelf, &center).await.unwrap();
        assert_eq!(shelf.names(), Vec::<String>::new());
        remove(&shelf, &center).await.unwrap();
    }

    #[tokio::test]
    async fn a_write_that_broke_off_is_noticed_and_leaves_nothing_that_cannot_be_forgotten() {
        let (shelf, center) = (Shelf::new(), center(&Script::new([])));
        let code = |read: Result<Option<Token>, Failure>| read.err().map(|failure| failure.code);
        for room in 1..4 {
            *shelf.room.lock().unwrap() = room;
            let failure = write(&shelf, &center, &token(9_000, None, 1)).await.unwrap_err();
            assert_eq!(failure.code, FailureCode::KeychainDenied);
            assert_eq!(
                code(read(&shelf, &center).await),
                Some(FailureCode::KeychainItemGone)
            );
        }
        *shelf.room.lock().unwrap() = usize::MAX;
        write(&shelf, &center, &token(9_000, None, 1)).await.unwrap();
        *shelf.room.lock().unwrap() = 2;
        write(&shelf, &center, &token(9_000, None, 1)).await.unwrap_err();
        assert_eq!(
            code(read(&shelf, &center).await),
            Some(FailureCode::KeychainItemGone)
        );
        remove(&shelf, &center).await.unwrap();
        assert_eq!(shelf.names(), Vec::<String>::new());
    }
}
