//! Signing in on the bench: the flows, the proofs and the answers to challenges.

use num_bigint::BigUint;
use serde_json::{Value, json};

use super::{Answer, Bench};
use crate::srp;

impl Bench {
    /// USER_PASSWORD_AUTH.
    pub(in crate::tests) fn sign_in(&self, username: &str, password: &str) -> Answer {
        let mut parameters = json!({ "USERNAME": username, "PASSWORD": password });
        if self.secret.is_some() {
            parameters["SECRET_HASH"] = json!(self.hash(username));
        }
        let input = json!({ "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters });
        self.public("InitiateAuth", input)
    }

    /// The first step of USER_SRP_AUTH; the exponent of the client's public value is fixed.
    pub(in crate::tests) fn ask_for_proof(&self, username: &str) -> Answer {
        let mut parameters = json!({ "USERNAME": username, "SRP_A": self.client_public() });
        if self.secret.is_some() {
            parameters["SECRET_HASH"] = json!(self.hash(username));
        }
        let input = json!({ "AuthFlow": "USER_SRP_AUTH", "AuthParameters": parameters });
        self.public("InitiateAuth", input)
    }

    /// SRP_A, always the same.
    #[expect(clippy::unused_self, reason = "reads as the bench's own")]
    pub(in crate::tests) fn client_public(&self) -> String {
        srp::generator()
            .modpow(&exponent(), &srp::modulus())
            .to_str_radix(16)
    }

    /// What a client that knows `password` answers a challenge with.
    pub(in crate::tests) fn proof(&self, challenge: &Value, password: &str, timestamp: &str) -> Value {
        let parameters = &challenge["ChallengeParameters"];
        let text = |name: &str| parameters[name].as_str().unwrap();
        let number = |name: &str| BigUint::parse_bytes(text(name).as_bytes(), 16).unwrap();
        let pool_name = self.pool_id.split_once('_').unwrap().1;
        let user_id = text("USER_ID_FOR_SRP");
        let claim = srp::tests::client_claim(
            &exponent(),
            &number("SRP_B"),
            &number("SALT"),
            (pool_name, user_id, password),
            &base64(text("SECRET_BLOCK")),
            timestamp,
        );
        let mut responses = json!({
            "USERNAME": user_id,
            "PASSWORD_CLAIM_SECRET_BLOCK": text("SECRET_BLOCK"),
            "PASSWORD_CLAIM_SIGNATURE": to_base64(&claim),
            "TIMESTAMP": timestamp,
        });
        if self.secret.is_some() {
            responses["SECRET_HASH"] = json!(self.hash(user_id));
        }
        responses
    }

    /// Both steps of USER_SRP_AUTH.
    pub(in crate::tests) fn prove(&self, username: &str, password: &str) -> Answer {
        let challenge = self.ask_for_proof(username)?;
        let responses = self.proof(&challenge, password, &self.timestamp());
        self.respond("PASSWORD_VERIFIER", &responses)
    }

    pub(in crate::tests) fn respond(&self, challenge: &str, responses: &Value) -> Answer {
        let input = json!({ "ChallengeName": challenge, "ChallengeResponses": responses });
        self.public("RespondToAuthChallenge", input)
    }

    /// Answers a challenge in its session. Who answers is who was asked, unless `USERNAME` is given.
    pub(in crate::tests) fn reply(&self, challenge: &Value, responses: Value) -> Answer {
        self.public("RespondToAuthChallenge", self.reply_input(challenge, responses))
    }

    /// The same by the Admin operation.
    pub(in crate::tests) fn admin_reply(&self, challenge: &Value, responses: Value) -> Answer {
        let mut input = self.reply_input(challenge, responses);
        input["UserPoolId"] = json!(self.pool_id);
        input["ClientId"] = json!(self.client_id);
        self.admin("AdminRespondToAuthChallenge", input)
    }

    fn reply_input(&self, challenge: &Value, mut responses: Value) -> Value {
        if responses["USERNAME"].is_null() {
            responses["USERNAME"] = challenge["ChallengeParameters"]["USER_ID_FOR_SRP"].clone();
        }
        if let (Some(_), Some(username)) = (&self.secret, responses["USERNAME"].as_str()) {
            responses["SECRET_HASH"] = json!(self.hash(username));
        }
        json!({
            "ChallengeName": challenge["ChallengeName"],
            "Session": challenge["Session"],
            "ChallengeResponses": responses,
        })
    }

    /// InitiateAuth with these parameters.
    pub(in crate::tests) fn initiate(&self, flow: &str, mut parameters: Value) -> Answer {
        self.add_hash(&mut parameters);
        self.public(
            "InitiateAuth",
            json!({ "AuthFlow": flow, "AuthParameters": parameters }),
        )
    }

    /// AdminInitiateAuth with these parameters.
    pub(in crate::tests) fn admin_initiate(&self, flow: &str, mut parameters: Value) -> Answer {
        self.add_hash(&mut parameters);
        let input = json!({
            "UserPoolId": self.pool_id,
            "ClientId": self.client_id,
            "AuthFlow": flow,
            "AuthParameters": parameters,
        });
        self.admin("AdminInitiateAuth", input)
    }

    fn add_hash(&self, parameters: &mut Value) {
        if let (Some(_), Some(username)) = (&self.secret, parameters["USERNAME"].as_str()) {
            parameters["SECRET_HASH"] = json!(self.hash(username));
        }
    }

    /// What the only authenticator app shows.
    pub(in crate::tests) fn authenticator_code(&self) -> String {
        self.pools.authenticator_codes().pop().unwrap().code
    }

    /// The clock's time as a proof carries it.
    pub(in crate::tests) fn timestamp(&self) -> String {
        let form = time::macros::format_description!(
            "[weekday repr:short] [month repr:short] [day padding:none] [hour]:[minute]:[second] UTC [year]"
        );
        self.clock.now().utc().format(&form).unwrap()
    }
}

fn exponent() -> BigUint {
    BigUint::from_bytes_be(&[0x5a; 128])
}

fn base64(text: &str) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(text).unwrap()
}

fn to_base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
