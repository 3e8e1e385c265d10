//! Whether the service knows the connection.

use cognito::reachability::{Known, ask};
use cognito::{Client, Failure};

use super::asked::Asked;
use super::{CheckCode, CheckName, CheckResult};

/// Asks the service about the app client. No user is touched and no secret is needed.
pub(super) async fn check(asked: Asked) -> CheckResult {
    let of = |code| CheckResult::new(CheckName::Pool, code);
    let Some(connection) = asked.connection else {
        return of(CheckCode::PoolNone);
    };
    let name = connection.name.clone();
    let answer = async {
        let client = Client::new(connection, None, &asked.network)?;
        ask(&client).await
    };
    let result: Result<Known, Failure> = answer.await;
    match result {
        Ok(Known::Yes) => of(CheckCode::PoolFine).fact("name", name),
        Ok(Known::No) => of(CheckCode::PoolUnknown).fact("name", name),
        Err(failure) => of(CheckCode::PoolFailed)
            .fact("name", name)
            .fact("code", failure.code.name()),
    }
}
