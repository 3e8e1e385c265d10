//! Behind the support window: the checks that were made, and the report that was shown.

use std::path::Path;
use std::sync::Mutex;

use cognito::{Failure, FailureCode};

use crate::folders::Folders;
use crate::managed::{self, Decided};
use crate::self_check::{CheckName, CheckResult, SelfCheck};
use crate::{lock_whole, private_file, report};

/// The support window's own state.
pub struct Support {
    folders: Folders,
    checks: SelfCheck,
    made: Mutex<Vec<CheckResult>>,
    report: Mutex<Option<String>>,
}

impl Support {
    /// Support for whoever has these folders.
    pub fn new(folders: Folders) -> Self {
        Self {
            checks: SelfCheck::new(folders.clone()),
            folders,
            made: Mutex::default(),
            report: Mutex::default(),
        }
    }

    /// What is wrong with the policy, if it is refused.
    pub fn policy_refused() -> Option<policy::Refused> {
        managed::read().err()
    }

    /// Makes one check.
    pub async fn check(&self, check: CheckName) -> CheckResult {
        let result = self.checks.run(check).await;
        let mut made = lock_whole(&self.made);
        made.retain(|before| before.check != check);
        made.push(result.clone());
        made.sort_by_key(|result| result.check);
        result
    }

    /// The report, written now with the checks that were made and those that were not yet. It is what is saved and
    /// copied from now on, to the letter.
    pub async fn preview(&self, language: Option<&str>) -> String {
        for check in CheckName::ALL {
            let is_made = lock_whole(&self.made).iter().any(|made| made.check == check);
            if !is_made {
                self.check(check).await;
            }
        }
        let results = lock_whole(&self.made).clone();
        let decided = managed::read()
            .ok()
            .filter(|decided| !decided.sources().is_empty());
        let policy = decided.as_ref().map(Decided::policy);
        let report = report::written(&self.folders, policy, &results, language);
        *lock_whole(&self.report) = Some(report.clone());
        report
    }

    /// The report as it was shown last.
    ///
    /// # Errors
    /// `ExportUnwritable` where none was: nobody saves what they have not seen.
    pub fn shown_report(&self) -> Result<String, Failure> {
        let report = lock_whole(&self.report).clone();
        report.ok_or_else(|| FailureCode::ExportUnwritable.into())
    }

    /// Writes `report` to `path`, whole or not at all, for its owner alone.
    ///
    /// # Errors
    /// `ExportUnwritable`.
    pub fn save(report: &str, path: &Path) -> Result<(), Failure> {
        let unwritable = || Failure::new(FailureCode::ExportUnwritable);
        let folder = path.parent().ok_or_else(unwritable)?;
        let name = path.file_name().ok_or_else(unwritable)?;
        private_file::write(folder, name, report.as_bytes()).map_err(|_| unwritable())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_saved_is_what_was_shown() {
        let home = tempfile::tempdir().unwrap();
        let support = Support::new(Folders {
            settings: home.path().join("config"),
            logs: home.path().join("logs"),
            web_view: Vec::new(),
        });
        assert_eq!(
            support.shown_report().map_err(|failure| failure.code),
            Err(FailureCode::ExportUnwritable)
        );
        // No network and no keychain are needed for what was already checked.
        for check in CheckName::ALL {
            lock_whole(&support.made).push(CheckResult::new(check, crate::self_check::CheckCode::NotChecked));
        }
        let shown = support.preview(Some("en")).await;
        std::fs::create_dir(home.path().join("logs")).unwrap();
        std::fs::write(home.path().join("logs/readmit.log"), "written later\n").unwrap();
        let path = home.path().join("report.txt");
        Support::save(&support.shown_report().unwrap(), &path).unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), shown);
    }
}
