//! What a report says about the computer, its policy and its connection.

use std::fs;

use policy::{Policy, Proxy};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;

use crate::folders::Folders;
use crate::help_desk::kept::DeskFile;
use crate::settings::Settings;

/// The day, as in a file's name.
pub(super) fn today() -> String {
    let day = format_description!("[year]-[month]-[day]");
    OffsetDateTime::now_utc().format(&day).unwrap_or_default()
}

/// The program, the system, the desktop, the web view, the language.
pub(super) fn this_computer(language: Option<&str>) -> Vec<String> {
    let variable = |name: &str| std::env::var(name).unwrap_or_else(|_| "not set".to_owned());
    let now = OffsetDateTime::now_utc().format(&Rfc3339).unwrap_or_default();
    let mut lines = vec![
        format!("Written: {now}"),
        format!("Readmit: {}", env!("CARGO_PKG_VERSION")),
        format!("System: {}, {}", system(), std::env::consts::ARCH),
    ];
    if cfg!(target_os = "linux") {
        lines.push(format!(
            "Desktop: {}, session {}",
            variable("XDG_CURRENT_DESKTOP"),
            variable("XDG_SESSION_TYPE")
        ));
    }
    let web_view = tauri::webview_version().unwrap_or_else(|_| "missing".to_owned());
    lines.push(format!("Web view: {web_view}"));
    lines.push(format!("Language: {}", language.unwrap_or("not set")));
    lines
}

/// The system's own name and version.
fn system() -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))
        .map(|name| name.trim_matches('"').to_owned());
    name.unwrap_or_else(|| std::env::consts::OS.to_owned())
}

/// Which settings a policy decides. Of those that could tell whose computer it is, only that they are there.
pub(super) fn policy(policy: Option<&Policy>) -> Vec<String> {
    let Some(policy) = policy else {
        return Vec::new();
    };
    let named = [
        ("organisationName", policy.organisation_name.is_some()),
        ("organisationLogo", policy.organisation_logo.is_some()),
        ("accentColour", policy.accent_colour.is_some()),
        ("helpDeskPhone", policy.help_desk_phone.is_some()),
        ("helpDeskEmail", policy.help_desk_email.is_some()),
        ("helpDeskLink", policy.help_desk_link.is_some()),
        ("helpDeskHours", policy.help_desk_hours.is_some()),
        ("callerChecklist", policy.caller_checklist.is_some()),
        ("proxyExceptions", policy.proxy_exceptions.is_some()),
        ("caFile", policy.ca_file.is_some()),
    ];
    let proxy = policy.proxy.as_ref().map(|proxy| match proxy {
        Proxy::System => "system".to_owned(),
        Proxy::Direct => "direct".to_owned(),
        Proxy::At(address) => address.to_string(),
    });
    let connections = policy
        .connections
        .as_ref()
        .map(|all| format!("{} of them", all.len()));
    let acts = policy.allowed_acts.as_ref().map(|acts| acts.join(", "));
    let choice = |word: &str| word.to_owned();
    let number = |number: u32| number.to_string();
    let valued = [
        ("connections", connections),
        (
            "connectionChoice",
            policy.connection_choice.map(|it| choice(it.word())),
        ),
        ("windows", policy.windows.map(|it| choice(it.word()))),
        ("language", policy.language.map(|it| choice(it.word()))),
        ("deskMode", policy.desk_mode.map(|it| choice(it.word()))),
        (
            "permanentPasswords",
            policy.permanent_passwords.map(|it| it.to_string()),
        ),
        ("reasonRequired", policy.reason_required.map(|it| it.to_string())),
        ("allowedActs", acts),
        ("runMaximumUsers", policy.run_maximum_users.map(number)),
        ("runMaximumPerMinute", policy.run_maximum_per_minute.map(number)),
        ("recordDays", policy.record_days.map(number)),
        ("lockMinutes", policy.lock_minutes.map(number)),
        ("proxy", proxy),
        ("fips", policy.fips.map(|it| it.to_string())),
        ("logLevel", policy.log_level.map(|it| choice(it.word()))),
    ];
    let named = named.into_iter().filter(|(_, set)| *set);
    let named = named.map(|(key, _)| format!("{key} is set"));
    let valued = valued
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key} = {}", value?)));
    named.chain(valued).collect()
}

/// Where the connections lead. A pool's and an app client's id are no secrets, and nobody needs them to help.
pub(super) fn connection(folders: &Folders) -> Vec<String> {
    let mut lines = Vec::new();
    match Settings::in_folder(folders.settings.clone()).connection() {
        Ok(Some(kept)) => {
            let connection = kept.connection;
            let host = connection
                .endpoint
                .as_ref()
                .and_then(|endpoint| endpoint.host_str());
            lines.push(format!(
                "Recovery window: Region {}, host {}, a secret: {}",
                connection.region,
                host.unwrap_or("Amazon's own"),
                if kept.secret_in_keychain { "yes" } else { "no" }
            ));
        }
        Ok(None) => lines.push("Recovery window: none is set up".to_owned()),
        Err(failure) => lines.push(format!("Recovery window: {}", failure.code)),
    }
    match DeskFile::in_folder(folders.settings.clone()).read() {
        Ok(kept) => {
            for connection in &kept.connections {
                lines.push(format!("Help desk: Region {}", connection.region));
            }
            for endpoint in kept.endpoints.all() {
                lines.push(format!(
                    "Help desk: host {}",
                    endpoint.host_str().unwrap_or_default()
                ));
            }
        }
        Err(failure) => lines.push(format!("Help desk: {}", failure.code)),
    }
    lines
}
