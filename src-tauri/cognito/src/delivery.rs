//! Where a code went.

use aws_sdk_cognitoidentityprovider::types::{CodeDeliveryDetailsType, DeliveryMediumType};
use serde::{Deserialize, Serialize};

/// By what a code travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum DeliveryMedium {
    /// An email.
    Email,
    /// A text message.
    Sms,
    /// The service didn't say.
    Unknown,
}

/// Where the service says a code went.
///
/// It proves nothing: a pool that hides which accounts exist says the same of accounts that
/// don't (developer guide, "Managing error responses").
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Delivery {
    /// By what it travels.
    pub medium: DeliveryMedium,
    /// The address or number as the service masked it, never to be parsed.
    pub target: Option<String>,
}

impl std::fmt::Debug for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Delivery({:?}, …)", self.medium)
    }
}

impl Delivery {
    pub(crate) fn from_details(details: Option<&CodeDeliveryDetailsType>) -> Self {
        let medium = match details.and_then(|details| details.delivery_medium()) {
            Some(DeliveryMediumType::Email) => DeliveryMedium::Email,
            Some(DeliveryMediumType::Sms) => DeliveryMedium::Sms,
            _ => DeliveryMedium::Unknown,
        };
        let target = details
            .and_then(|details| details.destination())
            .map(str::to_owned);
        Self { medium, target }
    }
}
