//! Windows' Internet Settings: where they are.

use url::Url;
use winreg::RegKey;
use winreg::enums::{HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE};

use super::internet_settings::InternetSettings;
use crate::route::Route;

const SETTINGS: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";
/// Where group policy says whether the proxy is the user's or the computer's.
const POLICY: &str = r"Software\Policies\Microsoft\Windows\CurrentVersion\Internet Settings";

/// Which way to `url`.
pub(crate) fn route(url: &Url) -> Route {
    let computer = RegKey::predef(HKEY_LOCAL_MACHINE);
    let per_computer = computer
        .open_subkey(POLICY)
        .and_then(|policy| policy.get_value::<u32, _>("ProxySettingsPerUser"))
        .is_ok_and(|per_user| per_user == 0);
    let root = if per_computer {
        computer
    } else {
        RegKey::predef(HKEY_CURRENT_USER)
    };
    root.open_subkey(SETTINGS)
        .map_or(Route::Direct, |key| settings(&key).route(url))
}

fn settings(key: &RegKey) -> InternetSettings {
    let text = |name| key.get_value::<String, _>(name).unwrap_or_default();
    InternetSettings {
        enabled: key
            .get_value::<u32, _>("ProxyEnable")
            .is_ok_and(|enabled| enabled != 0),
        server: text("ProxyServer"),
        except: text("ProxyOverride"),
        script: text("AutoConfigURL"),
    }
}
