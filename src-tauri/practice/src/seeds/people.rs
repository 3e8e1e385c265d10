//! People who recover and sign in on their own.

use serde::Serialize;

use super::{AUTHENTICATOR_SECRET, DAY, FABRIKAM, NORTHWIND, PASSWORD, SeededPool, TAILSPIN};
use crate::clock::Moment;
use crate::pool::Pool;
use crate::random;
use crate::recovery_channel::Contact;
use crate::totp::Authenticator;
use crate::user::{Factor, User, UserStatus};

/// Why a seeded person is stuck, or what they meet when they sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Story {
    /// Forgot the password, and everything else is in order.
    Forgot,
    /// Forgot the password, and only a phone can receive the code.
    PhoneOnly,
    /// Signed up and never confirmed it.
    SignUpUnfinished,
    /// Was invited and has a temporary password.
    Invited,
    /// Was invited so long ago that the temporary password has expired.
    InvitationExpired,
    /// Was switched off by an administrator.
    Disabled,
    /// An administrator asked for a new password.
    ResetRequired,
    /// Has nowhere that a code could go.
    NoVerifiedContact,
    /// Has a contact, but it is also the second factor.
    FactorIsContact,
    /// Signs in through another identity provider.
    Federated,
    /// Was invited, and the profile lacks what the pool requires.
    InvitedIncomplete,
    /// Signs in with an authenticator app as second factor.
    Authenticator,
    /// Signs in with a code by text message as second factor.
    TextMessageFactor,
    /// Signs in with a code by email as second factor.
    EmailFactor,
    /// Has two second factors, and chooses at each sign-in.
    SeveralFactors,
    /// Has no second factor yet, in a pool that wants one: sets up an authenticator at sign-in.
    AuthenticatorDue,
}

/// One seeded person.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Person {
    /// What they type to say who they are.
    pub username: &'static str,
    /// What they are called.
    pub display_name: &'static str,
    /// The name of their pool.
    pub pool: &'static str,
    /// Why they are stuck.
    pub story: Story,
}

/// Shows only why they are stuck.
impl std::fmt::Debug for Person {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Person({}, {:?})", self.pool, self.story)
    }
}

const fn person(
    pool: &SeededPool,
    username: &'static str,
    display_name: &'static str,
    story: Story,
) -> Person {
    Person {
        username,
        display_name,
        pool: pool.name,
        story,
    }
}

/// Everybody who recovers on their own, in the order to show them. [`DESK_PEOPLE`](super::DESK_PEOPLE) are the others.
pub const PEOPLE: [Person; 20] = [
    person(&NORTHWIND, "jane@example.com", "Jane Ellis", Story::Forgot),
    person(&NORTHWIND, "omar@example.com", "Omar Haddad", Story::PhoneOnly),
    person(
        &NORTHWIND,
        "lena@example.com",
        "Lena Vogt",
        Story::SignUpUnfinished,
    ),
    person(&NORTHWIND, "diego@example.com", "Diego Ramos", Story::Invited),
    person(
        &NORTHWIND,
        "mei@example.com",
        "Mei Tanaka",
        Story::InvitedIncomplete,
    ),
    person(&NORTHWIND, "priya@example.com", "Priya Nair", Story::Disabled),
    person(&NORTHWIND, "tom@example.com", "Tom Becker", Story::ResetRequired),
    person(&FABRIKAM, "maria", "Maria Rossi", Story::Forgot),
    person(&FABRIKAM, "kiosk-4", "Kiosk 4", Story::NoVerifiedContact),
    person(&FABRIKAM, "noah", "Noah Lind", Story::SignUpUnfinished),
    person(&FABRIKAM, "aiko", "Aiko Mori", Story::InvitationExpired),
    person(&FABRIKAM, "sam", "Sam Okafor", Story::Disabled),
    person(&FABRIKAM, "ruth", "Ruth Meyer", Story::FactorIsContact),
    person(&FABRIKAM, "felix", "Felix Brandt", Story::Federated),
    person(&FABRIKAM, "nina", "Nina Kovac", Story::Invited),
    person(&FABRIKAM, "vera", "Vera Simic", Story::Authenticator),
    person(&FABRIKAM, "wim", "Wim Jansen", Story::TextMessageFactor),
    person(&FABRIKAM, "elin", "Elin Dahl", Story::EmailFactor),
    person(&FABRIKAM, "bao", "Bao Tran", Story::SeveralFactors),
    person(&TAILSPIN, "zoe", "Zoe Adler", Story::AuthenticatorDue),
];

/// Makes those of one pool.
pub(super) fn plant(pool: &mut Pool, seeded: &SeededPool, now: Moment) {
    for person in PEOPLE.iter().filter(|person| person.pool == seeded.name) {
        let user = make_user(pool, person, now);
        pool.users.insert(user);
    }
}

fn make_user(pool: &Pool, person: &Person, now: Moment) -> User {
    let sub = random::uuid();
    let signs_in_by_email = !pool.rules.username_attributes.is_empty();
    let username = if signs_in_by_email { &sub } else { person.username };
    let created = match person.story {
        Story::Invited | Story::InvitedIncomplete => now.minus(DAY),
        Story::SignUpUnfinished => now.minus(2 * DAY),
        _ => now.minus(40 * DAY),
    };
    let mut user = User::new(username.to_owned(), sub.clone(), status(person.story), created);
    user.attributes
        .insert("name".to_owned(), person.display_name.to_owned());
    if let Some((given, family)) = person.display_name.split_once(' ')
        && person.story != Story::InvitedIncomplete
    {
        for (name, value) in [("given_name", given), ("family_name", family)] {
            user.attributes.insert(name.to_owned(), value.to_owned());
        }
    }
    if person.story != Story::Federated {
        user.replace_password(pool.name_for_srp(), PASSWORD);
    }
    let email = if signs_in_by_email {
        person.username.to_owned()
    } else {
        format!("{}@example.com", person.username)
    };
    if person.story != Story::NoVerifiedContact {
        user.attributes.insert("email".to_owned(), email);
        let unverified = matches!(person.story, Story::PhoneOnly | Story::SignUpUnfinished);
        user.set_verified(Contact::Email, !unverified);
    }
    if let Some(number) = phone(person.story) {
        user.attributes
            .insert("phone_number".to_owned(), number.to_owned());
        user.set_verified(Contact::Phone, true);
    }
    if status(person.story) == UserStatus::ForceChangePassword {
        user.temporary_since = Some(created);
    }
    user.enabled = person.story != Story::Disabled;
    let (factors, preferred) = factors(person.story);
    if factors.contains(&Factor::Authenticator) {
        user.mfa.authenticator = Authenticator::with_secret(AUTHENTICATOR_SECRET);
    }
    user.mfa.enabled.extend(factors);
    user.mfa.preferred = preferred;
    user
}

const fn phone(story: Story) -> Option<&'static str> {
    match story {
        Story::PhoneOnly => Some("+4915112349934"),
        Story::TextMessageFactor => Some("+12065550117"),
        Story::EmailFactor => Some("+12065550128"),
        Story::SeveralFactors => Some("+12065550139"),
        _ => None,
    }
}

/// The second factors that are switched on, and which of them is preferred.
const fn factors(story: Story) -> (&'static [Factor], Option<Factor>) {
    match story {
        Story::Authenticator => (&[Factor::Authenticator], Some(Factor::Authenticator)),
        Story::TextMessageFactor => (&[Factor::Sms], Some(Factor::Sms)),
        Story::EmailFactor | Story::FactorIsContact => (&[Factor::Email], Some(Factor::Email)),
        Story::SeveralFactors => (&[Factor::Sms, Factor::Authenticator], None),
        _ => (&[], None),
    }
}

const fn status(story: Story) -> UserStatus {
    match story {
        Story::SignUpUnfinished => UserStatus::Unconfirmed,
        Story::Invited | Story::InvitationExpired | Story::InvitedIncomplete => {
            UserStatus::ForceChangePassword
        }
        Story::ResetRequired => UserStatus::ResetRequired,
        Story::Federated => UserStatus::ExternalProvider,
        Story::Forgot
        | Story::PhoneOnly
        | Story::Disabled
        | Story::NoVerifiedContact
        | Story::FactorIsContact
        | Story::Authenticator
        | Story::TextMessageFactor
        | Story::EmailFactor
        | Story::SeveralFactors
        | Story::AuthenticatorDue => UserStatus::Confirmed,
    }
}
