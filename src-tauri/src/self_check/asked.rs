//! Whom the self-check asks, and how it gets there.

use std::path::PathBuf;

use cognito::Connection;
use network::{FipsService, NetworkSettings};
use url::Url;

use crate::folders::Folders;
use crate::help_desk::kept::DeskFile;
use crate::managed::Decided;
use crate::settings::Settings;

/// The Region whose public address stands in where there is no connection.
pub(super) const STAND_IN: &str = "us-east-1";

/// The connection that this person works with, and the address that stands for it.
pub(super) struct Asked {
    /// The recovery window's connection: the one that was kept, else the policy's first.
    pub(super) connection: Option<Connection>,
    /// Where the service answers; `None` where a Region's name is none, or there is no FIPS address.
    pub(super) address: Option<Url>,
    /// Another certificate authority, for this address alone.
    pub(super) ca_file: Option<PathBuf>,
    /// The way there.
    pub(super) network: NetworkSettings,
}

impl Asked {
    /// Whom this person's settings and what IT `decided` lead to. What can't be read leads nowhere; that is told by the check of
    /// the settings.
    pub(super) fn of(folders: &Folders, decided: &Decided) -> Self {
        let network = decided.network();
        let kept = Settings::in_folder(folders.settings.clone()).connection();
        let own = kept.unwrap_or_default().map(|kept| kept.connection);
        let own = own.filter(|own| decided.own_connections().is_ok() || decided.newest(own).is_some());
        let connection = own.or_else(|| decided.connections().first().cloned());
        if let Some(connection) = connection {
            let own = connection.endpoint.clone();
            return Self {
                address: address(own, &connection.region, network.fips),
                ca_file: connection.ca_file.clone(),
                connection: Some(connection),
                network,
            };
        }
        let desk = DeskFile::in_folder(folders.settings.clone())
            .read()
            .unwrap_or_default();
        let region = desk
            .connections
            .first()
            .map(|connection| connection.region.as_str());
        let region = region.unwrap_or(STAND_IN);
        Self {
            connection: None,
            address: address(desk.endpoints.cognito, region, network.fips),
            ca_file: desk.ca_file,
            network,
        }
    }
}

/// `own` address, else Amazon's; none where FIPS is asked for and there is none.
fn address(own: Option<Url>, region: &str, fips: bool) -> Option<Url> {
    if fips && (own.is_some() || !FipsService::Cognito.is_in(region)) {
        return None;
    }
    own.or_else(|| public_address(region, fips))
}

/// Amazon's own address of a Region (AWS General Reference, "Amazon Cognito endpoints and quotas").
fn public_address(region: &str, fips: bool) -> Option<Url> {
    let suffix = match region.split('-').next() {
        Some("cn") => "amazonaws.com.cn",
        Some("eusc") => "amazonaws.eu",
        _ => "amazonaws.com",
    };
    let service = if fips { "cognito-idp-fips" } else { "cognito-idp" };
    Url::parse(&format!("https://{service}.{region}.{suffix}")).ok()
}

#[cfg(test)]
mod tests {
    use policy::{ConnectionChoice, InForce, Policy};

    use super::*;

    fn folders() -> (tempfile::TempDir, Folders) {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders {
            settings: home.path().to_owned(),
            logs: home.path().join("logs"),
            web_view: Vec::new(),
        };
        (home, folders)
    }

    fn address(folders: &Folders, decided: &Decided) -> String {
        Asked::of(folders, decided).address.unwrap().to_string()
    }

    #[test]
    fn the_kept_connection_comes_first_then_the_policys_then_the_desks_then_amazon() {
        let (_home, folders) = folders();
        let free = Decided::default();
        let at = |region: &str| format!("https://cognito-idp.{region}.amazonaws.com/");
        assert_eq!(address(&folders, &free), at("us-east-1"));

        let desk = r##"{"connections": [{"id": "a", "name": "A", "region": "eu-west-1",
            "poolId": "eu-west-1_Aaaaaaaaa", "colour": "blue"}]}"##;
        std::fs::write(folders.settings.join("desk.json"), desk).unwrap();
        assert_eq!(address(&folders, &free), at("eu-west-1"));

        let connection = |region: &str| {
            format!(
                r#"{{"readmit": 1, "name": "Northwind", "region": "{region}",
                "userPoolId": "{region}_Nw1ndPrct", "clientId": "4p1c2e3x4a5m6p7l8e9c0l1i2n"}}"#
            )
        };
        let decided = |choice| {
            let policy = Policy {
                connections: Some(vec![connection("eu-north-1")]),
                connection_choice: Some(choice),
                ..Policy::default()
            };
            let sources = vec!["here".to_owned()];
            Decided::of(InForce { policy, sources }).unwrap()
        };
        let offered = decided(ConnectionChoice::Offered);
        assert_eq!(address(&folders, &offered), at("eu-north-1"));

        let kept = format!(
            r#"{{"connection": {}, "secretInKeychain": false}}"#,
            connection("eu-central-1")
        );
        std::fs::write(folders.settings.join("settings.json"), kept).unwrap();
        assert_eq!(address(&folders, &offered), at("eu-central-1"));
        let locked = decided(ConnectionChoice::Locked);
        assert_eq!(address(&folders, &locked), at("eu-north-1"));
        assert!(Asked::of(&folders, &free).connection.is_some());
    }

    #[test]
    fn an_address_is_the_partitions_own() {
        for (region, fips, host) in [
            (
                "us-gov-west-1",
                true,
                "cognito-idp-fips.us-gov-west-1.amazonaws.com",
            ),
            ("cn-north-1", false, "cognito-idp.cn-north-1.amazonaws.com.cn"),
            ("eusc-de-east-1", false, "cognito-idp.eusc-de-east-1.amazonaws.eu"),
        ] {
            assert_eq!(public_address(region, fips).unwrap().host_str(), Some(host));
        }
    }
}
