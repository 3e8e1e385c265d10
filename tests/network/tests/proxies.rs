//! Behind real proxies.

use std::process::Command;

use network_tests::{Asked, Certificates, HOST, Outcome, asked, mitmproxy, server};
use tempfile::TempDir;

fn ask() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ask"));
    command.arg(format!("https://{HOST}"));
    command
}

fn over(proxy: &str, more: &[&str]) -> Outcome<Asked> {
    asked(ask().args(["--proxy", proxy]).args(more))
}

#[test]
fn a_forward_proxy_is_gone_through_and_finds_the_name_itself() -> Outcome {
    let certificates = Certificates::make()?;
    let (cert, key, ca) = (
        certificates.file("cert.pem"),
        certificates.file("key.pem"),
        certificates.file("ca.pem"),
    );
    let (_server, port) = server(&[&cert, &key])?;
    let home = TempDir::new()?;
    let (_proxy, proxy) = mitmproxy(home.path(), port, &["--ignore-hosts", ".*"])?;

    let found = over(&proxy, &["--ca", &ca])?;
    assert_eq!(found.outcome, "delivered", "{}", found.probe);
    for part in [
        format!(r#"address: "{proxy}", origin: Settings"#).as_str(),
        "LetsThrough",
        "LeftToProxy",
        "connection: Fine",
        "clock_ahead: Some(",
    ] {
        assert!(found.probe.contains(part), "{part}: {}", found.probe);
    }
    // The same by the environment; and what is excepted goes straight, where nobody knows the name.
    let found = asked(ask().args(["--ca", &ca]).env("HTTPS_PROXY", &proxy))?;
    assert_eq!(found.outcome, "delivered", "{}", found.probe);
    assert!(found.probe.contains(r#"Environment { variable: "HTTPS_PROXY" }"#));
    let found = asked(
        ask()
            .args(["--ca", &ca])
            .env("ALL_PROXY", &proxy)
            .env("NO_PROXY", ".readmit.test"),
    )?;
    assert_eq!(found.outcome, "name-not-found Now");
    assert!(found.probe.contains("lookup: NotFound"), "{}", found.probe);
    // AWS_CA_BUNDLE is as good as a CA file of the settings.
    let found = asked(ask().env("https_proxy", &proxy).env("AWS_CA_BUNDLE", &ca))?;
    assert_eq!(found.outcome, "delivered", "{}", found.probe);
    // Without either, nothing is trusted.
    assert_eq!(over(&proxy, &[])?.outcome, "tls-untrusted Now");
    Ok(())
}

#[test]
fn an_intercepting_proxy_is_told_by_its_name_and_trusted_by_its_certificate() -> Outcome {
    let certificates = Certificates::make()?;
    let (_server, port) = server(&[&certificates.file("cert.pem"), &certificates.file("key.pem")])?;
    let home = TempDir::new()?;
    let (_proxy, proxy) = mitmproxy(home.path(), port, &[])?;

    let found = over(&proxy, &[])?;
    assert_eq!(found.outcome, "tls-untrusted Now");
    assert!(
        found.probe.contains(r#"Intercepted { issuer: "mitmproxy" }"#),
        "{}",
        found.probe
    );
    let ca = home.path().join("mitmproxy-ca-cert.pem");
    let found = over(&proxy, &["--ca", &ca.display().to_string()])?;
    assert_eq!(found.outcome, "delivered", "{}", found.probe);
    assert!(found.probe.contains("connection: Fine"), "{}", found.probe);
    Ok(())
}

#[test]
fn a_proxy_that_asks_for_a_password_takes_the_right_one_and_never_shows_it() -> Outcome {
    let certificates = Certificates::make()?;
    let (_server, port) = server(&[&certificates.file("cert.pem"), &certificates.file("key.pem")])?;
    let home = TempDir::new()?;
    let (_proxy, proxy) = mitmproxy(
        home.path(),
        port,
        &["--ignore-hosts", ".*", "--proxyauth", "maria:p@ss+word"],
    )?;
    let ca = certificates.file("ca.pem");

    let found = over(&proxy, &["--ca", &ca])?;
    assert_eq!(found.outcome, "proxy-asks-for-password Now");
    assert!(found.probe.contains("proxy: AsksForPassword"), "{}", found.probe);
    for (password, outcome) in [
        ("p%40ss%2Bword", "delivered"),
        ("wrong%40one", "proxy-asks-for-password Now"),
    ] {
        let with_password = proxy.replace("://", &format!("://maria:{password}@"));
        let found = asked(ask().args(["--ca", &ca]).env("HTTPS_PROXY", with_password))?;
        assert_eq!(found.outcome, outcome, "{}", found.probe);
        assert!(
            found.probe.contains(&format!(r#"address: "{proxy}""#)),
            "{}",
            found.probe
        );
        assert!(!found.probe.contains("maria"), "{}", found.probe);
    }
    Ok(())
}

#[test]
fn what_else_proxies_do_is_told_apart() -> Outcome {
    let (_negotiate, port) = server(&["407", "Negotiate", "NTLM"])?;
    let found = over(&format!("http://127.0.0.1:{port}"), &[])?;
    assert_eq!(found.outcome, "proxy-asks-for-sign-in Now");
    assert!(found.probe.contains("AsksForSignIn"), "{}", found.probe);

    // Behind this one nothing listens: it says so with a 502 (RFC 9110, 15.6.3).
    let nothing = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let home = TempDir::new()?;
    let options = ["--ignore-hosts", ".*"];
    let (proxy, address) = mitmproxy(home.path(), nothing, &options)?;
    let found = over(&address, &[])?;
    assert_eq!(found.outcome, "proxy-refused Now", "{}", found.probe);
    assert!(found.probe.contains("proxy: Refuses"), "{}", found.probe);
    drop(proxy);
    let found = over(&address, &[])?;
    assert_eq!(found.outcome, "proxy-unreachable Now");
    assert!(found.probe.contains("proxy: Unreachable"), "{}", found.probe);

    let found = asked(ask().env("ALL_PROXY", "socks5://127.0.0.1:1080"))?;
    assert_eq!(found.outcome, "proxy-socks Now");
    assert!(found.probe.contains("Socks { origin"), "{}", found.probe);
    Ok(())
}

/// The desktop's own settings: a keyfile of GSettings, read by GIO as in a session of GNOME.
#[test]
fn what_the_desktop_says_is_followed() -> Outcome {
    let by_desktop = |settings: &str| -> Outcome<Asked> {
        let home = TempDir::new()?;
        let directory = home.path().join("glib-2.0/settings");
        std::fs::create_dir_all(&directory)?;
        std::fs::write(directory.join("keyfile"), settings)?;
        asked(
            ask()
                .env("XDG_CONFIG_HOME", home.path())
                .env("GSETTINGS_BACKEND", "keyfile")
                .env("XDG_CURRENT_DESKTOP", "GNOME")
                .env("DESKTOP_SESSION", "gnome")
                .env_remove("DBUS_SESSION_BUS_ADDRESS"),
        )
    };
    let (_negotiate, port) = server(&["407", "Basic realm=\"x\""])?;
    let manual = format!(
        "[system/proxy]\nmode='manual'\nignore-hosts=['other.test']\n\
         [system/proxy/https]\nhost='127.0.0.1'\nport={port}\n"
    );
    let found = by_desktop(&manual)?;
    assert_eq!(found.outcome, "proxy-asks-for-password Now", "{}", found.probe);
    assert!(found.probe.contains("origin: Desktop"), "{}", found.probe);
    let found = by_desktop(&manual.replace("other.test", HOST))?;
    assert_eq!(found.outcome, "name-not-found Now", "{}", found.probe);
    // Nothing here runs the desktop's scripts.
    let found = by_desktop("[system/proxy]\nmode='auto'\nautoconfig-url='http://127.0.0.1:9/proxy.pac'\n")?;
    assert_eq!(found.outcome, "proxy-script Now", "{}", found.probe);
    assert!(
        found.probe.contains("Script { origin: Desktop }"),
        "{}",
        found.probe
    );
    Ok(())
}
