//! A practice pool to sign in to, made as a test wants it, and everything that was said to it and by
//! it. The pool was written without this client, from the service's documentation.
#![allow(dead_code, reason = "each test file uses its own part")]

mod listening;

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_cognitoidentityprovider as sdk;
use cognito::sign_in::{Progress, SignIn};
use cognito::{AdminClient, Client, ClientSecret, ConfirmationCode, Failure, Username, connection_file};
use practice::seeds::{ACCESS_KEY, SeededPool};
use practice::{Address, Clock, Planted, PracticePools, Purpose};
use sdk::config::retry::RetryConfig;
use sdk::config::{BehaviorVersion, Region};
use sdk::operation::create_user_pool::builders::CreateUserPoolFluentBuilder;
use sdk::operation::create_user_pool_client::builders::CreateUserPoolClientFluentBuilder;
use sdk::types::{
    EmailMfaConfigType, ExplicitAuthFlowsType as Flow, SmsMfaConfigType, SoftwareTokenMfaConfigType,
    UserPoolMfaType,
};
use secrecy::SecretString;

use super::words::code;
pub use listening::{Listener, Said};

const REGION: &str = "eu-central-1";

/// The flows of a client that has nothing unusual.
pub const USUAL: [Flow; 2] = [Flow::AllowUserSrpAuth, Flow::AllowRefreshTokenAuth];

/// The pool that a test speaks to.
pub struct Bench {
    pub pools: PracticePools,
    pub pool_id: String,
    pub client_id: String,
    pub secret: Option<String>,
    listener: Listener,
}

impl Bench {
    fn over(pools: PracticePools) -> Self {
        Self {
            listener: Listener::before(&pools),
            pools,
            pool_id: String::new(),
            client_id: String::new(),
            secret: None,
        }
    }

    /// One of the pools that everybody practises on.
    pub fn seeded(pool: &SeededPool) -> Self {
        let mut bench = Self::over(PracticePools::seeded());
        pool.pool_id.clone_into(&mut bench.pool_id);
        pool.client_id.clone_into(&mut bench.client_id);
        bench.secret = pool.client_secret.map(str::to_owned);
        bench
    }

    /// A new pool with one client.
    pub async fn new(
        pool: impl FnOnce(CreateUserPoolFluentBuilder) -> CreateUserPoolFluentBuilder,
        client: impl FnOnce(CreateUserPoolClientFluentBuilder) -> CreateUserPoolClientFluentBuilder,
    ) -> Self {
        let mut bench = Self::over(PracticePools::with_clock(
            Clock::running(),
            practice::Contents::Empty,
        ));
        let sdk = bench.sdk();
        let made = pool(sdk.create_user_pool().pool_name("bench"))
            .send()
            .await
            .unwrap();
        bench.pool_id = made.user_pool.unwrap().id.unwrap();
        let made = sdk
            .create_user_pool_client()
            .user_pool_id(&bench.pool_id)
            .client_name("bench");
        let made = client(made).send().await.unwrap().user_pool_client.unwrap();
        bench.client_id = made.client_id.unwrap();
        bench.secret = made.client_secret;
        bench
    }

    /// A new pool whose client allows these flows.
    pub async fn allowing(flows: &[Flow]) -> Self {
        Self::new(
            |pool| pool,
            |client| client.set_explicit_auth_flows(Some(flows.to_vec())),
        )
        .await
    }

    /// A new pool that offers every second factor, and wants one or not.
    pub async fn with_factors(rule: UserPoolMfaType) -> Self {
        let bench = Self::allowing(&USUAL).await;
        bench.offer_every_factor(rule).await;
        bench
    }

    pub async fn offer_every_factor(&self, rule: UserPoolMfaType) {
        self.sdk()
            .set_user_pool_mfa_config()
            .user_pool_id(&self.pool_id)
            .mfa_configuration(rule)
            .sms_mfa_configuration(SmsMfaConfigType::builder().build())
            .email_mfa_configuration(EmailMfaConfigType::builder().build())
            .software_token_mfa_configuration(SoftwareTokenMfaConfigType::builder().enabled(true).build())
            .send()
            .await
            .unwrap();
    }

    fn credentials() -> SharedCredentialsProvider {
        SharedCredentialsProvider::new(Credentials::new(ACCESS_KEY.0, ACCESS_KEY.1, None, None, "test"))
    }

    /// What the pool's owner does, without a client of ours.
    pub fn sdk(&self) -> sdk::Client {
        let config = sdk::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(REGION))
            .credentials_provider(Self::credentials())
            .retry_config(RetryConfig::disabled())
            .http_client(practice::connector::http_client(&self.pools));
        sdk::Client::from_conf(config.build())
    }

    /// An administrator's client of ours.
    pub fn admin(&self) -> AdminClient {
        AdminClient::over(REGION, None, Self::credentials(), self.listener.http_client()).unwrap()
    }

    /// A user's client of ours, that has learned nothing yet.
    pub fn client(&self) -> Client {
        let file = format!(
            r#"{{"readmit": 1, "name": "Test", "region": "{REGION}", "userPoolId": "{}", "clientId": "{}"}}"#,
            self.pool_id, self.client_id,
        );
        let offer = connection_file::parse(file.as_bytes()).unwrap();
        Client::over(
            offer.connection,
            self.client_secret(),
            self.listener.http_client(),
        )
    }

    pub fn client_secret(&self) -> Option<ClientSecret> {
        let secret = self.secret.as_deref()?;
        Some(ClientSecret::parse(SecretString::from(secret)).unwrap())
    }

    /// Begins to sign in, with a client of its own.
    pub async fn begin(&self, name: &str, password: &str) -> Result<(SignIn, Progress), Failure> {
        begin(&self.client(), name, password).await
    }

    /// Puts somebody with both contacts into the pool, both verified.
    pub fn plant(&self, name: &str, change: impl FnOnce(&mut Planted)) {
        let contact = |value: String| {
            Some(Address {
                value,
                verified: true,
            })
        };
        let mut planted = Planted::new(name);
        planted.email = contact(format!("{name}@example.com"));
        planted.phone_number = contact("+4915112349934".to_owned());
        change(&mut planted);
        self.pools.plant(&self.pool_id, planted).unwrap();
    }

    /// The text of the newest code that somebody was sent to sign in.
    pub fn sent_digits(&self) -> String {
        let inbox = self.pools.inbox();
        let newest = inbox.iter().rev().find(|message| message.purpose == Purpose::Mfa);
        newest.unwrap().code.clone()
    }

    pub fn sent_code(&self) -> ConfirmationCode {
        code(&self.sent_digits())
    }

    /// How many codes to sign in were sent.
    pub fn codes_sent(&self) -> usize {
        let inbox = self.pools.inbox();
        inbox
            .iter()
            .filter(|message| message.purpose == Purpose::Mfa)
            .count()
    }

    /// What somebody's authenticator app shows now; of one that is being set up, if there is one.
    pub fn shown_digits(&self, username: &str) -> String {
        let codes = self.pools.authenticator_codes();
        let theirs = codes.iter().filter(|code| code.username == username);
        theirs.min_by_key(|code| code.registered).unwrap().code.clone()
    }

    pub fn shown_code(&self, username: &str) -> ConfirmationCode {
        code(&self.shown_digits(username))
    }

    /// Lets time pass for the pool.
    pub fn wait(&self, seconds: u64) {
        self.pools.clock().advance(Duration::from_secs(seconds));
    }

    /// How many requests for this operation came in.
    pub fn requests(&self, operation: &str) -> u64 {
        self.pools.requests().get(operation).copied().unwrap_or_default()
    }

    /// From here on the pool hears something else than what our clients say: `overlook` gets the
    /// operation and the body to change.
    pub fn overlook(&self, overlook: impl Fn(&str, &mut serde_json::Value) + Send + 'static) {
        self.listener.overlook(overlook);
    }

    /// Everything that our clients and the pool said to one another.
    pub fn said(&self) -> Vec<Said> {
        self.listener.said()
    }

    /// Whether the tokens of every sign-in so far are worth nothing, by the pool's own word.
    pub async fn all_tokens_are_revoked(&self, sign_ins: usize) {
        let tokens: Vec<String> = self
            .said()
            .iter()
            .filter_map(|said| said.answered["AuthenticationResult"]["RefreshToken"].as_str())
            .map(str::to_owned)
            .collect();
        assert_eq!(tokens.len(), sign_ins);
        assert_eq!(self.requests("RevokeToken"), u64::try_from(sign_ins).unwrap());
        for token in tokens {
            let renewal = self
                .sdk()
                .get_tokens_from_refresh_token()
                .client_id(&self.client_id)
                .set_client_secret(self.secret.clone())
                .refresh_token(token)
                .send()
                .await;
            let refused = renewal.unwrap_err().into_service_error();
            assert_eq!(
                refused.meta().message(),
                Some("Refresh Token has been revoked"),
                "{refused:?}"
            );
        }
    }
}

/// Begins to sign in.
pub async fn begin(client: &Client, name: &str, password: &str) -> Result<(SignIn, Progress), Failure> {
    let name = Username::parse(name, &[]).unwrap();
    SignIn::begin(client, name, SecretString::from(password)).await
}
