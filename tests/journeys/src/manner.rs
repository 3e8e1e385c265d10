//! How journeys are walked this time: theme, language, pictures.

use std::path::PathBuf;

use crate::stage::Theme;

/// How a journey is walked.
#[derive(Clone, Debug)]
pub(crate) struct Manner {
    /// The app's program.
    pub(crate) app: PathBuf,
    /// How the desktop is set.
    pub(crate) theme: Theme,
    /// What the app is told to speak.
    pub(crate) language: String,
    /// Where a picture of every state goes, if any are taken.
    pub(crate) pictures: Option<PathBuf>,
    /// Where a picture goes of what a failed journey saw last.
    pub(crate) failures: PathBuf,
    /// Whether each step is printed as it is taken.
    pub(crate) aloud: bool,
}

impl Manner {
    /// The file for a state's picture, `<screen>-<state>.<theme>.<language>.png`, if pictures are taken.
    pub(crate) fn picture(&self, screen: &str, state: &str) -> Option<PathBuf> {
        let theme = match self.theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let directory = self.pictures.as_ref()?;
        Some(directory.join(format!("{screen}-{state}.{theme}.{}.png", self.language)))
    }
}
