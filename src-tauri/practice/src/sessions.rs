//! What is under way between a sign-in's steps, and the sign-ins whose tokens are out.

use std::collections::BTreeMap;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::client::Client;
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::random;
use crate::srp::Exchange;

/// A password proof that was asked for.
pub(crate) struct PendingProof {
    pub(crate) client_id: String,
    /// What the service calls USER_ID_FOR_SRP.
    pub(crate) user_id: String,
    /// Nobody, where the exchange is pretended.
    pub(crate) sub: Option<String>,
    pub(crate) exchange: Exchange,
    pub(crate) expires: Moment,
}

/// A challenge that was sent with a session.
struct Session {
    client_id: String,
    challenge: &'static str,
    username: String,
    expires: Moment,
}

/// How long a session that has expired is remembered.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

/// The challenges of one pool that wait for an answer.
#[derive(Default)]
pub(crate) struct Sessions {
    proofs: BTreeMap<Vec<u8>, PendingProof>,
    challenges: BTreeMap<String, Session>,
}

impl Sessions {
    /// Keeps a proof until it is answered, and gives the secret block that names it.
    pub(crate) fn await_proof(&mut self, proof: PendingProof, now: Moment) -> Vec<u8> {
        self.proofs.retain(|_, pending| now < pending.expires);
        let secret_block = random::bytes::<96>().to_vec();
        self.proofs.insert(secret_block.clone(), proof);
        secret_block
    }

    /// Takes the proof of this client that a secret block names; it can be answered once.
    pub(crate) fn take_proof(&mut self, secret_block: &[u8], client: &Client) -> Option<PendingProof> {
        self.proofs
            .remove(secret_block)
            .filter(|proof| proof.client_id == client.id)
    }

    /// Opens a session for a challenge, and gives the text that names it.
    pub(crate) fn open(
        &mut self,
        challenge: &'static str,
        username: &str,
        client: &Client,
        now: Moment,
    ) -> String {
        // An expired session is still told from an unknown one, but not for ever.
        self.challenges
            .retain(|_, session| now.since(session.expires) < REMEMBERED);
        let name = URL_SAFE_NO_PAD.encode(random::bytes::<192>());
        self.challenges.insert(
            name.clone(),
            Session {
                client_id: client.id.clone(),
                challenge,
                username: username.to_owned(),
                expires: now.plus(client.session_life()),
            },
        );
        name
    }

    /// Checks a session against the challenge, the client and the user it was opened for, and the
    /// time. The operation that answers a challenge also uses its session up.
    pub(crate) fn check(
        &self,
        name: &str,
        challenge: &str,
        client: &Client,
        username: &str,
        now: Moment,
    ) -> Result<(), ServiceError> {
        let fits = |session: &&Session| {
            session.client_id == client.id && session.challenge == challenge && session.username == username
        };
        match self.challenges.get(name).filter(fits) {
            None => Err(ServiceError::not_authorized("Invalid session for the user.")),
            Some(session) if now >= session.expires => Err(ServiceError::not_authorized(
                "Invalid session for the user, session is expired.",
            )),
            Some(_) => Ok(()),
        }
    }
}

/// One sign-in whose tokens are out.
#[derive(Clone)]
pub(crate) struct Grant {
    pub(crate) sub: String,
    pub(crate) client_id: String,
    pub(crate) origin_jti: String,
    pub(crate) authenticated: Moment,
    pub(crate) expires: Moment,
    /// By RevokeToken.
    pub(crate) revoked: bool,
    /// With every other sign-in of the user.
    pub(crate) signed_out: bool,
}

/// The sign-ins of one pool, by refresh token.
#[derive(Default)]
pub(crate) struct Grants(BTreeMap<String, Grant>);

impl Grants {
    /// Keeps a sign-in, and gives its refresh token.
    pub(crate) fn open(&mut self, grant: Grant) -> String {
        let token = URL_SAFE_NO_PAD.encode(random::bytes::<192>());
        self.0.insert(token.clone(), grant);
        token
    }

    pub(crate) fn of_token(&mut self, refresh_token: &str) -> Option<&mut Grant> {
        self.0.get_mut(refresh_token)
    }

    /// Ends every sign-in of a user.
    pub(crate) fn sign_out(&mut self, sub: &str) {
        for grant in self.0.values_mut().filter(|grant| grant.sub == sub) {
            grant.signed_out = true;
        }
    }

    /// Whether the sign-in that an access token came from was ended with all others of the user.
    pub(crate) fn is_signed_out(&self, origin_jti: &str) -> bool {
        self.0
            .values()
            .any(|grant| grant.origin_jti == origin_jti && grant.signed_out)
    }

    /// Whether the sign-in that an access token came from has been revoked or is unknown.
    pub(crate) fn is_revoked(&self, origin_jti: &str) -> bool {
        self.0
            .values()
            .find(|grant| grant.origin_jti == origin_jti)
            .is_none_or(|grant| grant.revoked)
    }
}
