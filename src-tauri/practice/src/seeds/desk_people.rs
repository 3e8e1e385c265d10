//! People whom a help desk finds by searching, in the states that those who recover on their own
//! never see, and the groups that they and others are in.

use serde::Serialize;
use serde_json::Map;

use super::{DAY, FABRIKAM, NORTHWIND, PASSWORD, SeededPool, TAILSPIN};
use crate::clock::Moment;
use crate::pool::Pool;
use crate::random;
use crate::recovery_channel::Contact;
use crate::totp::Authenticator;
use crate::user::{Factor, User, UserStatus};

/// Why somebody turns to the help desk, or that nothing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskStory {
    /// Everything is in order: confirmed, with a verified email.
    Well,
    /// Confirmed, but the only contact was never verified.
    ContactUnverified,
    /// An administrator asked for a new password, and no code can be sent.
    ResetWithoutContact,
    /// Was invited so long ago that the temporary password has expired.
    InvitationExpired,
    /// Was invited and has a temporary password.
    Invited,
    /// Has an authenticator app as second factor.
    Authenticator,
    /// Lost the authenticator app, in a pool that wants a second factor.
    AuthenticatorLost,
    /// An administrator asked for a new password, in a pool where only they reset it.
    ResetRequired,
    /// Was switched off by an administrator.
    Disabled,
}

/// One person whom only the help desk meets.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeskPerson {
    /// The user name; where those are emails, the email.
    pub username: &'static str,
    /// What they are called.
    pub display_name: &'static str,
    /// The email address, whether verified or not.
    pub email: &'static str,
    /// The name of their pool.
    pub pool: &'static str,
    /// Why they turn to the help desk.
    pub story: DeskStory,
}

/// Shows only why they turn to the help desk.
impl std::fmt::Debug for DeskPerson {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "DeskPerson({}, {:?})", self.pool, self.story)
    }
}

const fn person(
    pool: &SeededPool,
    username: &'static str,
    display_name: &'static str,
    email: &'static str,
    story: DeskStory,
) -> DeskPerson {
    DeskPerson {
        username,
        display_name,
        email,
        pool: pool.name,
        story,
    }
}

const fn by_email(email: &'static str, display_name: &'static str, story: DeskStory) -> DeskPerson {
    person(&NORTHWIND, email, display_name, email, story)
}

/// All of them. `Tove` and `tove` differ by case alone, in a pool
/// that tells case.
pub const DESK_PEOPLE: [DeskPerson; 14] = [
    by_email("diego.vega@example.com", "Diego Vega", DeskStory::Well),
    by_email("hanna@example.com", "Hanna Weiss", DeskStory::ContactUnverified),
    by_email("ivo@example.com", "Ivo Petrov", DeskStory::ResetWithoutContact),
    by_email("oskar@example.com", "Oskar Lind", DeskStory::InvitationExpired),
    person(
        &FABRIKAM,
        "Tove",
        "Tove Lund",
        "tove.lund@example.com",
        DeskStory::Well,
    ),
    person(
        &FABRIKAM,
        "omid",
        "Omid Karimi",
        "omid@example.com",
        DeskStory::ResetWithoutContact,
    ),
    person(
        &FABRIKAM,
        "tove",
        "Tove Berg",
        "tove@example.com",
        DeskStory::ContactUnverified,
    ),
    person(
        &FABRIKAM,
        "yuki",
        "Yuki Sato",
        "yuki@example.com",
        DeskStory::Authenticator,
    ),
    person(
        &TAILSPIN,
        "grace",
        "Grace Obi",
        "grace@example.com",
        DeskStory::Authenticator,
    ),
    person(
        &TAILSPIN,
        "henry",
        "Henry Cole",
        "henry@example.com",
        DeskStory::AuthenticatorLost,
    ),
    person(
        &TAILSPIN,
        "iris",
        "Iris Novak",
        "iris@example.com",
        DeskStory::Invited,
    ),
    person(
        &TAILSPIN,
        "jonas",
        "Jonas Falk",
        "jonas@example.com",
        DeskStory::ResetRequired,
    ),
    person(
        &TAILSPIN,
        "karim",
        "Karim Aziz",
        "karim@example.com",
        DeskStory::Disabled,
    ),
    person(
        &TAILSPIN,
        "lucia",
        "Lucia Conti",
        "lucia@example.com",
        DeskStory::InvitationExpired,
    ),
];

/// Pool, group, what it is for, who is in it.
const GROUPS: [(&SeededPool, &str, &str, &[&str]); 6] = [
    (
        &NORTHWIND,
        "finance",
        "Sees the books",
        &["jane@example.com", "hanna@example.com"],
    ),
    (
        &NORTHWIND,
        "staff",
        "Everybody employed",
        &[
            "jane@example.com",
            "omar@example.com",
            "priya@example.com",
            "tom@example.com",
            "hanna@example.com",
        ],
    ),
    (&FABRIKAM, "kiosks", "Devices in shops", &["kiosk-4"]),
    (&FABRIKAM, "managers", "Run a shop", &["maria", "Tove", "yuki"]),
    (
        &TAILSPIN,
        "ground-crew",
        "Work on the ground",
        &["henry", "karim"],
    ),
    (&TAILSPIN, "pilots", "Fly", &["grace"]),
];

/// Makes those of one pool.
pub(super) fn plant(pool: &mut Pool, seeded: &SeededPool, now: Moment) {
    for person in DESK_PEOPLE.iter().filter(|person| person.pool == seeded.name) {
        let user = make(pool, person, now);
        pool.users.insert(user);
    }
}

/// Makes the groups of one pool, whose users are there already.
pub(super) fn plant_groups(pool: &mut Pool, seeded: &SeededPool, planted: Moment) {
    for (_, name, purpose, members) in GROUPS.iter().filter(|(of, ..)| of.name == seeded.name) {
        let description = Map::from_iter([("Description".to_owned(), (*purpose).into())]);
        // The names are different and far fewer than a pool takes, so nothing is refused here.
        let _ = pool.groups.create(name, description, planted);
        for member in *members {
            if let Some(sub) = pool.resolve(member) {
                let _ = pool.groups.join(name, &sub);
            }
        }
    }
}

fn make(pool: &Pool, person: &DeskPerson, now: Moment) -> User {
    let sub = random::uuid();
    let named_by_sub = !pool.rules.username_attributes.is_empty();
    let username = if named_by_sub { &sub } else { person.username };
    let created = match person.story {
        DeskStory::Invited => now.minus(DAY),
        _ => now.minus(60 * DAY),
    };
    let status = match person.story {
        DeskStory::Invited | DeskStory::InvitationExpired => UserStatus::ForceChangePassword,
        DeskStory::ResetRequired | DeskStory::ResetWithoutContact => UserStatus::ResetRequired,
        DeskStory::Well
        | DeskStory::ContactUnverified
        | DeskStory::Authenticator
        | DeskStory::AuthenticatorLost
        | DeskStory::Disabled => UserStatus::Confirmed,
    };
    let mut user = User::new(username.to_owned(), sub.clone(), status, created);
    let (given, family) = person.display_name.split_once(' ').unwrap_or_default();
    for (name, value) in [
        ("name", person.display_name),
        ("given_name", given),
        ("family_name", family),
        ("email", person.email),
    ] {
        user.attributes.insert(name.to_owned(), value.to_owned());
    }
    let unverified = matches!(
        person.story,
        DeskStory::ContactUnverified | DeskStory::ResetWithoutContact
    );
    user.set_verified(Contact::Email, !unverified);
    user.replace_password(pool.name_for_srp(), PASSWORD);
    if status == UserStatus::ForceChangePassword {
        user.temporary_since = Some(created);
    }
    user.enabled = person.story != DeskStory::Disabled;
    if person.story == DeskStory::Authenticator {
        user.mfa.authenticator = Some(Authenticator::generate());
        user.mfa.enabled.insert(Factor::Authenticator);
        user.mfa.preferred = Some(Factor::Authenticator);
    }
    user
}
