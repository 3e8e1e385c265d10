//! The files that packages bring beside the program: manual, metainfo, MIME type, icon, licences.

use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::{clear, version};
use crate::Result;
use crate::repository::{cargo, command, listen, npm, root, say_and_run};

/// Where each is taken from, and where packages put it.
const AS_THEY_ARE: [(&str, &str); 6] = [
    (
        "packaging/linux/app.readmit.Readmit.metainfo.xml",
        "usr/share/metainfo/app.readmit.Readmit.metainfo.xml",
    ),
    (
        "packaging/linux/readmit.xml",
        "usr/share/mime/packages/readmit.xml",
    ),
    (
        "icons/readmit.svg",
        "usr/share/icons/hicolor/scalable/apps/readmit.svg",
    ),
    ("packaging/linux/copyright", "usr/share/doc/readmit/copyright"),
    (
        "target/THIRD-PARTY-LICENCES",
        "usr/share/doc/readmit/THIRD-PARTY-LICENCES",
    ),
    (
        "target/readmit.cdx.json",
        "usr/share/doc/readmit/readmit.cdx.json",
    ),
];

/// Files laid out as they are installed.
pub(super) struct Tree {
    root: PathBuf,
    files: Vec<String>,
}

impl Tree {
    /// What the bundler is told on top of `tauri.conf.json`: each file, and where it goes.
    ///
    /// # Errors
    /// When a path can't be written as JSON.
    pub(super) fn configuration(&self) -> Result<String> {
        let mut files = String::new();
        for file in &self.files {
            let source = self.root.join(file);
            let source = source
                .to_str()
                .filter(|path| !path.contains(['"', '\\']))
                .ok_or_else(|| format!("{}: build in a folder with a plainer name", source.display()))?;
            let comma = if files.is_empty() { "" } else { "," };
            let _ = write!(files, "{comma}\"/{file}\":\"{source}\"");
        }
        Ok(format!(
            "{{\"bundle\":{{\"linux\":{{\"deb\":{{\"files\":{{{files}}}}},\"rpm\":{{\"files\":{{{files}}}}}}}}}}}"
        ))
    }

    fn put(&mut self, file: &str, content: &[u8]) -> Result<()> {
        let path = self.root.join(file);
        let said = |error: std::io::Error| format!("{}: {error}", path.display());
        fs::create_dir_all(path.parent().unwrap_or(&path)).map_err(said)?;
        fs::write(&path, content).map_err(said)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).map_err(said)?;
        self.files.push(file.to_owned());
        Ok(())
    }

    /// Compressed as Debian's policy wants manuals and changelogs (12.1, 12.7), without a name or a time.
    fn put_compressed(&mut self, file: &str, content: &[u8]) -> Result<()> {
        self.put(file, content)?;
        say_and_run(command("gzip").args(["-9n", "--force"]).arg(self.root.join(file)))?;
        self.files.pop();
        self.files.push(format!("{file}.gz"));
        Ok(())
    }
}

/// Makes the licences and the bill of materials in `folder`, and lays out below it what packages bring.
///
/// # Errors
/// When something is missing or can't be made.
pub(super) fn files(folder: &Path, epoch: &str) -> Result<Tree> {
    materials(folder, epoch)?;
    let mut tree = Tree {
        root: folder.with_file_name("package-tree"),
        files: Vec::new(),
    };
    clear(&tree.root)?;
    for (from, to) in AS_THEY_ARE {
        let from = match from.strip_prefix("target/") {
            Some(made) => folder.join(made),
            None => root().join(from),
        };
        tree.put(to, &read(&from)?)?;
    }
    let manual = read(&root().join("packaging/linux/readmit.1"))?;
    tree.put_compressed("usr/share/man/man1/readmit.1", &manual)?;
    let news = read(&root().join("CHANGELOG.md"))?;
    tree.put_compressed("usr/share/doc/readmit/NEWS", &news)?;
    tree.put_compressed("usr/share/doc/readmit/changelog", changelog(epoch)?.as_bytes())?;
    Ok(tree)
}

/// Debian's form of a changelog (policy 4.4), with one entry: the rest is in NEWS.
fn changelog(epoch: &str) -> Result<String> {
    let date = listen(
        command("date")
            .args(["--utc", "--rfc-email", "--date"])
            .arg(format!("@{epoch}")),
    )?;
    Ok(format!(
        "readmit ({}) stable; urgency=medium\n\n  * What changed is in NEWS.gz beside this file.\n\n \
         -- Readmit contributors <>  {}\n",
        version()?,
        date.trim()
    ))
}

/// Calls `packaging/materials` for the program and the page as they are now.
fn materials(folder: &Path, epoch: &str) -> Result<()> {
    let pages = folder.with_file_name("package-pages");
    say_and_run(
        npm(&[
            "exec",
            "--",
            "vite",
            "build",
            "--config",
            "ui/vite.config.ts",
            "--logLevel",
            "warn",
        ])
        .args(["--sourcemap", "--emptyOutDir", "--outDir"])
        .arg(&pages),
    )?;
    let mut materials = cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "readmit-materials",
        "--",
    ]);
    materials
        .args(["--target", &host()?, "--epoch", epoch, "--pages"])
        .arg(&pages)
        .arg("--into")
        .arg(folder);
    say_and_run(&mut materials)
}

/// The target that cargo builds for when none is named.
fn host() -> Result<String> {
    let told = listen(command("rustc").arg("-vV"))?;
    told.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| format!("rustc doesn't tell its host: {told}"))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}
