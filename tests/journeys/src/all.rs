//! Every journey, by name.

use std::future::Future;
use std::pin::Pin;

use crate::manner::Manner;
use crate::recovery::{account, code, forgotten, password, sign_up, typed_in, way_there};
use crate::scene::Scene;
use crate::stage::Theme;
use crate::trouble::Result;
use crate::{connections, everyone, help_desk, locked_down, practice};

type Walk<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// One journey.
pub(crate) struct Journey {
    /// Task and what happens, as in a table of contents.
    pub(crate) name: &'static str,
    /// Whether there is a keychain.
    pub(crate) keychain: bool,
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
            language: None,
            theme: None,
            walk,
        }
    }

    const fn without_keychain(mut self) -> Self {
        self.keychain = false;
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
    journey!("help desk: says what is coming", help_desk::says_what_is_coming),
    journey!("locked down: commands", locked_down::commands),
    journey!(
        "locked down: commands of the desk",
        locked_down::commands_of_the_desk
    ),
    journey!("locked down: page", locked_down::page),
    journey!("locked down: memory", locked_down::memory),
];
