//! What an organisation or a person decides about the way out.

use std::path::PathBuf;

use url::Url;

/// How requests leave this computer.
#[derive(Clone, Default)]
pub struct NetworkSettings {
    /// By which proxy.
    pub proxy: ProxySetting,
    /// Certificate authorities beside this computer's own: PEM files of 1 MiB at most.
    pub ca_files: Vec<PathBuf>,
    /// FIPS endpoints and no others.
    pub fips: bool,
}

/// By which proxy. To this computer itself there is never one.
#[derive(Clone, Default)]
pub enum ProxySetting {
    /// What the environment says, else what the desktop or the operating system says.
    #[default]
    System,
    /// None, whatever they say.
    Direct,
    /// This one.
    At {
        /// `http://host:port` or `https://host:port`.
        address: Url,
        /// What is reached without it: `host` (with everything below it), `.suffix`, an address, or
        /// a network (`10.0.0.0/8`).
        except: Vec<String>,
    },
}
