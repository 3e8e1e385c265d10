//! The self-check: nine questions about this computer, each with how to mend what is wrong.
//!
//! Nothing here needs a display. A check that fails or hangs stops no other.

mod asked;
mod network;
mod pool;
mod printed;
mod result;
mod settings;

use std::time::Duration;

use access::keychain;
use cognito::FailureCode;
use policy::Refused;
use tokio::sync::Mutex;

use crate::folders::Folders;
use crate::managed::{self, Decided};
use asked::Asked;
use network::Probed;

pub use printed::{json, passed, problems, table};
pub use result::{CheckCode, CheckName, CheckResult, CheckState};

/// How long one check may take. The keychain may wait half a minute for a person, a call as long for its answer.
const LIMIT: Duration = Duration::from_secs(40);

/// The checks of one person on one computer.
pub struct SelfCheck {
    folders: Folders,
    probed: Mutex<Option<Probed>>,
    read_policy: fn() -> Result<Decided, Refused>,
}

impl SelfCheck {
    /// Checks that look at `folders` and at this computer's policy.
    pub fn new(folders: Folders) -> Self {
        Self {
            folders,
            probed: Mutex::new(None),
            read_policy: managed::read,
        }
    }

    /// Asks everything, in order.
    pub async fn run_all(&self) -> Vec<CheckResult> {
        let mut results = Vec::with_capacity(CheckName::ALL.len());
        for check in CheckName::ALL {
            results.push(self.run(check).await);
        }
        results
    }

    /// Asks one thing, in [`LIMIT`] at most.
    pub async fn run(&self, check: CheckName) -> CheckResult {
        let result = match tokio::time::timeout(LIMIT, self.look(check)).await {
            Ok(result) => result,
            Err(_) => CheckResult::new(check, CheckCode::TookTooLong),
        };
        tracing::info!(check = ?result.check, code = %result.code.name(), "checked");
        result
    }

    /// The Region to whose public address the way is probed where no connection is set up.
    pub fn stand_in_region(&self) -> Option<&'static str> {
        let asked = Asked::of(&self.folders, &self.decided());
        asked.connection.is_none().then_some(asked::STAND_IN)
    }

    /// What IT decided; a policy that is refused is told by its own check.
    fn decided(&self) -> Decided {
        (self.read_policy)().unwrap_or_default()
    }

    async fn look(&self, check: CheckName) -> CheckResult {
        let asks_the_network = !matches!(
            check,
            CheckName::Policy | CheckName::Settings | CheckName::WebView | CheckName::Keychain
        );
        if asks_the_network && (self.read_policy)().is_err() {
            // Which way IT wants it to go isn't known.
            return CheckResult::new(check, CheckCode::NotChecked);
        }
        match check {
            CheckName::Policy => self.look_at_policy(),
            CheckName::Settings => {
                let folders = self.folders.clone();
                let looked = tokio::task::spawn_blocking(move || settings::check(&folders));
                looked
                    .await
                    .unwrap_or_else(|_| CheckResult::new(check, CheckCode::TookTooLong))
            }
            CheckName::WebView => look_at_web_view(),
            CheckName::Keychain => CheckResult::new(check, look_at_keychain().await),
            CheckName::Proxy | CheckName::NameLookup | CheckName::SecureConnection | CheckName::Clock => {
                self.look_at_network(check).await
            }
            CheckName::Pool => {
                let asked = Asked::of(&self.folders, &self.decided());
                pool::check(asked).await
            }
        }
    }

    fn look_at_policy(&self) -> CheckResult {
        let of = |code| CheckResult::new(CheckName::Policy, code);
        match (self.read_policy)() {
            Ok(decided) if decided.sources().is_empty() => of(CheckCode::PolicyNone),
            Ok(decided) => of(CheckCode::PolicyInForce).fact("source", decided.sources().join(", ")),
            Err(refused) => CheckResult {
                problems: refused.problems,
                ..of(CheckCode::PolicyRefused).fact("source", refused.source)
            },
        }
    }

    /// Four checks share one walk to the service, and each looks at a walk once: whoever checks again walks again.
    async fn look_at_network(&self, check: CheckName) -> CheckResult {
        let mut probed = self.probed.lock().await;
        if !probed.as_ref().is_some_and(|probed| probed.is_new_to(check)) {
            *probed = Probed::walk(Asked::of(&self.folders, &self.decided())).await;
        }
        match probed.as_mut() {
            Some(probed) => probed.result(check),
            None => CheckResult::new(check, CheckCode::NotChecked),
        }
    }
}

fn look_at_web_view() -> CheckResult {
    let of = |code| CheckResult::new(CheckName::WebView, code);
    match tauri::webview_version() {
        Ok(version) => of(CheckCode::WebViewFine).fact("version", version),
        Err(_) => of(CheckCode::WebViewMissing),
    }
}

async fn look_at_keychain() -> CheckCode {
    match keychain::try_out().await.map_err(|failure| failure.code) {
        Ok(()) => CheckCode::KeychainFine,
        Err(FailureCode::KeychainAbsent) => CheckCode::KeychainAbsent,
        Err(FailureCode::KeychainLocked) => CheckCode::KeychainLocked,
        Err(FailureCode::KeychainDenied) => CheckCode::KeychainDenied,
        Err(_) => CheckCode::KeychainFailed,
    }
}
