//! The desk's record: opened when it is first needed, kept as long as the settings say.

use std::path::PathBuf;

use cognito::{Failure, FailureCode};
use desk::record::{EntryId, Record, RecordPage, RecordQuery, Verification};
use serde::Deserialize;
use tokio::sync::OnceCell;

use super::{Desk, lock_whole, now};

/// How many entries a page of the record holds.
const PAGE: u32 = 60;
/// Milliseconds of a day.
const A_DAY: i64 = 24 * 60 * 60 * 1000;

/// The two records, opened when they are first needed.
#[derive(Default)]
pub(super) struct Records {
    real: OnceCell<Record>,
    practice: OnceCell<(tempfile::TempDir, Record)>,
}

/// In which form the record leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum RecordFormat {
    /// For a spreadsheet.
    Csv,
    /// For a program; the chain can be checked with it.
    Json,
}

impl Desk {
    /// The record: of real acts, or of those on the practice pools.
    ///
    /// # Errors
    /// `RecordUnreadable`, `RecordNewer`.
    pub async fn record(&self) -> Result<Record, Failure> {
        let practising = lock_whole(&self.state).practice.is_some();
        let opened = if practising {
            let (_folder, record) = self
                .records
                .practice
                .get_or_try_init(|| async {
                    let folder = tempfile::tempdir().map_err(|_| FailureCode::RecordUnreadable)?;
                    let record = open_record(folder.path().to_owned(), None).await?;
                    Ok::<_, Failure>((folder, record))
                })
                .await?;
            record
        } else {
            let folder = self.folder.clone();
            let days = lock_whole(&self.state).record_days();
            self.records
                .real
                .get_or_try_init(|| open_record(folder, days))
                .await?
        };
        Ok(opened.clone())
    }

    /// Lets go of what is older than the settings say, if the record is open; else it happens when it is opened.
    pub async fn apply_retention(&self) {
        let days = lock_whole(&self.state).record_days();
        if let (Some(days), Some(record)) = (days, self.records.real.get().cloned()) {
            let _later = reading(move || retire(&record, days)).await;
        }
    }

    /// Entries that `query` asks for, newest first, those before `before` if it is given.
    ///
    /// # Errors
    /// `RecordUnreadable`, `RecordNewer`, `SearchTooLong`.
    pub async fn search_record(
        &self,
        query: RecordQuery,
        before: Option<EntryId>,
    ) -> Result<RecordPage, Failure> {
        let record = self.record().await?;
        reading(move || record.search(&query, before, PAGE)).await
    }

    /// Whether the record is as it was written.
    ///
    /// # Errors
    /// `RecordUnreadable`, `RecordNewer`.
    pub async fn verify_record(&self) -> Result<Verification, Failure> {
        let record = self.record().await?;
        reading(move || record.verify()).await
    }

    /// Saves `record`, or the part of it that `query` asks for, where somebody chose to.
    ///
    /// # Errors
    /// `ExportUnwritable`; those of reading the record.
    pub async fn save_record(
        &self,
        record: Record,
        query: RecordQuery,
        format: RecordFormat,
        path: PathBuf,
    ) -> Result<(), Failure> {
        tokio::task::spawn_blocking(move || {
            let unwritable = || Failure::new(FailureCode::ExportUnwritable);
            let folder = path.parent().ok_or_else(unwritable)?;
            let file = tempfile::NamedTempFile::new_in(folder).map_err(|_| unwritable())?;
            let _entries = match format {
                RecordFormat::Csv => record.export_csv(&query, &file)?,
                RecordFormat::Json => record.export_json(&query, &file)?,
            };
            file.persist(path).map(drop).map_err(|_| unwritable())
        })
        .await
        .map_err(|_| Failure::new(FailureCode::ExportUnwritable))?
    }
}

async fn reading<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Failure::new(FailureCode::RecordUnreadable))?
}

/// Opens the record in `folder`, and lets go of what is older than `days`.
async fn open_record(folder: PathBuf, days: Option<u32>) -> Result<Record, Failure> {
    reading(move || {
        let record = Record::open(&folder)?;
        if let Some(days) = days {
            // What can't be let go of now is let go of at the next start.
            let _later = retire(&record, days);
        }
        Ok(record)
    })
    .await
}

/// Lets go of what is older than `days`; gives how many entries went.
fn retire(record: &Record, days: u32) -> Result<u64, Failure> {
    let now = now();
    record.retire_before(now - i64::from(days) * A_DAY, now)
}
