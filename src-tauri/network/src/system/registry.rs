//! Windows' Internet Settings: where they are.

use url::Url;
use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

use super::internet_settings::InternetSettings;
use crate::route::Route;

const SETTINGS: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";
/// Where group policy says whether the proxy is the user's or the computer's.
const POLICY: &str = r"Software\Policies\Microsoft\Windows\CurrentVersion\Internet Settings";

/// Which way to `url`.
pub(crate) fn route(url: &Url) -> Route {
    let per_computer = LOCAL_MACHINE
        .open(POLICY)
        .and_then(|policy| policy.get_u32("ProxySettingsPerUser"))
        .is_ok_and(|per_user| per_user == 0);
    let root = if per_computer { LOCAL_MACHINE } else { CURRENT_USER };
    root.open(SETTINGS)
        .map_or(Route::Direct, |key| settings(&key).route(url))
}

fn settings(key: &Key) -> InternetSettings {
    let text = |name| key.get_string(name).unwrap_or_default();
    InternetSettings {
        enabled: key.get_u32("ProxyEnable").is_ok_and(|enabled| enabled != 0),
        server: text("ProxyServer"),
        except: text("ProxyOverride"),
        script: text("AutoConfigURL"),
    }
}
