//! The proxy that the environment, the desktop or the operating system says.

#[cfg(target_os = "linux")]
mod desktop;
pub(crate) mod environment;
#[cfg(any(windows, test))]
mod internet_settings;
#[cfg(any(target_os = "macos", test))]
mod network_settings;
#[cfg(any(windows, target_os = "macos", test))]
mod pattern;
#[cfg(windows)]
mod registry;

use url::Url;

use crate::proxy::Origin;
use crate::route::Route;

/// Whose settings [`route`] reads.
#[cfg(windows)]
pub(crate) const ORIGIN: Origin = Origin::InternetSettings;
/// Whose settings [`route`] reads.
#[cfg(target_os = "macos")]
pub(crate) const ORIGIN: Origin = Origin::NetworkSettings;
/// Whose settings [`route`] reads.
#[cfg(not(any(windows, target_os = "macos")))]
pub(crate) const ORIGIN: Origin = Origin::Desktop;

/// Which way to `url`, by the desktop's or the operating system's settings. May block.
pub(crate) fn route(url: &Url) -> Route {
    #[cfg(target_os = "linux")]
    return desktop::route(url);
    #[cfg(windows)]
    return registry::route(url);
    #[cfg(target_os = "macos")]
    return network_settings::route(url);
    #[cfg(not(any(target_os = "linux", windows, target_os = "macos")))]
    {
        let _ = url;
        Route::Direct
    }
}
