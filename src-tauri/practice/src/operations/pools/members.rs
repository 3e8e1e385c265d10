//! What CreateUserPool and UpdateUserPool take (API model of the service). Settings that the
//! practice pool merely keeps and shows are checked for their JSON type only.

use crate::shapes::{FLAG, MAP, NAME_TEXT, USER_POOL_ID, list};
use crate::validation::{Member, Shape, optional, required};

const KEPT: Shape = Shape::Structure(&[]);
const KEPT_TEXT: Shape = Shape::Text {
    min: 1,
    max: 20_000,
    pattern: None,
    hidden: true,
};
const CONTACTS: Shape = list(&Shape::Choice(&["phone_number", "email"]));

const POLICIES: Shape = Shape::Structure(&[
    optional(
        "PasswordPolicy",
        &Shape::Structure(&[
            optional("MinimumLength", &Shape::Whole { min: 6, max: 99 }),
            optional("RequireUppercase", &FLAG),
            optional("RequireLowercase", &FLAG),
            optional("RequireNumbers", &FLAG),
            optional("RequireSymbols", &FLAG),
            optional("PasswordHistorySize", &Shape::Whole { min: 0, max: 24 }),
            optional(
                "TemporaryPasswordValidityDays",
                &Shape::Whole { min: 0, max: 365 },
            ),
        ]),
    ),
    optional(
        "SignInPolicy",
        &Shape::Structure(&[optional(
            "AllowedFirstAuthFactors",
            &Shape::List {
                of: &Shape::Choice(&["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN", "SOFTWARE_TOKEN"]),
                min: 1,
                max: 5,
            },
        )]),
    ),
]);
const DELETION_PROTECTION: Shape = Shape::Choice(&["ACTIVE", "INACTIVE"]);
const MFA: Shape = Shape::Choice(&["OFF", "ON", "OPTIONAL"]);
const UPDATE_SETTINGS: Shape =
    Shape::Structure(&[optional("AttributesRequireVerificationBeforeUpdate", &CONTACTS)]);
const ADMIN_CREATE_USER: Shape = Shape::Structure(&[
    optional("AllowAdminCreateUserOnly", &FLAG),
    optional("UnusedAccountValidityDays", &Shape::Whole { min: 0, max: 365 }),
    optional("InviteMessageTemplate", &KEPT),
]);
const RECOVERY: Shape = Shape::Structure(&[optional(
    "RecoveryMechanisms",
    &Shape::List {
        of: &Shape::Structure(&[
            required("Priority", &Shape::Whole { min: 1, max: 2 }),
            required(
                "Name",
                &Shape::Choice(&["verified_email", "verified_phone_number", "admin_only"]),
            ),
        ]),
        min: 1,
        max: 2,
    },
)]);
const TIER: Shape = Shape::Choice(&["LITE", "ESSENTIALS", "PLUS"]);
const SCHEMA: Shape = Shape::List {
    of: &Shape::Structure(&[
        optional(
            "Name",
            &Shape::Text {
                min: 1,
                max: 20,
                pattern: None,
                hidden: false,
            },
        ),
        optional(
            "AttributeDataType",
            &Shape::Choice(&["String", "Number", "DateTime", "Boolean"]),
        ),
        optional("DeveloperOnlyAttribute", &FLAG),
        optional("Mutable", &FLAG),
        optional("Required", &FLAG),
        optional("NumberAttributeConstraints", &KEPT),
        optional("StringAttributeConstraints", &KEPT),
    ]),
    min: 1,
    max: 50,
};

/// What both take.
macro_rules! with_settings {
    ($($own:expr),+ $(,)?) => {
        &[
            $($own,)+
            optional("Policies", &POLICIES),
            optional("DeletionProtection", &DELETION_PROTECTION),
            optional("LambdaConfig", &KEPT),
            optional("AutoVerifiedAttributes", &CONTACTS),
            optional("SmsVerificationMessage", &KEPT_TEXT),
            optional("EmailVerificationMessage", &KEPT_TEXT),
            optional("EmailVerificationSubject", &KEPT_TEXT),
            optional("VerificationMessageTemplate", &KEPT),
            optional("SmsAuthenticationMessage", &KEPT_TEXT),
            optional("MfaConfiguration", &MFA),
            optional("UserAttributeUpdateSettings", &UPDATE_SETTINGS),
            optional("DeviceConfiguration", &KEPT),
            optional("EmailConfiguration", &KEPT),
            optional("SmsConfiguration", &KEPT),
            optional("UserPoolTags", &MAP),
            optional("AdminCreateUserConfig", &ADMIN_CREATE_USER),
            optional("UserPoolAddOns", &KEPT),
            optional("AccountRecoverySetting", &RECOVERY),
            optional("UserPoolTier", &TIER),
        ]
    };
}

pub(super) const CREATE: &[Member] = with_settings![
    required("PoolName", &NAME_TEXT),
    optional("Schema", &SCHEMA),
    optional(
        "AliasAttributes",
        &list(&Shape::Choice(&["phone_number", "email", "preferred_username"]))
    ),
    optional("UsernameAttributes", &CONTACTS),
    optional(
        "UsernameConfiguration",
        &Shape::Structure(&[required("CaseSensitive", &FLAG)])
    ),
];

pub(super) const UPDATE: &[Member] = with_settings![
    required("UserPoolId", &USER_POOL_ID),
    optional("PoolName", &NAME_TEXT),
];

/// Whether a member of a request is a setting that a pool keeps.
pub(super) fn is_setting(name: &str) -> bool {
    CREATE.iter().any(|member| member.name() == name)
}
