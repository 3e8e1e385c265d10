//! What stands between a client and a service: proxies of others' making, and networks of our own
//! making, in namespaces of Linux.

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use tempfile::TempDir;

/// What a test comes to.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The service's made-up name: nobody but a proxy or a test's own hosts file knows it.
pub const HOST: &str = "idp.readmit.test";

/// mitmproxy, the forward proxy, and everything it needs, each pinned.
const MITMPROXY: &str = include_str!("../mitmproxy.txt");

/// A file beside this crate's manifest.
#[must_use]
pub fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A process that ends with this value.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An authority, and the service's certificate by it.
pub struct Certificates(TempDir);

impl Certificates {
    /// Makes both.
    ///
    /// # Errors
    /// No room for them.
    pub fn make() -> Outcome<Self> {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority
            .distinguished_name
            .push(DnType::CommonName, "A company’s own authority");
        let authority_key = KeyPair::generate()?;
        let root = authority.self_signed(&authority_key)?;
        let issuer = Issuer::new(authority, authority_key);
        let key = KeyPair::generate()?;
        let names = [HOST, "localhost", "127.0.0.1", "::1"].map(str::to_owned);
        let leaf = CertificateParams::new(names)?.signed_by(&key, &issuer)?;
        let directory = TempDir::new()?;
        for (name, content) in [
            ("ca.pem", root.pem()),
            ("cert.pem", leaf.pem()),
            ("key.pem", key.serialize_pem()),
        ] {
            fs::write(directory.path().join(name), content)?;
        }
        Ok(Self(directory))
    }

    /// The path of `ca.pem`, `cert.pem` or `key.pem`.
    #[must_use]
    pub fn file(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }
}

/// Python's own web server on a free port of `127.0.0.1`, as `server.py` says.
///
/// # Errors
/// It doesn't start.
pub fn server(what: &[&str]) -> Outcome<(Running, u16)> {
    let mut child = Command::new("python3")
        .arg(beside("server.py"))
        .args(["127.0.0.1", "0"])
        .args(what)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut line = String::new();
    let stdout = child.stdout.take().ok_or("no output")?;
    let running = Running(child);
    BufReader::new(stdout).read_line(&mut line)?;
    let port = line.trim().strip_prefix("ready ").ok_or("not ready")?.parse()?;
    Ok((running, port))
}

/// mitmproxy on a free port, for which every name is `port` of this computer. `options` are its own.
///
/// # Errors
/// It can't be installed, or doesn't start.
pub fn mitmproxy(home: &Path, port: u16, options: &[&str]) -> Outcome<(Running, String)> {
    let requirements: Vec<&str> = MITMPROXY.lines().collect();
    let program = peers::venv("mitmproxy", &requirements)?.join("bin/mitmdump");
    let own = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let child = Command::new(program)
        .args(["--quiet", "--listen-host", "127.0.0.1", "--ssl-insecure"])
        .args(["--listen-port", &own.port().to_string()])
        .arg("--set")
        .arg(format!("confdir={}", home.display()))
        .arg("-s")
        .arg(beside("leads_to.py"))
        .args(["--set", &format!("leads_to={port}")])
        .args(options)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let running = Running(child);
    for _ in 0..300 {
        if std::net::TcpStream::connect(own).is_ok() {
            return Ok((running, format!("http://{own}")));
        }
        thread::sleep(Duration::from_millis(100));
    }
    Err("mitmproxy did not start".into())
}

/// What `ask` printed: what came of the question, and what the probe found.
#[derive(Debug)]
pub struct Asked {
    /// `delivered`, or the failure's code and whether to try again.
    pub outcome: String,
    /// The probe, as it is written for debugging.
    pub probe: String,
}

/// Runs `ask` by `command`, which ends with its path.
///
/// # Errors
/// It fails.
pub fn asked(command: &mut Command) -> Outcome<Asked> {
    for variable in [
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
    ] {
        if !command.get_envs().any(|(name, _)| name == variable) {
            command.env_remove(variable);
        }
    }
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut said = String::new();
    child
        .stdout
        .take()
        .ok_or("no output")?
        .read_to_string(&mut said)?;
    if !child.wait()?.success() {
        return Err(format!("ask failed: {said}").into());
    }
    let (outcome, probe) = said.trim().split_once('\n').ok_or("too little said")?;
    Ok(Asked {
        outcome: outcome.to_owned(),
        probe: probe.to_owned(),
    })
}
