//! What changed between two looks at a user.

use crate::diagnosis::ContactKind;
use crate::record::Change;
use cognito::{OpenedUser, SecondFactor};

/// Every visible difference from `before` to `after`; empty where there is none.
#[must_use]
pub fn changes(before: &OpenedUser, after: &OpenedUser) -> Vec<Change> {
    let mut changes = Vec::new();
    if before.user.status != after.user.status {
        changes.push(Change::Status {
            from: before.user.status,
            to: after.user.status,
        });
    }
    if before.user.enabled != after.user.enabled {
        changes.push(Change::Enabled {
            to: after.user.enabled,
        });
    }
    for contact in [ContactKind::Email, ContactKind::Phone] {
        let to = verified(after, contact);
        if verified(before, contact) != to {
            changes.push(Change::Verified { contact, to });
        }
    }
    for factor in [
        SecondFactor::Authenticator,
        SecondFactor::Sms,
        SecondFactor::Email,
    ] {
        let to = after.factors.contains(&factor);
        if before.factors.contains(&factor) != to {
            changes.push(Change::Factor { factor, to });
        }
    }
    if changes.is_empty() && before.user.modified_at != after.user.modified_at {
        changes.push(Change::Unseen);
    }
    changes
}

fn verified(user: &OpenedUser, contact: ContactKind) -> bool {
    let contact = match contact {
        ContactKind::Email => &user.user.email,
        ContactKind::Phone => &user.user.phone,
    };
    contact.as_ref().is_some_and(|contact| contact.verified)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cognito::{Contact, User, UserStatus};

    fn user() -> OpenedUser {
        OpenedUser {
            user: User {
                username: "jane".to_owned(),
                sub: None,
                status: UserStatus::Confirmed,
                enabled: true,
                name: None,
                email: Some(Contact {
                    value: "jane@example.com".to_owned(),
                    verified: false,
                }),
                phone: None,
                identity_providers: Vec::new(),
                created_at: Some(1),
                modified_at: Some(2),
            },
            factors: vec![SecondFactor::Authenticator],
            preferred_factor: None,
        }
    }

    #[test]
    fn each_difference_is_told_once() {
        let before = user();
        let mut after = user();
        assert_eq!(changes(&before, &after), []);
        after.user.modified_at = Some(3);
        assert_eq!(changes(&before, &after), [Change::Unseen]);
        after.user.status = UserStatus::ResetRequired;
        after.user.enabled = false;
        after.factors.clear();
        if let Some(email) = &mut after.user.email {
            email.verified = true;
        }
        assert_eq!(
            changes(&before, &after),
            [
                Change::Status {
                    from: UserStatus::Confirmed,
                    to: UserStatus::ResetRequired
                },
                Change::Enabled { to: false },
                Change::Verified {
                    contact: ContactKind::Email,
                    to: true
                },
                Change::Factor {
                    factor: SecondFactor::Authenticator,
                    to: false
                },
            ]
        );
    }
}
