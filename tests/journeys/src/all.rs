//! Every journey, by name.

use std::future::Future;
use std::pin::Pin;

use crate::desk::{
    access, acts, connect, diagnosis, identity_center, lock, passwords, record, settings, users,
};
use crate::manner::Manner;
use crate::recovery::{account, code, forgotten, password, sign_in, sign_up, typed_in, way_there};
use crate::scene::Scene;
use crate::stage::Theme;
use crate::trouble::Result;
use crate::{arrivals, connections, everyone, locked_down, managed, practice};

type Walk<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// One journey.
pub(crate) struct Journey {
    /// Task and what happens, as in a table of contents.
    pub(crate) name: &'static str,
    /// Whether there is a keychain.
    pub(crate) keychain: bool,
    /// Whether it takes the system's administrator: only that one can say what a managed computer's policy is.
    pub(crate) administrator: bool,
    /// Where it is about a language, that one.
    language: Option<&'static str>,
    /// Where it is about a theme, that one.
    theme: Option<Theme>,
    pub(crate) walk: for<'a> fn(&'a mut Scene) -> Walk<'a>,
}

impl Journey {
    const fn new(name: &'static str, walk: for<'a> fn(&'a mut Scene) -> Walk<'a>) -> Self {
        Self {
            name,
            keychain: true,
            administrator: false,
            language: None,
            theme: None,
            walk,
        }
    }

    const fn without_keychain(mut self) -> Self {
        self.keychain = false;
        self
    }

    const fn by_an_administrator(mut self) -> Self {
        self.administrator = true;
        self
    }

    const fn in_german(mut self) -> Self {
        self.language = Some("de");
        self
    }

    const fn in_the_dark(mut self) -> Self {
        self.theme = Some(Theme::Dark);
        self
    }

    /// How this journey is walked, when all are walked in this manner.
    pub(crate) fn manner(&self, all: &Manner) -> Manner {
        let mut manner = all.clone();
        if let Some(language) = self.language {
            language.clone_into(&mut manner.language);
        }
        manner.theme = self.theme.unwrap_or(manner.theme);
        manner
    }
}

macro_rules! journey {
    ($name:literal, $walk:path) => {
        Journey::new($name, |scene| Box::pin($walk(scene)))
    };
}

/// The one that `journeys walk` shows.
pub(crate) const WHOLE_RECOVERY: Journey = journey!(
    "recovery: a forgotten password, practised from the first start",
    forgotten::practised
);

/// All of them. The longest stand first, so that they do not wait for a place at the end.
pub(crate) const JOURNEYS: &[Journey] = &[
    journey!("way there: silent, faulty or busy", way_there::silent),
    journey!("connections: bad files", connections::bad_files),
    // The desk: users
    journey!(
        "desk: everybody in the strict pool is understood",
        diagnosis::in_northwind
    ),
    journey!("desk: find among thousands", users::among_thousands),
    journey!("desk: a temporary password copied", passwords::copied),
    journey!("desk: record: exported", record::exported),
    journey!("desk: record: killed before the answer", record::killed_meanwhile),
    journey!("desk: record: tampered with", record::tampered_with),
    journey!("desk: record: found again", record::found_again),
    journey!("desk: a reason, a check and a warning first", acts::checked_first),
    journey!("desk: find by anything they say", users::by_anything),
    journey!(
        "desk: twice as large, and in a small window",
        users::twice_as_large
    ),
    journey!("desk: find nobody", users::nothing_found),
    journey!(
        "desk: everybody in the older pool is understood",
        diagnosis::in_fabrikam
    ),
    journey!(
        "desk: everybody where only administrators reset is understood",
        diagnosis::in_tailspin
    ),
    journey!("desk: find by status", users::by_status),
    journey!("desk: find by keyboard", users::by_keyboard),
    journey!("desk: find while typing on", users::typing_on),
    journey!("desk: deleted meanwhile", users::deleted_meanwhile),
    journey!("desk: send a reset code", passwords::reset_code),
    journey!("desk: send a reset code, in German", passwords::reset_code).in_german(),
    journey!("desk: give a temporary password", passwords::temporary_password),
    journey!(
        "desk: give a temporary password, in the dark",
        passwords::temporary_password
    )
    .in_the_dark(),
    journey!(
        "desk: give a temporary password by keyboard",
        passwords::temporary_password_by_keyboard
    ),
    journey!("desk: send an invitation again", passwords::invitation),
    journey!("desk: try a password", passwords::tried),
    journey!("desk: set a permanent password", passwords::permanent_password),
    journey!("desk: switch off, on, and sign out", acts::switches),
    journey!("desk: mark as verified, finish a sign-up", acts::verified),
    journey!("desk: turn off a lost second factor", acts::factors),
    journey!("desk: past another company's sign-in", acts::past_another_sign_in),
    journey!("desk: the answer is lost", acts::answer_lost),
    journey!("desk: changed meanwhile", acts::changed_meanwhile),
    journey!("desk: not permitted", acts::denied),
    journey!("desk: practised", acts::practised),
    // The desk: users ends here
    // The desk: access
    journey!(
        "desk: profiles, and a role with a second factor",
        access::profiles
    ),
    journey!("desk: the whole way in", connect::whole_way),
    journey!(
        "desk: the whole way in, in German and in the dark",
        connect::whole_way
    )
    .in_german()
    .in_the_dark(),
    journey!("desk: keys kept, replaced and forgotten", access::keys_kept),
    journey!("desk: two pools, and none", connect::two),
    journey!("desk: permissions that are missing", access::not_permitted),
    journey!("desk: keys that are wrong, and right ones", access::keys),
    journey!("desk: over Identity Center", identity_center::whole),
    journey!(
        "desk: over Identity Center, and the browser says no",
        identity_center::browser
    ),
    journey!(
        "desk: over an older Identity Center",
        identity_center::device_code
    ),
    journey!("desk: settings kept", settings::kept),
    journey!("desk: settings tried out in practice", settings::tried_out),
    journey!("desk: locked, and unlocked", lock::and_unlock),
    journey!("desk: a connection handed out", connect::handed_out),
    journey!(
        "desk: a connection handed out with its secret",
        connect::handed_out_with_secret
    ),
    journey!("desk: keys held in memory", access::keys_held).without_keychain(),
    journey!("desk: in another role", access::role),
    journey!("desk: by keyboard alone", lock::by_keyboard),
    journey!("desk: in spite of a wrong clock", access::wrong_clock),
    journey!("desk: keys pasted from a download", access::keys_pasted),
    // The desk: access ends here
    // Signing in
    journey!("sign-in: locked out", sign_in::refused::locked_out),
    journey!("sign-in: code by email, and another", sign_in::second_step::email),
    journey!(
        "sign-in: code from an authenticator",
        sign_in::second_step::authenticator
    ),
    journey!("sign-in: an authenticator set up", sign_in::authenticator::set_up),
    journey!("sign-in: own password", sign_in::own_password::chosen),
    journey!("sign-in: own password, in German", sign_in::own_password::chosen).in_german(),
    journey!(
        "sign-in: own password, in the dark",
        sign_in::own_password::chosen
    )
    .in_the_dark(),
    journey!(
        "sign-in: own password by keyboard",
        sign_in::own_password::chosen_by_keyboard
    ),
    journey!(
        "sign-in: own password and names",
        sign_in::own_password::with_names
    ),
    journey!(
        "sign-in: own password, a telephone number and a date",
        sign_in::own_password::with_telephone_and_date
    ),
    journey!(
        "sign-in: code by text message",
        sign_in::second_step::text_message
    ),
    journey!(
        "sign-in: choice between second factors",
        sign_in::second_step::choice
    ),
    journey!(
        "sign-in: too slow for a password",
        sign_in::session_over::at_own_password
    ),
    journey!("sign-in: too slow for details", sign_in::session_over::at_details),
    journey!(
        "sign-in: too slow for an emailed code",
        sign_in::session_over::at_emailed_code
    ),
    journey!(
        "sign-in: too slow for an authenticator",
        sign_in::session_over::at_authenticator
    ),
    journey!("sign-in: too slow for a choice", sign_in::session_over::at_choice),
    journey!("sign-in: too slow for a set-up", sign_in::session_over::at_set_up),
    journey!(
        "sign-in: own password, then too slow for a set-up",
        sign_in::session_over::at_set_up_after_own_password
    ),
    journey!("sign-in: temporary password too old", sign_in::refused::too_old),
    journey!("sign-in: by a wrong clock", sign_in::refused::by_a_wrong_clock),
    journey!("sign-in: reset required", sign_in::reset::required),
    journey!(
        "sign-in: reset required meanwhile",
        sign_in::reset::required_meanwhile
    ),
    journey!(
        "sign-in: checked after a forgotten password",
        sign_in::reset::after_forgetting
    ),
    journey!(
        "sign-in: given up by going back",
        sign_in::given_up::by_going_back
    ),
    journey!("sign-in: given up by leaving", sign_in::given_up::by_leaving),
    journey!("sign-in: only in their own app", sign_in::own_app::steps),
    journey!(
        "sign-in: a passkey among other ways",
        sign_in::own_app::passkey_among_others
    ),
    journey!("sign-in: password only", sign_in::ways::password_only),
    journey!("sign-in: not allowed", sign_in::ways::none),
    journey!(
        "sign-in: password, where there is a choice",
        sign_in::ways::choice_with_password
    ),
    journey!(
        "sign-in: a code in place of a password",
        sign_in::ways::choice_of_codes
    ),
    journey!(
        "sign-in: in a small window, in German",
        sign_in::cramped::in_a_small_window
    )
    .in_german(),
    journey!("sign-in: twice as large", sign_in::cramped::twice_as_large),
    journey!("sign-in: answer lost", sign_in::way_there::answer_lost),
    journey!("sign-in: request lost", sign_in::way_there::request_lost),
    journey!(
        "sign-in: slow, and no longer waited for",
        sign_in::way_there::slow
    ),
    // Signing in ends here
    journey!("account: guessed too often", account::guessed_too_often),
    journey!("recovery: at ministack", forgotten::at_ministack),
    journey!("code: expired, and a new one", code::expired),
    WHOLE_RECOVERY,
    journey!("recovery: the same in the dark", forgotten::practised).in_the_dark(),
    journey!(
        "recovery: practised in the older pool",
        forgotten::practised_in_the_older_pool
    ),
    journey!(
        "recovery: with a connection file, a secret, and a sign-in after",
        forgotten::with_a_connection_file
    ),
    journey!(
        "recovery: an unknown user looks like a known one",
        forgotten::unknown_looks_like_known
    ),
    journey!("code: wrong", code::wrong),
    journey!("code: pasted with spaces and dashes", code::pasted),
    journey!("code: none came", code::none_came),
    journey!("password: refused by the service", password::refused),
    journey!("password: checked while typing", password::checked_while_typing),
    journey!("sign-up: finished first", sign_up::finished_first),
    journey!("sign-up: a wrong code first", sign_up::with_a_wrong_code_first),
    journey!(
        "account: what the older pool tells",
        account::told_by_the_older_pool
    ),
    journey!(
        "account: what the careful pool does not tell",
        account::told_nothing_by_the_careful_pool
    ),
    journey!(
        "account: helped by the help desk only",
        account::helped_by_the_help_desk_only
    ),
    journey!("account: asked too often", account::asked_too_often),
    journey!("typed in: user names", typed_in::user_names),
    journey!("typed in: codes and passwords", typed_in::codes_and_passwords),
    journey!("way there: offline", way_there::offline),
    journey!("way there: captive portal", way_there::captive_portal),
    journey!("way there: somebody reads along", way_there::read_along),
    journey!(
        "way there: somebody reads along, with consent",
        way_there::read_along_with_consent
    ),
    journey!("way there: wrong clock", way_there::wrong_clock),
    journey!("way there: firewall", way_there::firewall),
    journey!("way there: secret out of date", way_there::secret_out_of_date),
    journey!("way there: slow, and no longer waited for", way_there::slow),
    journey!("way there: answer lost", way_there::answer_lost),
    journey!("connections: bad setup codes", connections::bad_setup_codes),
    journey!("connections: kept, used and left", connections::kept),
    journey!("connections: held in memory", connections::held_in_memory).without_keychain(),
    journey!("practice: and back", practice::and_back),
    journey!("everyone: by keyboard alone", everyone::by_keyboard),
    journey!("everyone: in German", everyone::in_german).in_german(),
    journey!("everyone: twice as large", everyone::twice_as_large),
    journey!("everyone: in a small window", everyone::in_a_small_window),
    journey!("locked down: commands", locked_down::commands),
    journey!(
        "locked down: commands of the desk",
        locked_down::commands_of_the_desk
    ),
    journey!("locked down: page", locked_down::page),
    journey!("locked down: memory", locked_down::memory),
    // Arrivals
    journey!(
        "arrivals: a file and a link in the open window",
        arrivals::file_and_link
    ),
    journey!("arrivals: hostile links and files", arrivals::hostile),
    journey!("arrivals: a file at the start", arrivals::at_the_start),
    journey!(
        "connections: damaged settings are set aside",
        arrivals::damaged_settings
    ),
    // A managed computer
    journey!("managed: a policy with mistakes", managed::refused::named).by_an_administrator(),
    journey!("managed: a locked connection", managed::connections::locked).by_an_administrator(),
    journey!("managed: several connections", managed::connections::chosen).by_an_administrator(),
    journey!("managed: an offered connection", managed::connections::offered).by_an_administrator(),
    journey!(
        "managed: a policy that changes",
        managed::connections::changed_meanwhile
    )
    .by_an_administrator(),
    journey!(
        "managed: the recovery window alone",
        managed::connections::recovery_alone
    )
    .by_an_administrator(),
    journey!("managed: desk settings", managed::desk::settings).by_an_administrator(),
    journey!("managed: allowed acts", managed::desk::allowed_acts).by_an_administrator(),
    journey!("managed: pools", managed::desk::pools).by_an_administrator(),
];
