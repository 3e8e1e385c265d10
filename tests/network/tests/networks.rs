//! On networks with something in the way: each in a namespace of its own, where the hosts file and
//! every route are the test's.

use std::fs;
use std::process::Command;

use network_tests::{Asked, Certificates, HOST, Outcome, asked, beside};
use tempfile::TempDir;

/// Asks at `address` on a network of its own, after `prepare` has made it, in the shell's language.
/// `hosts` is its hosts file.
fn on_a_network(hosts: &str, prepare: &str, address: &str, more: &[&str]) -> Outcome<Asked> {
    let directory = TempDir::new()?;
    let own = |name: &str| directory.path().join(name).display().to_string();
    fs::write(own("hosts"), hosts)?;
    fs::write(own("resolv.conf"), "")?;
    let script = format!(
        "set -e; ip link set lo up
         mount --bind {} /etc/hosts; mount --bind {} /etc/resolv.conf
         server() {{
           python3 {} \"$@\" >{log}-$2 2>&1 &
           until grep -qs ready {log}-$2; do sleep 0.1; done
         }}
         {prepare}
         \"$@\"",
        own("hosts"),
        own("resolv.conf"),
        beside("server.py").display(),
        log = own("log"),
    );
    let mut command = Command::new("unshare");
    command
        .args([
            "--user",
            "--map-root-user",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount",
            "sh",
            "-c",
            &script,
            "sh",
        ])
        .args([env!("CARGO_BIN_EXE_ask"), address, "--direct"])
        .args(more);
    asked(&mut command)
}

#[test]
fn without_a_network() -> Outcome {
    let found = on_a_network(
        &format!("192.0.2.7 {HOST}\n"),
        "",
        &format!("https://{HOST}"),
        &[],
    )?;
    assert_eq!(found.outcome, "offline Now");
    assert!(found.probe.contains("connection: Offline"), "{}", found.probe);
    Ok(())
}

#[test]
fn where_the_name_is_not_known() -> Outcome {
    let found = on_a_network("", "", "https://nobody.invalid", &[])?;
    assert_eq!(found.outcome, "name-not-found Now");
    assert!(found.probe.contains("lookup: NotFound"), "{}", found.probe);
    Ok(())
}

#[test]
fn where_the_port_is_closed() -> Outcome {
    let found = on_a_network(
        &format!("127.0.0.9 {HOST}\n"),
        "",
        &format!("https://{HOST}"),
        &[],
    )?;
    assert_eq!(found.outcome, "connection-blocked Now");
    assert!(found.probe.contains("connection: Blocked"), "{}", found.probe);
    Ok(())
}

/// A firewall that drops what it doesn't like never answers.
#[test]
fn where_nothing_ever_answers() -> Outcome {
    let silent = "ip route add 192.0.2.0/24 dev lo";
    let hosts = format!("192.0.2.7 {HOST}\n");
    let found = on_a_network(&hosts, silent, &format!("https://{HOST}"), &[])?;
    assert_eq!(found.outcome, "connection-blocked Now");
    assert!(found.probe.contains("connection: Blocked"), "{}", found.probe);
    Ok(())
}

#[test]
fn in_a_hotel() -> Outcome {
    let hosts = format!("127.0.0.9 {HOST}\n");
    let portal = "server 127.0.0.9 80 portal";
    let found = on_a_network(&hosts, portal, &format!("https://{HOST}"), &[])?;
    assert_eq!(found.outcome, "captive-portal Now");
    assert!(found.probe.contains("connection: Captive"), "{}", found.probe);

    // This one answers encrypted requests too, with a certificate that nobody trusts.
    let certificates = Certificates::make()?;
    let both = format!(
        "{portal}; server 127.0.0.9 443 {} {}",
        certificates.file("cert.pem"),
        certificates.file("key.pem")
    );
    let found = on_a_network(&hosts, &both, &format!("https://{HOST}"), &[])?;
    assert_eq!(found.outcome, "captive-portal Now", "{}", found.probe);
    Ok(())
}

#[test]
fn with_ipv6_alone() -> Outcome {
    let certificates = Certificates::make()?;
    let only_ipv6 = format!(
        "ip address del 127.0.0.1/8 dev lo; server ::1 8443 {} {}",
        certificates.file("cert.pem"),
        certificates.file("key.pem")
    );
    let ca = certificates.file("ca.pem");
    for address in [format!("https://{HOST}:8443"), "https://[::1]:8443".to_owned()] {
        let found = on_a_network(&format!("::1 {HOST}\n"), &only_ipv6, &address, &["--ca", &ca])?;
        assert_eq!(found.outcome, "delivered", "{address}: {}", found.probe);
        assert!(found.probe.contains("connection: Fine"), "{}", found.probe);
    }
    Ok(())
}
