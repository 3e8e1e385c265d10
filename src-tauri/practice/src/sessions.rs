//! What is under way between a sign-in's steps, and the sign-ins whose tokens are out.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::client::Client;
use crate::clock::Moment;
use crate::errors::ServiceError;
use crate::operations::Authority;
use crate::random;
use crate::srp::Exchange;

/// Who signs somebody in: the client, and how it calls. A sign-in that was begun with a signed call
/// is answered with signed calls, and any other with public ones.
pub(crate) struct Caller {
    pub(crate) client: Arc<Client>,
    pub(crate) authority: Authority,
}

impl Caller {
    fn is(&self, client_id: &str, authority: Authority) -> bool {
        self.client.id == client_id && self.authority == authority
    }
}

/// What a proven password leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Whatever else is due, then tokens.
    Onwards,
    /// The client's own challenge.
    CustomChallenge,
}

/// A password proof that was asked for.
pub(crate) struct PendingProof {
    pub(crate) client_id: String,
    pub(crate) authority: Authority,
    /// What the service calls USER_ID_FOR_SRP.
    pub(crate) user_id: String,
    /// Nobody, where the exchange is pretended.
    pub(crate) sub: Option<String>,
    pub(crate) exchange: Exchange,
    pub(crate) next: Next,
    pub(crate) expires: Moment,
}

/// A challenge that is put to somebody.
#[derive(Clone)]
pub(crate) struct Asked {
    /// The name of the challenge.
    pub(crate) name: &'static str,
    /// Nobody, where the challenge is pretended.
    pub(crate) sub: Option<String>,
    /// The name as the pool stores it; where the challenge is pretended, as it was typed.
    pub(crate) username: String,
    /// The code that was sent; none that is right where the challenge is pretended.
    pub(crate) code: Option<String>,
    /// What can be chosen from, where the challenge is a choice.
    pub(crate) choices: Vec<&'static str>,
    /// Whether the authenticator to be set up has been, where that is the challenge.
    pub(crate) authenticator_verified: bool,
}

impl Asked {
    pub(crate) const fn new(name: &'static str, sub: Option<String>, username: String) -> Self {
        Self {
            name,
            sub,
            username,
            code: None,
            choices: Vec::new(),
            authenticator_verified: false,
        }
    }
}

/// A challenge that was sent with a session.
struct Session {
    client_id: String,
    authority: Authority,
    asked: Asked,
    expires: Moment,
    used: bool,
}

impl Session {
    /// What was asked, while it can be answered.
    fn open(&self, now: Moment) -> Result<&Asked, ServiceError> {
        if self.used {
            Err(ServiceError::not_authorized(
                "Invalid session for the user, session can only be used once.",
            ))
        } else if now >= self.expires {
            Err(ServiceError::session_expired())
        } else {
            Ok(&self.asked)
        }
    }
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

    /// Takes the proof of this caller that a secret block names; it can be answered once.
    pub(crate) fn take_proof(&mut self, secret_block: &[u8], caller: &Caller) -> Option<PendingProof> {
        self.proofs
            .remove(secret_block)
            .filter(|proof| caller.is(&proof.client_id, proof.authority))
    }

    /// Opens a session for a challenge, and gives the text that names it.
    pub(crate) fn open(&mut self, asked: Asked, caller: &Caller, now: Moment) -> String {
        let session = Session {
            client_id: caller.client.id.clone(),
            authority: caller.authority,
            asked,
            expires: now.plus(caller.client.session_life()),
            used: false,
        };
        self.keep(session, now)
    }

    fn keep(&mut self, session: Session, now: Moment) -> String {
        // An expired session is still told from an unknown one, but not for ever.
        self.challenges
            .retain(|_, session| now.since(session.expires) < REMEMBERED);
        let name = URL_SAFE_NO_PAD.encode(random::bytes::<192>());
        self.challenges.insert(name.clone(), session);
        name
    }

    /// What was asked with a session, if this is the caller and the challenge that it was opened
    /// for, and it is neither used nor expired. A right answer uses it up.
    pub(crate) fn asked(
        &self,
        name: &str,
        challenge: &str,
        caller: &Caller,
        now: Moment,
    ) -> Result<Asked, ServiceError> {
        self.challenges
            .get(name)
            .filter(|session| {
                caller.is(&session.client_id, session.authority) && session.asked.name == challenge
            })
            .ok_or_else(ServiceError::invalid_session)?
            .open(now)
            .cloned()
    }

    /// Uses a session up.
    pub(crate) fn use_up(&mut self, name: &str) {
        if let Some(session) = self.challenges.get_mut(name) {
            session.used = true;
        }
    }

    /// Whether a session of this name was opened here.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.challenges.contains_key(name)
    }

    /// The client that a session was opened for, and who is to set an authenticator up in it.
    pub(crate) fn setting_up(&self, name: &str, now: Moment) -> Result<(&str, String), ServiceError> {
        let session = self
            .challenges
            .get(name)
            .filter(|session| session.asked.name == "MFA_SETUP")
            .ok_or_else(ServiceError::invalid_session)?;
        let sub = session.open(now)?.sub.clone();
        Ok((&session.client_id, sub.ok_or_else(ServiceError::invalid_session)?))
    }

    /// Uses up a session in which an authenticator is set up, and opens the one that takes its
    /// place, for `life` from now.
    pub(crate) fn carry_on_setting_up(
        &mut self,
        name: &str,
        verified: bool,
        life: Duration,
        now: Moment,
    ) -> Result<String, ServiceError> {
        let session = self
            .challenges
            .get_mut(name)
            .ok_or_else(ServiceError::invalid_session)?;
        session.used = true;
        let mut asked = session.asked.clone();
        asked.authenticator_verified = verified;
        let next = Session {
            client_id: session.client_id.clone(),
            authority: session.authority,
            asked,
            expires: now.plus(life),
            used: false,
        };
        Ok(self.keep(next, now))
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
