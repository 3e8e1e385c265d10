//! A user pool: its settings, its users, its clients, and what is under way in it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::client::Client;
use crate::clock::Moment;
use crate::directory::Directory;
use crate::errors::ServiceError;
use crate::groups::Groups;
use crate::limits::{Attempts, Lockouts};
use crate::listings::Listings;
use crate::pool_rules::PoolRules;
use crate::random;
use crate::recovery_channel::Contact;
use crate::schema;
use crate::search::Searchable;
use crate::seeds::ACCOUNT;
use crate::sessions::{Grants, Sessions};
use crate::srp::hmac_sha256;
use crate::user::{Factor, User};

/// One user pool.
pub(crate) struct Pool {
    pub(crate) id: String,
    pub(crate) created: Moment,
    pub(crate) modified: Moment,
    /// What was set, under the names of the API.
    pub(crate) settings: Map<String, Value>,
    /// The same, read once.
    pub(crate) rules: PoolRules,
    pub(crate) users: Directory,
    pub(crate) clients: BTreeMap<String, Arc<Client>>,
    pub(crate) attempts: Attempts,
    pub(crate) lockouts: Lockouts,
    pub(crate) sessions: Sessions,
    pub(crate) grants: Grants,
    pub(crate) listings: Listings,
    pub(crate) groups: Groups,
    /// Which second factors the pool offers, under the names of SetUserPoolMfaConfig.
    pub(crate) factors: Map<String, Value>,
    /// Makes up what is shown for users that don't exist, the same each time.
    pretence: [u8; 32],
}

impl Pool {
    pub(crate) fn new(id: String, settings: Map<String, Value>, now: Moment) -> Self {
        Self {
            id,
            created: now,
            modified: now,
            rules: PoolRules::read(&settings),
            settings,
            users: Directory::default(),
            clients: BTreeMap::new(),
            attempts: Attempts::default(),
            lockouts: Lockouts::default(),
            sessions: Sessions::default(),
            grants: Grants::default(),
            listings: Listings::default(),
            groups: Groups::default(),
            factors: Map::new(),
            pretence: random::bytes(),
        }
    }

    /// The part of the id after its `_`, which SRP uses.
    pub(crate) fn name_for_srp(&self) -> &str {
        self.id.split_once('_').map_or("", |(_, name)| name)
    }

    /// Whether second factors are wanted: OFF, ON or OPTIONAL.
    pub(crate) fn mfa(&self) -> &str {
        self.settings
            .get("MfaConfiguration")
            .and_then(Value::as_str)
            .unwrap_or("OFF")
    }

    /// Whether users can have this second factor here.
    pub(crate) fn offers(&self, factor: Factor) -> bool {
        self.mfa() != "OFF"
            && match factor {
                Factor::Sms => {
                    self.factors.contains_key("SmsMfaConfiguration")
                        || self.settings.contains_key("SmsConfiguration")
                }
                Factor::Email => self.factors.contains_key("EmailMfaConfiguration"),
                Factor::Authenticator => self
                    .factors
                    .get("SoftwareTokenMfaConfiguration")
                    .is_some_and(|token| token["Enabled"] == true),
            }
    }

    /// The user name as this pool compares it.
    pub(crate) fn fold(&self, name: &str) -> String {
        if self.rules.case_sensitive {
            name.to_owned()
        } else {
            name.to_lowercase()
        }
    }

    /// The sub of the user whom `typed` names: a user name, or an alias that may be used.
    pub(crate) fn resolve(&mut self, typed: &str) -> Option<String> {
        let typed = self.fold(typed);
        let is = |value: Option<&str>| value.is_some_and(|value| self.fold(value) == typed);
        let found = self
            .users
            .known()
            .find(|user| is(Some(&user.username)))
            .or_else(|| {
                self.users.known().find(|user| {
                    self.rules
                        .username_attributes
                        .iter()
                        .any(|contact| is(user.attribute(contact.attribute())))
                        || self.rules.alias_contacts.iter().any(|contact| {
                            user.has_verified(*contact) && is(user.attribute(contact.attribute()))
                        })
                        || (self.rules.preferred_username_alias && is(user.attribute("preferred_username")))
                })
            })
            .map(|user| user.sub.clone());
        found.or_else(|| {
            let rules = &self.rules;
            self.users.adopt(|population| {
                population.whose(Searchable::Username, &typed).or_else(|| {
                    let aliases = rules.username_attributes.iter().chain(&rules.alias_contacts);
                    aliases.copied().find_map(|contact| {
                        let by = Searchable::Attribute(contact.attribute());
                        population.whose(by, &typed).filter(|index| {
                            rules.username_attributes.contains(&contact)
                                || population.has_verified(*index, contact)
                        })
                    })
                })
            })
        })
    }

    /// The user with this sub.
    pub(crate) fn user(&self, sub: &str) -> Result<&User, ServiceError> {
        self.users.get(sub).ok_or_else(ServiceError::user_not_found)
    }

    /// The user with this sub, to be changed.
    pub(crate) fn user_mut(&mut self, sub: &str) -> Result<&mut User, ServiceError> {
        self.users.get_mut(sub).ok_or_else(ServiceError::user_not_found)
    }

    /// Another user than `sub` who holds this contact as an alias or a user name.
    pub(crate) fn holder_of(&mut self, contact: Contact, address: &str, sub: &str) -> Option<String> {
        let names_users = self.rules.username_attributes.contains(&contact);
        let is_alias = self.rules.alias_contacts.contains(&contact);
        if !names_users && !is_alias {
            return None;
        }
        let address = self.fold(address);
        let known = self
            .users
            .known()
            .filter(|user| user.sub != sub && (names_users || user.has_verified(contact)))
            .find(|user| {
                user.attribute(contact.attribute())
                    .is_some_and(|held| self.fold(held) == address)
            })
            .map(|user| user.sub.clone());
        known.or_else(|| {
            self.users.adopt(|population| {
                population
                    .whose(Searchable::Attribute(contact.attribute()), &address)
                    .filter(|index| names_users || population.has_verified(*index, contact))
            })
        })
    }

    /// Checks a new password of a user against the pool's history rule.
    pub(crate) fn check_history(&self, user: &User, password: &str) -> Result<(), ServiceError> {
        if user.has_used(self.name_for_srp(), password, self.rules.password.history_size) {
            Err(ServiceError::new(
                "PasswordHistoryPolicyViolationException",
                "Password has previously been used",
            ))
        } else {
            Ok(())
        }
    }

    /// How long a temporary password lives.
    pub(crate) fn temporary_password_life(&self) -> Duration {
        Duration::from_secs(self.rules.password.temporary_validity_days * 24 * 60 * 60)
    }

    /// Made-up bytes for a user who does not exist, the same each time.
    pub(crate) fn pretend(&self, purpose: &str, name: &str) -> [u8; 32] {
        hmac_sha256(
            &self.pretence,
            &[purpose.as_bytes(), b":", self.fold(name).as_bytes()],
        )
    }

    /// What would be the stored name of a user who does not exist.
    pub(crate) fn pretend_username(&self, typed: &str) -> String {
        if self.rules.username_attributes.is_empty() {
            return typed.to_owned();
        }
        let mut id = [0; 16];
        id.copy_from_slice(&self.pretend("id", typed)[..16]);
        random::uuid_from(id)
    }

    /// An address of a user who does not exist: what was typed, if it is one.
    pub(crate) fn pretend_address(&self, contact: Contact, typed: &str) -> String {
        if contact.is_formed_like(typed) {
            return typed.to_owned();
        }
        let made_up = self.pretend("delivery", typed);
        match contact {
            Contact::Email => {
                let letter = |index: usize| char::from(b'a' + made_up[index] % 26);
                format!("{}@{}", letter(0), letter(1))
            }
            Contact::Phone => {
                let digit = |index: usize| char::from(b'0' + made_up[index] % 10);
                (0..4).map(digit).collect()
            }
        }
    }

    /// The CodeDeliveryDetails shown where nothing was sent: guessed from what was typed and
    /// from the pool's settings.
    pub(crate) fn pretend_delivery(&self, typed: &str) -> Value {
        let contact = [Contact::Email, Contact::Phone]
            .into_iter()
            .find(|contact| contact.is_formed_like(typed))
            .unwrap_or_else(|| self.rules.pretended_contact());
        contact.delivery_details(&self.pretend_address(contact, typed))
    }

    /// The pool as DescribeUserPool and CreateUserPool answer it.
    pub(crate) fn describe(&self) -> Value {
        let mut described = self.settings.clone();
        if let Some(name) = described.remove("PoolName") {
            described.insert("Name".into(), name);
        }
        let region = self.id.split_once('_').map_or("", |(region, _)| region);
        for (name, value) in [
            ("Id", json!(self.id)),
            ("CreationDate", json!(self.created)),
            ("LastModifiedDate", json!(self.modified)),
            ("EstimatedNumberOfUsers", json!(self.users.len())),
            (
                "Arn",
                json!(format!(
                    "arn:aws:cognito-idp:{region}:{ACCOUNT}:userpool/{}",
                    self.id
                )),
            ),
            ("SchemaAttributes", schema::describe(&self.settings)),
        ] {
            described.insert(name.into(), value);
        }
        described.remove("Schema");
        self.rules.fill_in_defaults(&mut described);
        Value::Object(described)
    }
}
