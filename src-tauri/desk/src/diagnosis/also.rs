//! What else to know, beside the one sentence.

use cognito::{Mailer, UserStatus};

use super::case::Case;
use super::recovery_channel::order;
use super::{Also, Certainty, ContactKind, Finding, Outcome, Predictions};

/// In the order to tell it. `if_on` is what would be found if the account were switched on; what it says itself
/// isn't said again.
pub(super) fn also(case: &Case<'_>, if_on: &Finding, predictions: &Predictions) -> Vec<Also> {
    let mut also = Vec::new();
    if !case.is_on() {
        also.push(Also::WouldBe {
            finding: Box::new(if_on.clone()),
        });
    }
    if case.status() == UserStatus::ResetRequired {
        also.push(Also::MayBeStolenPassword);
    }
    if predictions
        .forgot_password
        .is_some_and(|prediction| prediction.outcome == Outcome::Pretended)
    {
        also.push(Also::ForgotPasswordPretends);
    }
    // Contacts and factors here are not what a user of another provider gets in with.
    if case.status() != UserStatus::ExternalProvider {
        contacts(case, if_on, &mut also);
        factors(case, &mut also);
        deliveries(case, &mut also);
    }
    client(case, &mut also);
    if case.pool.case_sensitive {
        also.push(Also::CaseMatters);
    }
    also
}

fn contacts(case: &Case<'_>, if_on: &Finding, also: &mut Vec<Also>) {
    let admin_only = case.only_administrators_reset();
    if admin_only && *if_on != Finding::OnlyAdministratorsReset {
        also.push(Also::OnlyAdministratorsReset);
    }
    let means = case.means();
    let tried = order(&case.pool.recovery);
    for contact in ContactKind::ALL {
        let said = match if_on {
            Finding::ContactNotVerified { contacts } => contacts.contains(&contact),
            Finding::ContactIsSecondFactor { contact: said } => *said == contact,
            _ => false,
        };
        if said || case.contact(contact).is_none() {
            continue;
        }
        if !case.is_verified(contact) {
            also.push(Also::Unverified { contact });
        } else if admin_only {
            // Said already: no contact is any use.
        } else if !tried.contains(&contact) {
            also.push(Also::NotInRecoverySetting { contact });
        } else if means.is_kept_for_factor(contact, &case.pool.recovery) {
            also.push(Also::FactorNotForRecovery { contact });
        }
    }
}

fn factors(case: &Case<'_>, also: &mut Vec<Also>) {
    also.extend(
        case.factors_asked()
            .into_iter()
            .map(|factor| Also::FactorStillAsked { factor }),
    );
    if case.misses_required_factor() {
        also.push(Also::FactorRequiredAndMissing);
    }
}

/// What keeps messages from arriving, if any would be sent.
fn deliveries(case: &Case<'_>, also: &mut Vec<Also>) {
    let used = match case.status() {
        UserStatus::ForceChangePassword => case.invitation_contact(),
        _ => case.channel().contact,
    };
    let Some(contact) = used else { return };
    if case.delivery(contact) == Certainty::Likely {
        also.push(match contact {
            ContactKind::Email => Also::MailFails,
            ContactKind::Phone => Also::TextMessagesFail,
        });
    }
    if contact == ContactKind::Email && case.pool.mailer == Mailer::CognitoDefault {
        also.push(Also::SmallMailer);
    }
}

fn client(case: &Case<'_>, also: &mut Vec<Also>) {
    match case.client {
        None => also.push(Also::NoAppClient),
        Some(client) if !client.password_by_srp && !client.password_plain && !client.choice_of_factors => {
            also.push(Also::NoPasswordFlow);
        }
        Some(_) => {}
    }
}
