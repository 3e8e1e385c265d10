//! Users who are planted in a state, such as no operation leads to as well.

use std::time::Duration;

use crate::clock::Moment;
use crate::pool::Pool;
use crate::random;
use crate::recovery_channel::Contact;
use crate::seeds;
use crate::totp::Authenticator;
use crate::user::{Factor, User, UserStatus};

/// An email address or a telephone number of a planted user.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    /// The address or the number; in the service's form, though this is not checked.
    pub value: String,
    /// Whether it is verified.
    pub verified: bool,
}

/// A user to be planted.
#[derive(Clone, PartialEq, Eq)]
pub struct Planted {
    /// The user name. Where contacts are user names it only shows in the attribute `name`, as the
    /// pool makes one up.
    pub username: String,
    /// Their state.
    pub status: UserStatus,
    /// Whether they are switched on.
    pub enabled: bool,
    /// Their email address, if they have one.
    pub email: Option<Address>,
    /// Their telephone number, if they have one.
    pub phone_number: Option<Address>,
    /// The second factors that are set up and switched on; an authenticator has a secret made up.
    pub factors: Vec<Factor>,
    /// The one of them that they prefer.
    pub preferred_factor: Option<Factor>,
    /// Whether they have registered a passkey.
    pub passkey: bool,
    /// Their password, which for [`UserStatus::ForceChangePassword`] is the temporary one.
    pub password: Option<String>,
    /// How long ago they were made and their password was set.
    pub age: Duration,
}

impl Planted {
    /// A confirmed user without any contact or factor, with [`seeds::PASSWORD`], made just now.
    #[must_use]
    pub fn new(username: &str) -> Self {
        Self {
            username: username.to_owned(),
            status: UserStatus::Confirmed,
            enabled: true,
            email: None,
            phone_number: None,
            factors: Vec::new(),
            preferred_factor: None,
            passkey: false,
            password: Some(seeds::PASSWORD.to_owned()),
            age: Duration::ZERO,
        }
    }
}

/// Shows nobody, only the state.
impl std::fmt::Debug for Planted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Planted")
            .field("status", &self.status)
            .field("enabled", &self.enabled)
            .field("factors", &self.factors)
            .finish_non_exhaustive()
    }
}

/// Shows whether it is verified, and not the address.
impl std::fmt::Debug for Address {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Address")
            .field("verified", &self.verified)
            .finish_non_exhaustive()
    }
}

/// Why a user could not be planted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlantError {
    /// No pool has this id.
    #[error("there is no such pool")]
    NoSuchPool,
    /// Somebody has this user name, or one of these contacts as an alias.
    #[error("somebody has that name or contact")]
    Taken,
}

/// Puts a user into a pool, and gives the name that the pool stores.
pub(crate) fn plant(pool: &mut Pool, planted: Planted, now: Moment) -> Result<String, PlantError> {
    let sub = random::uuid();
    let contacts = [
        (Contact::Email, planted.email),
        (Contact::Phone, planted.phone_number),
    ];
    let claimed = contacts.iter().any(|(contact, address)| {
        let names_user = pool.rules.username_attributes.contains(contact);
        address.as_ref().is_some_and(|address| {
            (address.verified || names_user) && pool.holder_of(*contact, &address.value, &sub).is_some()
        })
    });
    let named_by_sub = !pool.rules.username_attributes.is_empty();
    if claimed || (!named_by_sub && pool.resolve(&planted.username).is_some()) {
        return Err(PlantError::Taken);
    }
    let username = if named_by_sub { &sub } else { &planted.username };
    let created = now.minus(planted.age);
    let mut user = User::new(username.clone(), sub.clone(), planted.status, created);
    user.attributes
        .insert("name".to_owned(), planted.username.clone());
    for (contact, address) in contacts {
        if let Some(address) = address {
            user.attributes
                .insert(contact.attribute().to_owned(), address.value);
            user.set_verified(contact, address.verified);
        }
    }
    if let Some(password) = &planted.password {
        user.replace_password(pool.name_for_srp(), password);
        user.temporary_since = (planted.status == UserStatus::ForceChangePassword).then_some(created);
    }
    user.enabled = planted.enabled;
    user.mfa.authenticator = planted
        .factors
        .contains(&Factor::Authenticator)
        .then(Authenticator::generate);
    user.mfa.enabled.extend(planted.factors);
    user.mfa.preferred = planted.preferred_factor;
    user.mfa.passkey = planted.passkey;
    let username = user.username.clone();
    pool.users.insert(user);
    Ok(username)
}
