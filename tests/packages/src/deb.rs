//! The .deb, as Debian's own tools see it.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::tell::{Result, ask, same, tell};
use crate::{Given, Report};

/// Both want a mail address of the maintainers, and there is none that the project answers to.
const WITHOUT_AN_ADDRESS: &str = "malformed-contact,bogus-mail-host-in-debian-changelog";

pub(crate) fn judge(given: &Given, report: &mut Report) {
    let tree = match unpacked(&given.deb) {
        Ok(tree) => tree,
        Err(problem) => {
            report.test("the .deb unpacks", || Err(problem));
            return;
        }
    };
    let root = tree.path();
    report.test("lintian finds no error in the .deb", || {
        tell(
            Command::new("lintian")
                .args([
                    "--allow-root",
                    "--fail-on",
                    "error",
                    "--suppress-tags",
                    WITHOUT_AN_ADDRESS,
                ])
                .arg(&given.deb),
        )
        .map(drop)
    });
    report.test("desktop-file-validate takes the desktop entry", || {
        tell(Command::new("desktop-file-validate").arg(root.join("usr/share/applications/Readmit.desktop")))
            .map(drop)
    });
    report.test(
        "appstreamcli takes the metainfo and finds its desktop entry",
        || {
            tell(
                Command::new("appstreamcli")
                    .args(["validate-tree", "--no-net"])
                    .arg(root),
            )
            .map(drop)
        },
    );
    report.test("man renders the manual without a warning", || manual(root));
    report.test("the dependencies are those that dpkg-shlibdeps finds", || {
        dependencies(root)
    });
    report.test("the program is stripped", || {
        let told = tell(
            Command::new("objdump")
                .arg("--syms")
                .arg(root.join("usr/bin/readmit")),
        )?;
        if told.contains("no symbols") {
            Ok(())
        } else {
            Err("it has a symbol table".to_owned())
        }
    });
    report.test("every file belongs to root and nobody else may write it", || {
        let contents = tell(Command::new("dpkg-deb").arg("--contents").arg(&given.deb))?;
        let modes = [
            "drwxr-xr-x root/root",
            "-rw-r--r-- root/root",
            "-rwxr-xr-x root/root",
        ];
        let wrong: Vec<&str> = contents
            .lines()
            .filter(|line| !modes.iter().any(|mode| line.starts_with(mode)))
            .collect();
        same("other modes", wrong, Vec::new())
    });
}

fn unpacked(deb: &Path) -> Result<TempDir> {
    let tree = TempDir::with_prefix("readmit-deb-").map_err(|error| error.to_string())?;
    tell(
        Command::new("dpkg-deb")
            .arg("--extract")
            .arg(deb)
            .arg(tree.path()),
    )?;
    tell(
        Command::new("dpkg-deb")
            .arg("--control")
            .arg(deb)
            .arg(tree.path().join("DEBIAN")),
    )?;
    Ok(tree)
}

fn manual(root: &Path) -> Result<()> {
    let page = root.join("usr/share/man/man1/readmit.1.gz");
    let output = Command::new("man")
        .args(["--warnings", "--encoding=UTF-8", "--local-file"])
        .arg(page)
        .env("MANWIDTH", "80")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .map_err(|error| format!("man: {error}"))?;
    same("warnings", String::from_utf8_lossy(&output.stderr).trim(), "")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.contains("readmit - get people back into") && text.contains("--desk") {
        Ok(())
    } else {
        Err(format!("not the manual: {text}"))
    }
}

/// Compares the names; dpkg's symbol files decide on the versions.
fn dependencies(root: &Path) -> Result<()> {
    let place = TempDir::with_prefix("readmit-shlibs-").map_err(|error| error.to_string())?;
    let control = place.path().join("debian");
    fs::create_dir(&control)
        .and_then(|()| {
            fs::write(
                control.join("control"),
                "Source: readmit\n\nPackage: readmit\nArchitecture: any\n",
            )
        })
        .map_err(|error| error.to_string())?;
    let found = tell(
        Command::new("dpkg-shlibdeps")
            .arg("-O")
            .arg(root.join("usr/bin/readmit"))
            .current_dir(place.path()),
    )?;
    let found = found.trim().strip_prefix("shlibs:Depends=").unwrap_or_default();
    let control = root.join("DEBIAN/control");
    let stated = ask(&["sed", "-n", "s/^Depends: //p", &control.display().to_string()])?;
    let list = |text: &str| {
        let mut names: Vec<String> = text.trim().split(", ").map(str::to_owned).collect();
        names.sort();
        names.dedup();
        names
    };
    // The bundler adds its own two, without a version.
    let mut stated = list(&stated);
    stated.retain(|name| !["libgtk-3-0", "libwebkit2gtk-4.1-0"].contains(&name.as_str()));
    same("Depends", stated, list(found))
}
