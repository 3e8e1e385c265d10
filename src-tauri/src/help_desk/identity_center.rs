//! Signing in to IAM Identity Center from the desk, in the browser.

use access::identity_center::{Account, Flow, IdentityCenter, Landing, Prompt, SignIn, SignedIn, StartUrl};
use access::{Access, Way};
use aws_credential_types::provider::SharedCredentialsProvider;
use cognito::{Failure, FailureCode};
use secrecy::SecretString;

use super::signing_in::{InBrowser, assumed_role, factor_code, network_to};
use super::{Desk, lock_whole};
use crate::view::{AccessView, RoleForm};

impl Desk {
    /// Begins to sign in to Identity Center, in the browser.
    ///
    /// # Errors
    /// `StartUrlMalformed`, `RegionMalformed`, `IdentityCenterUnknown`; `StoppedWaiting`; what is in the way.
    pub async fn begin_identity_center(
        &self,
        start_url: &str,
        region: &str,
        landing: Landing,
    ) -> Result<Prompt, Failure> {
        let start_url = StartUrl::parse(start_url)?;
        let center = self.identity_center(start_url, region)?;
        let (sign_in, prompt) = self
            .wait_for(SignIn::begin(&center, Flow::Browser(landing)))
            .await?;
        *lock_whole(&self.sign_ins.page) = Some(prompt.open.to_string());
        *self.sign_ins.browser.lock().await = Some(InBrowser { center, sign_in });
        self.open_identity_center_page().await?;
        Ok(prompt)
    }

    /// Opens the page to sign in on, in the browser.
    ///
    /// # Errors
    /// `AccessMissing` where no sign-in is under way. A browser that doesn't open is no error: the address is on
    /// screen.
    pub async fn open_identity_center_page(&self) -> Result<(), Failure> {
        let page = lock_whole(&self.sign_ins.page).clone();
        let page = page.ok_or(FailureCode::AccessMissing)?;
        let opened = tokio::task::spawn_blocking(move || open::that_detached(page)).await;
        if !matches!(opened, Ok(Ok(()))) {
            tracing::warn!("no browser opened");
        }
        Ok(())
    }

    /// Waits for the browser; gives the accounts that this person may enter.
    ///
    /// # Errors
    /// `IdentityCenterDenied`, `IdentityCenterTooLate`, `IdentityCenterNothing`; `StoppedWaiting`, and then the
    /// sign-in is over.
    pub async fn finish_identity_center(&self) -> Result<Vec<Account>, Failure> {
        let under_way = self.sign_ins.browser.lock().await.take();
        let InBrowser { center, sign_in } = under_way.ok_or(FailureCode::AccessMissing)?;
        let token = self.wait_for(sign_in.finish()).await?;
        *lock_whole(&self.sign_ins.page) = None;
        let signed_in = SignedIn::new(center, token);
        let accounts = self.wait_for(signed_in.accounts()).await?;
        *lock_whole(&self.sign_ins.signed_in) = Some(signed_in);
        lock_whole(&self.sign_ins.accounts).clone_from(&accounts);
        Ok(accounts)
    }

    /// The roles that this person may act in, in one account.
    ///
    /// # Errors
    /// `AccessExpired`, `IdentityCenterNothing`; what is in the way.
    pub async fn identity_center_roles(&self, account_id: &str) -> Result<Vec<String>, Failure> {
        self.wait_for(self.signed_in()?.roles(account_id)).await
    }

    /// Opens access by Identity Center, in the account and role that were chosen.
    ///
    /// # Errors
    /// As [`Desk::use_keys`].
    pub async fn use_identity_center(
        &self,
        account_id: &str,
        role_name: String,
        role: Option<RoleForm>,
        code: Option<SecretString>,
    ) -> Result<AccessView, Failure> {
        let role = role.map(assumed_role).transpose()?;
        let code = factor_code(code)?;
        let signed_in = self.signed_in()?;
        let account_name = lock_whole(&self.sign_ins.accounts)
            .iter()
            .find(|account| account.id == account_id)
            .and_then(|account| account.name.clone());
        let way = Way::IdentityCenter {
            start_url: signed_in.center().start_url().as_str().to_owned(),
            region: signed_in.center().region().to_owned(),
            account_id: account_id.to_owned(),
            account_name,
            role_name: role_name.clone(),
        };
        let credentials = signed_in.credentials(account_id, &role_name);
        self.sessions()?
            .signed_in(way.clone(), SharedCredentialsProvider::new(credentials))
            .await;
        let notice = signed_in.keep().await.err().map(|failure| failure.code);
        let access = Access {
            way: way.clone(),
            role,
            region: Some(signed_in.center().region().to_owned()),
        };
        let opened = self.open(access, code, notice).await;
        if opened.is_err() {
            self.forget_unless_kept(&way).await;
            // Another account, or another role, can still be chosen.
            *lock_whole(&self.sign_ins.signed_in) = Some(signed_in);
        }
        opened
    }

    pub(super) fn signed_in(&self) -> Result<SignedIn, Failure> {
        let signed_in = lock_whole(&self.sign_ins.signed_in).clone();
        signed_in.ok_or(FailureCode::AccessExpired.into())
    }

    pub(super) fn identity_center(
        &self,
        start_url: StartUrl,
        region: &str,
    ) -> Result<IdentityCenter, Failure> {
        let (kept, settings) = {
            let state = lock_whole(&self.state);
            (state.kept.clone(), state.managed.now().network())
        };
        let network = network_to(&settings, kept.endpoints.oidc.as_ref(), &kept)?;
        IdentityCenter::new(start_url, region, &network)
    }
}
