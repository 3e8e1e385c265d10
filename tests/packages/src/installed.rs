//! The .deb installed, used, upgraded and removed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::clean::{Root, USER};
use crate::session::Session;
use crate::tell::{Result, ask, same, tell};
use crate::{Given, Report};

/// What the tests use in it; nothing of it is needed to run Readmit.
const TOOLS: [&str; 13] = [
    "appstream",
    "dbus",
    "fonts-dejavu-core",
    "gnome-keyring",
    "imagemagick",
    "libglib2.0-bin",
    "libgtk-3-bin",
    "tesseract-ocr",
    "webkit2gtk-driver",
    "xclip",
    "xdg-utils",
    "xdotool",
    "xvfb",
];

/// A connection that leads nowhere: it is only looked at.
const CONNECTION: &str = r#"{ "readmit": 1, "name": "Northwind customers", "region": "eu-central-1",
  "userPoolId": "eu-central-1_AbCdEfGhI", "clientId": "1example23456789abcdefghij" }"#;

/// What a person may have by then: they are never the package's to touch.
const OWN: [&str; 3] = [
    ".config/readmit/settings.json",
    ".config/readmit/record.db",
    "northwind.readmit",
];

pub(crate) fn walk(given: &Given, report: &mut Report) -> Result<()> {
    let root = Root::make()?;
    let before: BTreeSet<String> = root.paths()?.into_iter().collect();
    fs::copy(&given.deb, root.path("/root/readmit.deb")).map_err(|error| error.to_string())?;
    let install = ["apt-get", "--yes", "--quiet=2", "install", "/root/readmit.deb"];
    let installed = report.test(
        "apt installs the .deb, with what it depends on and recommends",
        || {
            root.run(&install)?;
            root.run(&["dpkg", "--verify", "readmit"])
                .and_then(|changed| same("changed files", changed.trim(), ""))?;
            root.run(&["sh", "-c", "command -v gnome-keyring-daemon"])
                .map(drop)
        },
    );
    if !installed {
        return Ok(());
    }
    report.test("apt removes it and what came with it, and leaves nothing", || {
        root.run(&[
            "apt-get",
            "--yes",
            "--quiet=2",
            "purge",
            "--autoremove",
            "readmit",
        ])?;
        let left = root.paths()?.into_iter().filter(|path| !before.contains(path));
        // What other packages leave of their own.
        let ours: Vec<String> = left.filter(|path| speaks_of_us(&root, path)).collect();
        same("left behind", ours, Vec::new())
    });
    root.run(&install)?;
    let mut tools = vec![
        "apt-get",
        "--yes",
        "--quiet=2",
        "--no-install-recommends",
        "install",
    ];
    tools.extend(TOOLS);
    root.run(&tools)?;
    let home = root.path(&format!("/home/{USER}"));
    fs::write(home.join("northwind.readmit"), CONNECTION).map_err(|error| error.to_string())?;

    report.test(
        "a whole practice recovery, walked in the installed program",
        || recovery(given, &root),
    );
    used(&root, report)?;
    upgraded(given, &root, report)?;
    removed(&root, report);
    root.run(&install)?;
    report.test(
        "--purge-user-data removes what is kept for the person, and not their files",
        || purged(&root),
    );
    Ok(())
}

/// Whether a path is named after us, or one of the desktop's lists speaks of us.
fn speaks_of_us(root: &Root, path: &str) -> bool {
    let list = path.starts_with("/usr/share/applications/") || path.starts_with("/usr/share/mime/");
    path.to_lowercase().contains("readmit")
        || list
            && fs::read(root.path(path)).is_ok_and(|bytes| bytes.windows(7).any(|part| part == b"readmit"))
}

/// The journeys' own walk, by an ordinary user in the clean system, with the installed program.
fn recovery(given: &Given, root: &Root) -> Result<()> {
    root.show(&given.programs.join("journeys"), "/opt/journeys")?;
    let axe = given.repository.join("node_modules/axe-core");
    root.show(&axe, &axe.display().to_string())?;
    // The journeys find axe-core by way of their own folder.
    let own = root.path(&given.repository.join("tests/journeys").display().to_string());
    fs::create_dir_all(&own).map_err(|error| format!("{}: {error}", own.display()))?;
    let mut walk = root.command(USER, &format!("/home/{USER}"), &[]);
    walk.args(["/opt/journeys", "walk", "--app", "/usr/bin/readmit"]);
    walk.args(["--failures", "/tmp/failures"]);
    tell(&mut walk).map(drop)
}

/// Started from the desktop entry, and given a file, as a desktop does both.
fn used(root: &Root, report: &mut Report) -> Result<()> {
    let mut session = Session::start(root)?;
    report.test(
        "the desktop knows .readmit files and readmit:// links, and what opens them",
        || {
            let kind = session.ask(&["xdg-mime", "query", "filetype", "northwind.readmit"])?;
            same(
                "kind of file",
                kind.trim(),
                "application/vnd.readmit.connection+json",
            )?;
            for kind in [
                "application/vnd.readmit.connection+json",
                "x-scheme-handler/readmit",
            ] {
                let opens = session.ask(&["xdg-mime", "query", "default", kind])?;
                same(kind, opens.trim(), "Readmit.desktop")?;
            }
            Ok(())
        },
    );
    report.test("the desktop's software list knows it", || {
        let told = session.ask(&[
            "appstreamcli",
            "what-provides",
            "mediatype",
            "x-scheme-handler/readmit",
        ]);
        match told {
            Ok(told) if told.contains("app.readmit.Readmit") => Ok(()),
            Ok(told) | Err(told) => Err(told),
        }
    });
    session.begin(&["gtk-launch", "Readmit"])?;
    report.test("it starts from its desktop entry", || {
        let window = session.wait("a window of Readmit", |session| {
            session.windows("readmit").into_iter().next()
        })?;
        session
            .wait("its first screen, read from a picture", |session| {
                session
                    .reads(&window)
                    .to_lowercase()
                    .contains("connection")
                    .then_some(())
            })
            .map_err(|problem| format!("{problem}; it shows:\n{}", session.reads(&window)))?;
        let class = session
            .ask(&["xprop", "-id", &window, "WM_CLASS"])
            .unwrap_or_default();
        if class.is_empty() || class.contains("\"readmit\"") {
            Ok(())
        } else {
            Err(format!(
                "the desktop can't match its window to its entry: {class}"
            ))
        }
    });
    let running = programs(root)?;
    session.begin(&["gio", "open", "northwind.readmit"])?;
    report.test("a .readmit file opens in the window that is open already", || {
        let shown = session.wait("the connection, read from a picture", |session| {
            let windows = session.windows("readmit");
            let reads = windows
                .iter()
                .any(|window| session.reads(window).contains("Northwind"));
            reads.then_some(windows.len())
        })?;
        same("windows", shown, 1)?;
        same("programs running", programs(root)?, running)
    });
    Ok(())
}

/// How many processes run the installed program.
fn programs(root: &Root) -> Result<usize> {
    let told = root.run(&[
        "sh",
        "-c",
        "readlink /proc/[0-9]*/exe | grep -c /usr/bin/readmit$ || true",
    ])?;
    told.trim().parse().map_err(|_| format!("not a number: {told}"))
}

fn upgraded(given: &Given, root: &Root, report: &mut Report) -> Result<()> {
    let home = root.path(&format!("/home/{USER}"));
    for file in OWN {
        let path = home.join(file);
        if !path.exists() {
            fs::create_dir_all(path.parent().unwrap_or(&path))
                .and_then(|()| fs::write(&path, file))
                .map_err(|error| error.to_string())?;
        }
    }
    // Made from outside; they are the person's.
    let owner = format!("{USER}:{USER}");
    root.run(&["chown", "--recursive", &owner, &format!("/home/{USER}")])?;
    report.test(
        "a newer version installs over it and leaves connections and record",
        || {
            let before = own_files(&home)?;
            let newer = newer(&given.deb, root)?;
            root.run(&["apt-get", "--yes", "--quiet=2", "install", &newer])?;
            let version = root.run(&["dpkg-query", "--show", "--showformat=${Version}", "readmit"])?;
            if !version.ends_with("+newer") {
                return Err(format!("the version is {version}"));
            }
            root.run(&["readmit", "--version"])?;
            same("own files", own_files(&home)?, before)
        },
    );
    Ok(())
}

/// The same package with a higher version.
fn newer(deb: &Path, root: &Root) -> Result<String> {
    let tree = root.path("/root/newer");
    tell(Command::new("dpkg-deb").arg("--raw-extract").arg(deb).arg(&tree))?;
    let control = tree.join("DEBIAN/control").display().to_string();
    ask(&["sed", "--in-place", "s/^Version: .*/&+newer/", &control])?;
    tell(
        Command::new("dpkg-deb")
            .args(["--root-owner-group", "-Znone", "--build"])
            .arg(&tree)
            .arg(root.path("/root/newer.deb")),
    )?;
    Ok("/root/newer.deb".to_owned())
}

fn removed(root: &Root, report: &mut Report) {
    let home = root.path(&format!("/home/{USER}"));
    report.test("removed, it leaves only what is the person's own", || {
        let before = own_files(&home)?;
        root.run(&["apt-get", "--yes", "--quiet=2", "purge", "readmit"])?;
        let left: Vec<String> = root
            .paths()?
            .into_iter()
            .filter(|path| speaks_of_us(root, path))
            .collect();
        same("left behind", left, Vec::new())?;
        same("own files", own_files(&home)?, before)
    });
}

/// In a session, since the keychain is asked as well.
fn purged(root: &Root) -> Result<()> {
    let session = Session::start(root)?;
    session.ask(&["/usr/bin/readmit", "--purge-user-data", "--yes"])?;
    let home = root.path(&format!("/home/{USER}"));
    same(
        "settings and record are there",
        home.join(".config/readmit").exists(),
        false,
    )?;
    same(
        "the person's file is there",
        home.join("northwind.readmit").exists(),
        true,
    )
}

fn own_files(home: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let read = |file: &&str| {
        let path = home.join(file);
        let content = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok((path, content))
    };
    OWN.iter().map(read).collect()
}
