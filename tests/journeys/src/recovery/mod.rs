//! The recovery window.

pub(crate) mod account;
pub(crate) mod code;
pub(crate) mod forgotten;
pub(crate) mod password;
pub(crate) mod sign_in;
pub(crate) mod sign_up;
pub(crate) mod typed_in;
pub(crate) mod way_there;

use std::path::PathBuf;

use peers::{Administrator, ConnectionSpec, MadePool, PoolSpec, PracticePort, UserSpec, connection_file};

use crate::scene::Scene;
use crate::trouble::Result;
use crate::window::Window;

/// A password that every pool here takes.
pub(crate) const NEW_PASSWORD: &str = "Brand-new-Words-42";

/// The person in a pool that a journey made.
pub(crate) const RUTH: &str = "ruth.okafor";
pub(crate) const RUTHS_EMAIL: &str = "ruth.okafor@example.com";
const OLD_PASSWORD: &str = "Forgotten-Words-17";

/// A practice pool on a port with one person in it, as the app meets it: through a connection file.
pub(crate) struct Port {
    pub(crate) pool_port: PracticePort,
    pub(crate) pool: MadePool,
    pub(crate) administrator: Administrator,
}

impl Port {
    /// A pool as specified, where Ruth has a verified email and a password that she forgot.
    ///
    /// # Errors
    /// When the practice pool does not start or refuses.
    pub(crate) async fn with_ruth(spec: &PoolSpec) -> Result<Self> {
        let port = Self::start(spec).await?;
        let ruth = UserSpec {
            username: RUTH,
            password: Some(OLD_PASSWORD),
            email: Some((RUTHS_EMAIL, true)),
            phone: None,
        };
        port.administrator.create_user(&port.pool, &ruth).await?;
        Ok(port)
    }

    /// A pool as specified, with nobody in it.
    ///
    /// # Errors
    /// When the practice pool does not start or refuses.
    pub(crate) async fn start(spec: &PoolSpec) -> Result<Self> {
        let pool_port = PracticePort::start(&["--empty"])?;
        let administrator = pool_port.administrator();
        let pool = administrator.create_pool(spec).await?;
        Ok(Self {
            pool_port,
            pool,
            administrator,
        })
    }

    /// What its connection file says; the endpoint is the port.
    pub(crate) fn connection(&self) -> ConnectionSpec {
        ConnectionSpec::to(&self.pool, self.pool_port.base_url())
    }

    /// The connection file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn file(&self, scene: &Scene) -> Result<PathBuf> {
        Ok(connection_file(scene.directory(), &self.connection())?)
    }

    /// The code in the newest message to Ruth.
    ///
    /// # Errors
    /// When she got none.
    pub(crate) fn code(&self) -> Result<String> {
        Ok(self.pool_port.newest_code(RUTHS_EMAIL)?)
    }
}

/// Says who one is, and has a code sent.
///
/// # Errors
/// When there is no such field or button.
pub(crate) async fn ask_for_code(window: &Window, username: &str) -> Result<()> {
    window.on("who").await?;
    window.fill("username", username).await?;
    window.press("send-code").await
}

/// Types a code and a new password, and sends both.
///
/// # Errors
/// When there is no such field or button.
pub(crate) async fn change_password(window: &Window, code: &str, password: &str) -> Result<()> {
    window.on("code").await?;
    window.fill("code", code).await?;
    window.fill("password", password).await?;
    window.press("change-password").await
}

/// A code that is not the one: its last digit is another.
pub(crate) fn other_than(code: &str) -> String {
    let mut digits: Vec<char> = code.chars().collect();
    if let Some(last) = digits.last_mut() {
        *last = if *last == '7' { '3' } else { '7' };
    }
    digits.into_iter().collect()
}
