//! A pool's worth of invented people, each worked out from their number when somebody looks.
//!
//! A million of them take some twenty megabytes: for each the names they drew, and the orders in
//! which a list shows them. Everything else about a person follows from their number.

mod names;

use std::collections::BTreeSet;
use std::ops::Range;
use std::time::Duration;

use crate::clock::Moment;
use crate::random::uuid_from;
use crate::recovery_channel::Contact;
use crate::search::{Filter, Searchable};
use crate::seeds;
use crate::user::{User, UserStatus};
use names::{FAMILY_NAMES, GIVEN_NAMES};

/// The most people a pool can be populated with.
pub(crate) const MOST: u32 = 5_000_000;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const DOMAINS: [&str; 3] = ["example.com", "mail.example.com", "post.example.com"];

/// The names somebody drew, and which of those who drew the same ones they are.
#[derive(Clone, Copy)]
struct Born {
    given: u16,
    family: u16,
    number: u32,
}

/// An order in which people are listed.
#[derive(Clone, Copy)]
enum Order {
    /// By number, which is the order of subs and of phone numbers.
    Number,
    /// By given name, family name, number: the order of names and of email addresses.
    Name,
    FamilyName,
    Status,
}

/// A stretch of an order.
pub(crate) struct Span {
    order: Order,
    range: Range<usize>,
    /// Only who is switched on, or only who is not.
    enabled: Option<bool>,
}

/// The invented people of one pool.
pub(crate) struct Population {
    people: Vec<Born>,
    by_name: Vec<u32>,
    by_family_name: Vec<u32>,
    by_status: Vec<u32>,
    /// Those who have become users like any other, or are gone.
    taken: BTreeSet<u32>,
    /// How many digits the number in an email address has.
    digits: usize,
    /// Whether the user name is the sub, as where people sign in with a contact.
    named_by_sub: bool,
    pool_name: String,
    planted: Moment,
}

impl Population {
    /// Makes up this many people, at most [`MOST`].
    pub(crate) fn new(count: u32, named_by_sub: bool, pool_name: &str, planted: Moment) -> Self {
        let count = count.min(MOST);
        let mut drawn = vec![0; GIVEN_NAMES.len() * FAMILY_NAMES.len()];
        let mut most = 1;
        let people: Vec<Born> = (0..count)
            .map(|index| {
                let draw = mixed(index, 1);
                let given = choice(draw >> 32, GIVEN_NAMES.len());
                let family = choice(draw & 0xffff_ffff, FAMILY_NAMES.len());
                let number: &mut u32 =
                    &mut drawn[usize::from(given) * FAMILY_NAMES.len() + usize::from(family)];
                *number += 1;
                most = most.max(*number);
                Born {
                    given,
                    family,
                    number: *number,
                }
            })
            .collect();
        // Sorting by the last key first leaves the earlier ones in order, as each sort is stable.
        let numbers: Vec<u32> = (0..count).collect();
        let family = |index: u32| usize::from(people[index as usize].family);
        let given = |index: u32| usize::from(people[index as usize].given);
        let by_family_name = sorted(&numbers, FAMILY_NAMES.len(), family);
        let by_name = sorted(&by_family_name, GIVEN_NAMES.len(), given);
        let by_status = sorted(&numbers, STATUSES.len(), |index| {
            let status = status(index);
            STATUSES.iter().position(|one| *one == status).unwrap_or(0)
        });
        Self {
            people,
            by_name,
            by_family_name,
            by_status,
            taken: BTreeSet::new(),
            digits: most.to_string().len().max(2),
            named_by_sub,
            pool_name: pool_name.to_owned(),
            planted,
        }
    }

    /// How many are still no more than a number.
    pub(crate) fn remaining(&self) -> usize {
        self.people.len() - self.taken.len()
    }

    /// One of the remaining, as the user they become.
    pub(crate) fn take(&mut self, index: u32) -> Option<User> {
        let mut user = self.person(index)?;
        self.taken.insert(index);
        if user.status != UserStatus::ExternalProvider {
            let since = (user.status == UserStatus::ForceChangePassword).then_some(user.created);
            user.replace_password(&self.pool_name, seeds::PASSWORD);
            user.temporary_since = since;
        }
        Some(user)
    }

    /// One of the remaining; without their password, which takes time to make.
    fn person(&self, index: u32) -> Option<User> {
        let born = *self.people.get(index as usize)?;
        if self.taken.contains(&index) {
            return None;
        }
        let sub = self.sub(index);
        let username = if self.named_by_sub {
            sub.clone()
        } else {
            self.local_part(born)
        };
        let status = status(index);
        let draw = mixed(index, 3);
        let age = match status {
            // Half of the temporary passwords have expired, as they live for a week.
            UserStatus::ForceChangePassword => draw % 14,
            _ => draw % 1000,
        };
        let created = self
            .planted
            .minus(DAY * u32::try_from(age).unwrap_or(0))
            .minus(Duration::from_secs(mixed(index, 4) % DAY.as_secs()));
        let mut user = User::new(username, sub, status, created);
        user.enabled = is_enabled(index);
        for (name, value) in [
            ("email", self.email(index, born)),
            ("name", self.full_name(born)),
            ("given_name", GIVEN_NAMES[usize::from(born.given)].to_owned()),
            ("family_name", FAMILY_NAMES[usize::from(born.family)].to_owned()),
        ] {
            user.attributes.insert(name.to_owned(), value);
        }
        let confirmed = status != UserStatus::Unconfirmed;
        user.set_verified(Contact::Email, confirmed && !mixed(index, 6).is_multiple_of(33));
        if mixed(index, 7) % 5 < 2 {
            user.attributes
                .insert("phone_number".to_owned(), self.phone(index));
            user.set_verified(Contact::Phone, confirmed && !mixed(index, 8).is_multiple_of(4));
        }
        Some(user)
    }

    /// How far apart numbers are when `whole` is shared out among everybody.
    fn stride(&self, whole: u64) -> u64 {
        whole / (self.people.len() as u64).max(1)
    }

    /// The first four bytes of a sub follow the number, the others are only mixed.
    fn sub(&self, index: u32) -> String {
        let stride = self.stride(1 << 32);
        let first = u64::from(index) * stride + mixed(index, 9) % stride.max(1);
        let mut bits = [0; 16];
        bits[..4].copy_from_slice(&first.to_be_bytes()[4..]);
        bits[4..12].copy_from_slice(&mixed(index, 10).to_be_bytes());
        bits[12..].copy_from_slice(&mixed(index, 11).to_be_bytes()[..4]);
        uuid_from(bits)
    }

    /// A number that follows the person's; nobody can have it, as no country has the code +999.
    fn phone(&self, index: u32) -> String {
        let stride = self.stride(100_000_000);
        let number = u64::from(index) * stride + mixed(index, 12) % stride.max(1);
        format!("+999{number:08}")
    }

    fn local_part(&self, born: Born) -> String {
        let (given, family) = (
            GIVEN_NAMES[usize::from(born.given)],
            FAMILY_NAMES[usize::from(born.family)],
        );
        format!("{given}.{family}{:0width$}", born.number, width = self.digits).to_lowercase()
    }

    fn email(&self, index: u32, born: Born) -> String {
        let domain = DOMAINS[usize::from(choice(mixed(index, 13), DOMAINS.len()))];
        format!("{}@{domain}", self.local_part(born))
    }

    fn full_name(&self, born: Born) -> String {
        let (given, family) = (usize::from(born.given), usize::from(born.family));
        format!("{} {}", GIVEN_NAMES[given], FAMILY_NAMES[family])
    }

    /// The remaining person whose `attribute` is `value`, which is in lower case.
    pub(crate) fn whose(&self, by: Searchable, value: &str) -> Option<u32> {
        let order = self.order(by)?;
        let place = self.bound(order, |index| self.raw(by, index).to_lowercase().as_str() < value);
        let index = self.at(order, place)?;
        let user = self.person(index)?;
        by.of(&user)
            .is_some_and(|held| held.to_lowercase() == value)
            .then_some(index)
    }

    /// Whether a remaining person's contact exists and is verified.
    pub(crate) fn has_verified(&self, index: u32, contact: Contact) -> bool {
        self.person(index).is_some_and(|user| user.has_verified(contact))
    }

    fn order(&self, by: Searchable) -> Option<Order> {
        Some(match by {
            Searchable::Username if !self.named_by_sub => Order::Name,
            Searchable::Attribute("email" | "name" | "given_name") => Order::Name,
            Searchable::Attribute("family_name") => Order::FamilyName,
            Searchable::UserStatus => Order::Status,
            Searchable::Attribute("preferred_username") => return None,
            // Who is enabled has no order; whoever goes through the people skips the others.
            Searchable::Username | Searchable::Sub | Searchable::Enabled | Searchable::Attribute(_) => {
                Order::Number
            }
        })
    }

    /// Where the people that a filter looks for are; by user name if there is no filter.
    pub(crate) fn span(&self, filter: Option<&Filter>) -> Option<Span> {
        let order = self.order(filter.map_or(Searchable::Username, |filter| filter.by))?;
        let mut span = Span {
            order,
            range: 0..self.people.len(),
            enabled: None,
        };
        match filter {
            None => {}
            Some(filter) if filter.by == Searchable::Enabled => {
                let matching = [true, false].map(|enabled| filter.takes(Searchable::enabled(enabled)));
                span.enabled = match matching {
                    [true, true] => None,
                    [true, false] => Some(true),
                    [false, true] => Some(false),
                    [false, false] => return None,
                };
            }
            Some(filter) => {
                let key = |index| filter.fold(&self.raw(filter.by, index));
                let start = self.bound(order, |index| key(index) < filter.value);
                let end = self.bound(order, |index| {
                    let key = key(index);
                    key <= filter.value || (filter.prefix && key.starts_with(&filter.value))
                });
                span.range = start..end;
            }
        }
        Some(span)
    }

    /// The remaining people of a span from a position on, each with the position after them.
    pub(crate) fn people(&self, span: &Span, from: usize) -> impl Iterator<Item = (usize, User)> {
        let (order, wanted) = (span.order, span.enabled);
        (span.range.start.max(from)..span.range.end).filter_map(move |place| {
            let index = self.at(order, place)?;
            if wanted.is_some_and(|wanted| wanted != is_enabled(index)) {
                return None;
            }
            Some((place + 1, self.person(index)?))
        })
    }

    /// What somebody is sorted by, whether they have it or not.
    fn raw(&self, by: Searchable, index: u32) -> String {
        let Some(born) = self.people.get(index as usize).copied() else {
            return String::new();
        };
        match by {
            Searchable::Username if !self.named_by_sub => self.local_part(born),
            Searchable::Username | Searchable::Sub => self.sub(index),
            Searchable::UserStatus => status(index).name().to_owned(),
            Searchable::Attribute("email") => self.email(index, born),
            Searchable::Attribute("name") => self.full_name(born),
            Searchable::Attribute("given_name") => GIVEN_NAMES[usize::from(born.given)].to_owned(),
            Searchable::Attribute("family_name") => FAMILY_NAMES[usize::from(born.family)].to_owned(),
            Searchable::Attribute("phone_number") => self.phone(index),
            Searchable::Enabled | Searchable::Attribute(_) => String::new(),
        }
    }

    fn at(&self, order: Order, place: usize) -> Option<u32> {
        match order {
            Order::Number => u32::try_from(place).ok().filter(|_| place < self.people.len()),
            Order::Name => self.by_name.get(place).copied(),
            Order::FamilyName => self.by_family_name.get(place).copied(),
            Order::Status => self.by_status.get(place).copied(),
        }
    }

    /// The first position whose person does not come `before`.
    fn bound(&self, order: Order, before: impl Fn(u32) -> bool) -> usize {
        let (mut low, mut high) = (0, self.people.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.at(order, middle).is_some_and(&before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Every status, in the order of their names.
const STATUSES: [UserStatus; 5] = [
    UserStatus::Confirmed,
    UserStatus::ExternalProvider,
    UserStatus::ForceChangePassword,
    UserStatus::ResetRequired,
    UserStatus::Unconfirmed,
];

/// Nine out of ten are confirmed.
fn status(index: u32) -> UserStatus {
    match mixed(index, 2) % 100 {
        0..=1 => UserStatus::ExternalProvider,
        2..=4 => UserStatus::ForceChangePassword,
        5..=6 => UserStatus::ResetRequired,
        7..=9 => UserStatus::Unconfirmed,
        _ => UserStatus::Confirmed,
    }
}

/// One in a hundred is switched off.
const fn is_enabled(index: u32) -> bool {
    !mixed(index, 5).is_multiple_of(100)
}

/// Sorts by a small key, keeping the order of those whose key is the same.
fn sorted(numbers: &[u32], keys: usize, key: impl Fn(u32) -> usize) -> Vec<u32> {
    let mut next = vec![0; keys + 1];
    for number in numbers {
        next[key(*number) + 1] += 1;
    }
    for index in 1..next.len() {
        next[index] += next[index - 1];
    }
    let mut sorted = vec![0; numbers.len()];
    for number in numbers {
        let place = &mut next[key(*number)];
        sorted[*place] = *number;
        *place += 1;
    }
    sorted
}

fn choice(draw: u64, among: usize) -> u16 {
    u16::try_from(draw % (among as u64).max(1)).unwrap_or(0)
}

/// Bits that are the same each time for a number and a purpose, and otherwise look random
/// (the finalizer of SplitMix64).
const fn mixed(index: u32, purpose: u64) -> u64 {
    let mut bits = ((index as u64) << 8 | purpose)
        .wrapping_add(1)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
