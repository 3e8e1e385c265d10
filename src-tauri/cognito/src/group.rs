//! A group of a user pool.

use aws_sdk_cognitoidentityprovider::types::GroupType;
use serde::Serialize;

/// A group that users can be in (`ListGroups`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Group {
    /// Its name, which is also its id.
    pub name: String,
    /// What the owner says of it.
    pub description: Option<String>,
}

impl Group {
    /// A group as the service lists it; `None` for one without a name, which can't be asked for.
    pub(crate) fn described(group: GroupType) -> Option<Self> {
        Some(Self {
            name: group.group_name?,
            description: group.description.filter(|text| !text.is_empty()),
        })
    }
}
