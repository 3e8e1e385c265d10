//! One practice pool, asked over its wire protocol with signed requests, as the service would be.

use std::fmt::Write as _;
use std::time::Duration;

use aws_lc_rs::{digest, hmac};
use bytes::Bytes;
use cognito::classify::classify;
use cognito::{
    AppClient, FailureCode, OpenedUser, PoolSettings, RecoveryMechanism, SecondFactor, UserStatus,
};
use desk::diagnosis::{ContactKind, Outcome};
use practice::{Address, Clock, Contents, Medium, Moment, Planted, PracticePools, Purpose};
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::macros::format_description;

use crate::combination::{ClientSettings, Person};
use crate::reading;

/// The operations that are predicted.
pub(crate) enum Operation<'a> {
    ForgotPassword {
        client: &'a str,
    },
    AdminReset,
    /// With a temporary password.
    AdminSet,
}

const REGION: &str = "eu-central-1";
const HOST: &str = "cognito-idp.eu-central-1.amazonaws.com";
const EMAIL: &str = "jane@example.com";
const PHONE: &str = "+4915112349934";

pub(crate) struct Bench {
    pools: PracticePools,
    clock: Clock,
    pool_id: String,
    /// How many users there are.
    planted: usize,
    /// How many messages were accounted for.
    seen: usize,
    runtime: tokio::runtime::Runtime,
}

impl Bench {
    /// A pool with this recovery setting, where factors are up to users.
    pub(crate) fn new(recovery: &[RecoveryMechanism]) -> Self {
        let clock = Clock::stopped_at(Moment::from_epoch_seconds(1_790_000_000));
        let mut bench = Self {
            pools: PracticePools::with_clock(clock.clone(), Contents::Empty),
            clock,
            pool_id: String::new(),
            planted: 0,
            seen: 0,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_time()
                .build()
                .unwrap(),
        };
        let mut settings = json!({ "PoolName": "bench", "MfaConfiguration": "OPTIONAL" });
        if !recovery.is_empty() {
            let mechanisms: Vec<_> = recovery
                .iter()
                .zip(1..)
                .map(|(mechanism, priority)| {
                    let name = match mechanism {
                        RecoveryMechanism::VerifiedEmail => "verified_email",
                        RecoveryMechanism::VerifiedPhone => "verified_phone_number",
                        RecoveryMechanism::AdminOnly => "admin_only",
                    };
                    json!({ "Priority": priority, "Name": name })
                })
                .collect();
            settings["AccountRecoverySetting"] = json!({ "RecoveryMechanisms": mechanisms });
        }
        let made = bench.call("CreateUserPool", &settings).unwrap();
        bench.pool_id = made["UserPool"]["Id"].as_str().unwrap().to_owned();
        bench
    }

    /// The time there, in milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.clock.now().epoch_milliseconds()
    }

    pub(crate) fn described_pool(&self) -> PoolSettings {
        let answer = self.call("DescribeUserPool", &json!({ "UserPoolId": self.pool_id }));
        reading::pool(&answer.unwrap())
    }

    /// A client set up like this, as the pool then describes it.
    pub(crate) fn make_client(&self, settings: ClientSettings) -> AppClient {
        let existence = if settings.hides_accounts {
            "ENABLED"
        } else {
            "LEGACY"
        };
        let mut input = json!({
            "UserPoolId": self.pool_id,
            "ClientName": "bench",
            "PreventUserExistenceErrors": existence,
        });
        if let Some(flows) = settings.flows {
            input["ExplicitAuthFlows"] = json!(flows);
        }
        let made = self.call("CreateUserPoolClient", &input).unwrap();
        let id = &made["UserPoolClient"]["ClientId"];
        let named = json!({ "UserPoolId": self.pool_id, "ClientId": id });
        let client = reading::client(&self.call("DescribeUserPoolClient", &named).unwrap());
        assert_eq!(client.hides_accounts, settings.hides_accounts);
        client
    }

    /// Puts a user of this state there, whom nobody has asked about before. It is the one of all that follows.
    pub(crate) fn plant(&mut self, person: &Person) {
        self.planted += 1;
        let address = |kind, value: &str| {
            person.contact(kind).map(|verified| Address {
                value: value.to_owned(),
                verified,
            })
        };
        let planted = Planted {
            status: match person.status {
                UserStatus::Unconfirmed => practice::UserStatus::Unconfirmed,
                UserStatus::Confirmed => practice::UserStatus::Confirmed,
                UserStatus::ResetRequired => practice::UserStatus::ResetRequired,
                UserStatus::ForceChangePassword => practice::UserStatus::ForceChangePassword,
                UserStatus::ExternalProvider => practice::UserStatus::ExternalProvider,
                other => panic!("{other:?} is not in use"),
            },
            enabled: person.enabled,
            email: address(ContactKind::Email, EMAIL),
            phone_number: address(ContactKind::Phone, PHONE),
            factors: person.factors.iter().copied().map(practised).collect(),
            preferred_factor: person.preferred_factor.map(practised),
            // None of the operations looks at the present one.
            password: None,
            ..Planted::new(&self.username())
        };
        self.pools.plant(&self.pool_id, planted).unwrap();
    }

    fn username(&self) -> String {
        format!("jane-{}", self.planted)
    }

    /// The user as the pool gives it, which is the one that was planted.
    pub(crate) fn opened(&self, person: &Person) -> OpenedUser {
        let named = json!({ "UserPoolId": self.pool_id, "Username": self.username() });
        let opened = reading::user(&self.call("AdminGetUser", &named).unwrap());
        let verified = |contact: &Option<cognito::Contact>| contact.as_ref().map(|contact| contact.verified);
        assert_eq!(opened.user.status, person.status);
        assert_eq!(opened.user.enabled, person.enabled);
        assert_eq!(verified(&opened.user.email), person.email);
        assert_eq!(verified(&opened.user.phone), person.phone);
        assert_eq!(opened.factors, person.factors);
        assert_eq!(opened.preferred_factor, person.preferred_factor);
        opened
    }

    /// What the pool answers, and what came of it in the inbox.
    pub(crate) fn outcome(&mut self, operation: &Operation<'_>) -> Outcome {
        let answer = match operation {
            Operation::ForgotPassword { client } => self.call(
                "ForgotPassword",
                &json!({ "ClientId": client, "Username": self.username() }),
            ),
            Operation::AdminReset => self.call(
                "AdminResetUserPassword",
                &json!({ "UserPoolId": self.pool_id, "Username": self.username() }),
            ),
            Operation::AdminSet => self.call(
                "AdminSetUserPassword",
                &json!({ "UserPoolId": self.pool_id, "Username": self.username(), "Password": "Chosen-Passw0rd" }),
            ),
        };
        if let Err(code) = answer {
            // Had it sent something all the same, the next count would be wrong.
            return Outcome::Refused { code };
        }
        let inbox = self.pools.inbox();
        let sent = &inbox[self.seen..];
        self.seen = inbox.len();
        match (sent, operation) {
            ([], Operation::ForgotPassword { .. }) => Outcome::Pretended,
            ([], _) => Outcome::Done,
            ([message], _) => {
                assert_eq!(message.purpose, Purpose::Reset);
                let (channel, to) = match message.medium {
                    Medium::Email => (ContactKind::Email, EMAIL),
                    Medium::Sms => (ContactKind::Phone, PHONE),
                };
                assert_eq!(message.to, to);
                Outcome::CodeSent { channel }
            }
            _ => panic!("{} messages", sent.len()),
        }
    }

    pub(crate) fn assert_nothing_else_was_sent(&self) {
        assert_eq!(
            self.pools.inbox().len(),
            self.seen,
            "an operation that refused sent something"
        );
    }

    /// One request, signed unless it is public: the answer, or what its error means to us.
    fn call(&self, operation: &str, input: &Value) -> Result<Value, FailureCode> {
        // Every quota is by the second.
        self.clock.advance(Duration::from_secs(1));
        let body = input.to_string();
        let mut request = http::Request::post(format!("https://{HOST}/"))
            .header(
                "x-amz-target",
                format!("AWSCognitoIdentityProviderService.{operation}"),
            )
            .body(Bytes::from(body))
            .unwrap();
        if operation != "ForgotPassword" {
            let time = self.amz_date();
            let authorization = authorization(request.body(), &time);
            let headers = request.headers_mut();
            headers.insert("authorization", authorization.parse().unwrap());
            headers.insert("x-amz-date", time.parse().unwrap());
        }
        let response = self.runtime.block_on(self.pools.answer(request)).unwrap();
        let answer: Value = serde_json::from_slice(response.body()).unwrap_or(Value::Null);
        if response.status().is_success() {
            return Ok(answer);
        }
        let (code, message) = (answer["__type"].as_str(), answer["message"].as_str());
        let code = classify(code.unwrap(), message.unwrap());
        Err(code.unwrap_or_else(|| panic!("{operation}: {answer}")))
    }

    fn amz_date(&self) -> String {
        let form = format_description!("[year][month][day]T[hour][minute][second]Z");
        let now = OffsetDateTime::from_unix_timestamp(self.clock.now().epoch_seconds()).unwrap();
        now.format(&form).unwrap()
    }
}

fn practised(factor: SecondFactor) -> practice::Factor {
    match factor {
        SecondFactor::Sms => practice::Factor::Sms,
        SecondFactor::Email => practice::Factor::Email,
        SecondFactor::Authenticator => practice::Factor::Authenticator,
    }
}

/// Signature Version 4 over the host and the date (AWS General Reference).
fn authorization(body: &[u8], time: &str) -> String {
    const SIGNED: &str = "host;x-amz-date";
    let (key_id, secret) = practice::seeds::ACCESS_KEY;
    let scope = format!("{}/{REGION}/cognito-idp/aws4_request", &time[..8]);
    let canonical = format!(
        "POST\n/\n\nhost:{HOST}\nx-amz-date:{time}\n\n{SIGNED}\n{}",
        sha256(body)
    );
    let to_sign = format!(
        "AWS4-HMAC-SHA256\n{time}\n{scope}\n{}",
        sha256(canonical.as_bytes())
    );
    let mut key = format!("AWS4{secret}").into_bytes();
    for part in scope.split('/') {
        key = hmac_sha256(&key, part);
    }
    let signature = hex(&hmac_sha256(&key, &to_sign));
    format!("AWS4-HMAC-SHA256 Credential={key_id}/{scope}, SignedHeaders={SIGNED}, Signature={signature}")
}

fn hmac_sha256(key: &[u8], text: &str) -> Vec<u8> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
}

fn sha256(text: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, text).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}
