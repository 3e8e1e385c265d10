//! A pool on a bench, with a clock that stands still and a client that signs.

mod sign_in;

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, Uri};
use serde_json::{Map, Value, json};

use crate::client::secret_hash;
use crate::limits::Attempts;
use crate::seeds::{ACCESS_KEY, SeededPool};
use crate::totp::Authenticator;
use crate::user::{Factor, User, UserStatus};
use crate::{Clock, Contents, Lost, Moment, PracticePools, signature};

pub(super) const PASSWORD: &str = "Start-Passw0rd";

/// Result of a call: the answer, or the exception's name and message.
pub(super) type Answer = Result<Value, (String, String)>;

/// An exception, to compare an [`Answer`] with.
pub(super) fn refused(code: &str, message: &str) -> Answer {
    Err((code.to_owned(), message.to_owned()))
}

pub(super) struct Bench {
    pub(super) pools: PracticePools,
    pub(super) clock: Clock,
    pub(super) pool_id: String,
    pub(super) client_id: String,
    pub(super) secret: Option<String>,
}

impl Bench {
    fn on(contents: Contents) -> Self {
        let clock = Clock::stopped_at(Moment::from_epoch_seconds(1_790_000_000));
        Self {
            pools: PracticePools::with_clock(clock.clone(), contents),
            clock,
            pool_id: String::new(),
            client_id: String::new(),
            secret: None,
        }
    }

    /// One of the seeded pools.
    pub(super) fn seeded(pool: &SeededPool) -> Self {
        let mut bench = Self::on(Contents::Seeded);
        pool.pool_id.clone_into(&mut bench.pool_id);
        pool.client_id.clone_into(&mut bench.client_id);
        bench.secret = pool.client_secret.map(str::to_owned);
        bench
    }

    /// A new pool with one client, with these settings beside the ones every test needs.
    pub(super) fn new(pool: &Value, client: &Value) -> Self {
        let mut bench = Self::on(Contents::Empty);
        let mut settings = json!({ "PoolName": "bench", "AutoVerifiedAttributes": ["email"] });
        extend(&mut settings, pool);
        let made = bench.admin("CreateUserPool", settings).unwrap();
        bench.pool_id = made["UserPool"]["Id"].as_str().unwrap().to_owned();
        let mut settings = json!({
            "UserPoolId": bench.pool_id,
            "ClientName": "bench",
            "ExplicitAuthFlows": [
                "ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH",
            ],
        });
        extend(&mut settings, client);
        let made = bench.admin("CreateUserPoolClient", settings).unwrap();
        let made = &made["UserPoolClient"];
        bench.client_id = made["ClientId"].as_str().unwrap().to_owned();
        bench.secret = made["ClientSecret"].as_str().map(str::to_owned);
        bench
    }

    /// A pool whose client tells who exists.
    pub(super) fn lenient() -> Self {
        Self::new(&json!({}), &json!({}))
    }

    /// A pool whose client hides who exists.
    pub(super) fn hiding() -> Self {
        Self::new(&json!({}), &json!({ "PreventUserExistenceErrors": "ENABLED" }))
    }

    /// A pool that offers every second factor, and wants one or not: ON, OPTIONAL or OFF.
    pub(super) fn with_factors(mfa: &str) -> Self {
        Self::with_factors_and(mfa, &json!({}), &json!({}))
    }

    /// The same, with further settings of the pool and its client.
    pub(super) fn with_factors_and(mfa: &str, pool: &Value, client: &Value) -> Self {
        let bench = Self::new(pool, client);
        let config = json!({
            "UserPoolId": bench.pool_id,
            "MfaConfiguration": mfa,
            "SmsMfaConfiguration": {},
            "SoftwareTokenMfaConfiguration": { "Enabled": true },
            "EmailMfaConfiguration": {},
        });
        bench.admin("SetUserPoolMfaConfig", config).unwrap();
        bench
    }

    pub(super) fn wait(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    /// The HTTP answer to one operation.
    pub(super) fn http(&self, operation: &str, input: &Value, signed: bool) -> Result<Response<Bytes>, Lost> {
        let uri: Uri = "http://127.0.0.1:5504/".parse().unwrap();
        let body = Bytes::from(input.to_string());
        let mut headers = HeaderMap::new();
        let target = format!("AWSCognitoIdentityProviderService.{operation}");
        headers.insert("x-amz-target", target.parse().unwrap());
        if signed {
            let now = self.clock.now();
            signature::tests::authorize(&mut headers, &uri, &body, ACCESS_KEY, now);
        }
        let mut request = Request::post(uri).body(body).unwrap();
        *request.headers_mut() = headers;
        self.answer(request)
    }

    pub(super) fn answer(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Lost> {
        // Fewer than ten requests a second, which is what one user may make.
        self.clock.advance(Duration::from_millis(125));
        tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap()
            .block_on(self.pools.answer(request))
    }

    fn outcome(&self, operation: &str, input: &Value, signed: bool) -> Answer {
        let response = self.http(operation, input, signed).unwrap();
        let body = response.body();
        let body: Value = if body.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(body).unwrap()
        };
        if response.status() == 200 {
            return Ok(body);
        }
        let text = |name: &str| body[name].as_str().unwrap().to_owned();
        Err((text("__type"), text("message")))
    }

    /// A public operation: the client id, and the secret hash where there is a user name, are added.
    pub(super) fn public(&self, operation: &str, mut input: Value) -> Answer {
        let username = input["Username"].as_str().map(str::to_owned);
        input["ClientId"] = json!(self.client_id);
        if let (Some(_), Some(username)) = (&self.secret, username) {
            input["SecretHash"] = json!(self.hash(&username));
        }
        self.outcome(operation, &input, false)
    }

    /// A public operation as it is, without a client id.
    pub(super) fn public_bare(&self, operation: &str, input: &Value) -> Answer {
        self.outcome(operation, input, false)
    }

    /// A signed operation.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "reads better at the many places that call it"
    )]
    pub(super) fn admin(&self, operation: &str, input: Value) -> Answer {
        self.outcome(operation, &input, true)
    }

    /// A signed operation on one user of this pool.
    pub(super) fn admin_on(&self, operation: &str, username: &str, mut input: Value) -> Answer {
        input["UserPoolId"] = json!(self.pool_id);
        input["Username"] = json!(username);
        self.admin(operation, input)
    }

    pub(super) fn hash(&self, username: &str) -> String {
        secret_hash(
            self.secret.as_deref().unwrap_or_default(),
            username,
            &self.client_id,
        )
    }

    pub(super) fn forgot(&self, username: &str) -> Answer {
        self.public("ForgotPassword", json!({ "Username": username }))
    }

    pub(super) fn confirm(&self, username: &str, code: &str, password: &str) -> Answer {
        let input = json!({ "Username": username, "ConfirmationCode": code, "Password": password });
        self.public("ConfirmForgotPassword", input)
    }

    /// The code of the newest message.
    pub(super) fn newest_code(&self) -> String {
        self.pools.inbox().last().unwrap().code.clone()
    }

    pub(super) fn messages(&self) -> usize {
        self.pools.inbox().len()
    }

    /// Six digits that are not the newest code.
    pub(super) fn wrong_code(&self) -> &'static str {
        let newest = self.pools.inbox().last().map(|message| message.code.clone());
        if newest.as_deref() == Some("000000") {
            "000001"
        } else {
            "000000"
        }
    }

    /// A confirmed user with a verified email and [`PASSWORD`], who has these factors switched on.
    pub(super) fn user_with(&self, username: &str, factors: &[Factor], preferred: Option<Factor>) {
        self.confirmed_user(username);
        self.change(username, |user| {
            user.attributes
                .insert("phone_number".into(), "+12065550142".into());
            if factors.contains(&Factor::Authenticator) {
                user.mfa.authenticator = Some(Authenticator::generate());
            }
            user.mfa.enabled.extend(factors);
            user.mfa.preferred = preferred;
        });
    }

    /// A confirmed user with a verified email and [`PASSWORD`].
    pub(super) fn confirmed_user(&self, username: &str) {
        self.create_user(username, json!({}));
        let input = json!({ "Password": PASSWORD, "Permanent": true });
        self.admin_on("AdminSetUserPassword", username, input).unwrap();
    }

    /// A user with a verified email whose temporary password is [`PASSWORD`].
    pub(super) fn invited_user(&self, username: &str) {
        self.create_user(username, json!({ "TemporaryPassword": PASSWORD }));
    }

    pub(super) fn create_user(&self, username: &str, mut input: Value) {
        input["MessageAction"] = json!("SUPPRESS");
        input["UserAttributes"] = json!([
            { "Name": "email", "Value": format!("{username}@example.com") },
            { "Name": "email_verified", "Value": "true" },
        ]);
        self.admin_on("AdminCreateUser", username, input).unwrap();
    }

    /// A user who signed up with [`PASSWORD`] and did not confirm it.
    pub(super) fn unconfirmed_user(&self, username: &str) {
        let input = json!({
            "Username": username,
            "Password": PASSWORD,
            "UserAttributes": [{ "Name": "email", "Value": format!("{username}@example.com") }],
        });
        self.public("SignUp", input).unwrap();
    }

    /// Changes a user in a way for which there is no operation here yet.
    pub(super) fn change(&self, username: &str, change: impl FnOnce(&mut User)) {
        let mut state = self.pools.state();
        let pool = state.pools.get_mut(&self.pool_id, None).unwrap();
        let sub = pool.resolve(username).unwrap();
        change(pool.user_mut(&sub).unwrap());
    }

    /// Forgets the attempts of this pool's users, for a test that makes many.
    pub(super) fn forget_attempts(&self) {
        let mut state = self.pools.state();
        state.pools.get_mut(&self.pool_id, None).unwrap().attempts = Attempts::default();
    }

    pub(super) fn status(&self, username: &str) -> String {
        let user = self.admin_on("AdminGetUser", username, json!({})).unwrap();
        user["UserStatus"].as_str().unwrap().to_owned()
    }

    /// A user in this state, whatever way there leads to it.
    pub(super) fn user_in(&self, status: UserStatus, username: &str) {
        match status {
            UserStatus::Unconfirmed => self.unconfirmed_user(username),
            UserStatus::ForceChangePassword => self.invited_user(username),
            UserStatus::Confirmed => self.confirmed_user(username),
            UserStatus::ResetRequired => {
                self.confirmed_user(username);
                self.admin_on("AdminResetUserPassword", username, json!({}))
                    .unwrap();
            }
            UserStatus::ExternalProvider => {
                self.confirmed_user(username);
                self.change(username, |user| {
                    user.status = UserStatus::ExternalProvider;
                    user.password = None;
                });
            }
        }
    }
}

fn extend(settings: &mut Value, more: &Value) {
    let more: Map<String, Value> = more.as_object().cloned().unwrap_or_default();
    if let Some(settings) = settings.as_object_mut() {
        settings.extend(more);
    }
}
