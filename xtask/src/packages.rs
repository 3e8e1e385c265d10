//! The system's packages: what is needed, why, and how to tell that it is there.
//!
//! A thing is looked for by what it offers, not by its package, so that a compiler from elsewhere counts
//! and other systems can be told what they lack. Only what is missing is installed.

use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::repository::{listen, say_and_run, works};
use crate::setup::Part;

/// How to tell that a thing is there.
enum Proof {
    /// A program on the path.
    Program(&'static str),
    /// A C library that pkg-config knows.
    Library(&'static str),
    /// A program that ends well when called like this.
    Call(&'static [&'static str]),
    /// A file that the package brings.
    File(&'static str),
}

struct Package {
    /// Its name on Debian and Ubuntu.
    name: &'static str,
    why: &'static str,
    part: Part,
    proof: Proof,
}

/// In this order: pkg-config stands before the libraries that are looked for with it.
const PACKAGES: &[Package] = &[
    Package {
        name: "gcc",
        why: "links the programs, compiles the cryptography that is written in C",
        part: Part::Build,
        proof: Proof::Program("cc"),
    },
    Package {
        name: "libc6-dev",
        why: "the C library's own header files",
        part: Part::Build,
        proof: Proof::File("/usr/include/stdlib.h"),
    },
    Package {
        name: "pkg-config",
        why: "finds the libraries below",
        part: Part::Build,
        proof: Proof::Program("pkg-config"),
    },
    Package {
        name: "libwebkit2gtk-4.1-dev",
        why: "the web view and the window that Tauri draws with",
        part: Part::Build,
        proof: Proof::Library("webkit2gtk-4.1"),
    },
    Package {
        name: "libdbus-1-dev",
        why: "speaks to the desktop",
        part: Part::Build,
        proof: Proof::Library("dbus-1"),
    },
    Package {
        name: "xvfb",
        why: "a display in memory, for the real window where there is no screen",
        part: Part::Window,
        proof: Proof::Program("Xvfb"),
    },
    Package {
        name: "webkit2gtk-driver",
        why: "types and clicks in the real web view",
        part: Part::Window,
        proof: Proof::Program("WebKitWebDriver"),
    },
    Package {
        name: "dbus",
        why: "a message bus of its own, so that a test never meets yours",
        part: Part::Window,
        proof: Proof::Program("dbus-daemon"),
    },
    Package {
        name: "gnome-keyring",
        why: "a real keychain on that bus",
        part: Part::Window,
        proof: Proof::Program("gnome-keyring-daemon"),
    },
    Package {
        name: "fonts-dejavu-core",
        why: "letters, on a machine that has never had a screen",
        part: Part::Window,
        proof: Proof::File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    },
    Package {
        name: "xclip",
        why: "reads what was copied, as another program does",
        part: Part::Window,
        proof: Proof::Program("xclip"),
    },
    Package {
        name: "xdotool",
        why: "types into the system's own dialogs, where the web view's driver doesn't reach",
        part: Part::Window,
        proof: Proof::Program("xdotool"),
    },
    Package {
        name: "python3",
        why: "runs the outside clients and servers of the tests",
        part: Part::Peers,
        proof: Proof::Program("python3"),
    },
    Package {
        name: "python3-venv",
        why: "keeps those in a directory of their own",
        part: Part::Peers,
        proof: Proof::Call(&["python3", "-c", "import ensurepip, venv"]),
    },
    Package {
        name: "glib-networking",
        why: "reads the desktop's proxy settings, for GIO",
        part: Part::Peers,
        proof: Proof::File("/usr/share/glib-2.0/schemas/org.gnome.system.proxy.gschema.xml"),
    },
    Package {
        name: "iproute2",
        why: "makes networks with something in the way",
        part: Part::Peers,
        proof: Proof::Program("ip"),
    },
    Package {
        name: "util-linux",
        why: "keeps those networks apart from yours",
        part: Part::Peers,
        proof: Proof::Program("unshare"),
    },
    Package {
        name: "dpkg",
        why: "packs the .deb by one clock",
        part: Part::Package,
        proof: Proof::Program("dpkg-deb"),
    },
    Package {
        name: "mmdebstrap",
        why: "makes a clean Debian to install into",
        part: Part::Installation,
        proof: Proof::Program("mmdebstrap"),
    },
    Package {
        name: "desktop-file-utils",
        why: "judges the desktop entry",
        part: Part::Installation,
        proof: Proof::Program("desktop-file-validate"),
    },
    Package {
        name: "appstream",
        why: "judges the metainfo",
        part: Part::Installation,
        proof: Proof::Program("appstreamcli"),
    },
    Package {
        name: "lintian",
        why: "judges the .deb",
        part: Part::Installation,
        proof: Proof::Program("lintian"),
    },
    Package {
        name: "rpm",
        why: "reads the .rpm",
        part: Part::Installation,
        proof: Proof::Program("rpm"),
    },
    Package {
        name: "dpkg-dev",
        why: "finds out what the program is linked with",
        part: Part::Installation,
        proof: Proof::Program("dpkg-shlibdeps"),
    },
];

/// Sees to it that the system's packages for these parts are there; installs what is missing, by apt.
///
/// # Errors
/// Names what is missing where there is no apt, or where installing fails.
pub(crate) fn install(parts: &[Part]) -> Result<()> {
    let missing: Vec<&Package> = PACKAGES
        .iter()
        .filter(|package| parts.contains(&package.part) && !is_there(&package.proof))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let width = missing
        .iter()
        .map(|package| package.name.len())
        .max()
        .unwrap_or(0);
    println!("Missing on this machine:");
    for package in &missing {
        println!("  {:width$}  {}", package.name, package.why);
    }
    if !has_apt() {
        return Err(
            "this is not a Debian or Ubuntu system, so nothing was installed: install the packages above \
             (or what your system calls them), then call this again"
                .to_owned(),
        );
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    println!("They are installed now, by apt-get; nothing else is.");
    say_and_run(&mut apt(&["update", "--quiet=2"])?)?;
    let mut install = apt(&["install", "--yes", "--quiet=2", "--no-install-recommends"])?;
    say_and_run(install.args(&names))?;
    match missing.iter().find(|package| !is_there(&package.proof)) {
        Some(package) => Err(format!(
            "{} was installed, but what it should bring is still not found ({})",
            package.name, package.why
        )),
        None => Ok(()),
    }
}

fn is_there(proof: &Proof) -> bool {
    match proof {
        Proof::Program(name) => on_path(name),
        Proof::Library(name) => works(Command::new("pkg-config").args(["--exists", name])),
        Proof::Call(words) => match words.split_first() {
            Some((program, arguments)) => works(Command::new(program).args(arguments)),
            None => false,
        },
        Proof::File(path) => Path::new(path).exists(),
    }
}

/// Whether a program of this name is on the path.
pub(crate) fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|directory| directory.join(name).is_file())
}

/// Debian, Ubuntu, and what calls itself like them.
pub(crate) fn has_apt() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let kin = release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split(' '))
        .any(|name| name == "debian" || name == "ubuntu");
    kin && on_path("apt-get")
}

/// apt-get that asks nothing, through sudo where we are not root.
fn apt(arguments: &[&str]) -> Result<Command> {
    let user = listen(Command::new("id").arg("-u"))?;
    let mut command = if user.trim() == "0" {
        Command::new("env")
    } else if on_path("sudo") {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        return Err(
            "installing needs root, and there is no sudo: install the packages above as root, \
                    then call this again"
                .to_owned(),
        );
    };
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .args(arguments);
    Ok(command)
}
