//! What a diagnosis says, in closed words that the page turns into sentences.

use cognito::{FailureCode, SecondFactor};
use serde::Serialize;

use crate::act::Act;

/// A way to reach a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum ContactKind {
    /// The email address.
    Email,
    /// The phone number.
    Phone,
}

/// How sure a prediction is. The service's documentation contradicts itself in places, or is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Certainty {
    /// Documented, or seen on the real service.
    Certain,
    /// The sources contradict each other or are silent.
    Likely,
}

impl Certainty {
    /// How sure two things are together.
    #[must_use]
    pub fn and(self, other: Certainty) -> Certainty {
        match (self, other) {
            (Certainty::Certain, Certainty::Certain) => Certainty::Certain,
            _ => Certainty::Likely,
        }
    }
}

/// Why this user can't get in, or that nothing is wrong: the card's one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Finding {
    /// The account is switched off: nothing else matters before that.
    SwitchedOff,
    /// Signs in at another provider: there is no password here.
    SignsInElsewhere {
        /// Its names, as the pool knows them; empty where it doesn't say.
        providers: Vec<String>,
    },
    /// Was invited, never signed in, and the temporary password should still be good.
    InvitationWaiting {
        /// Whole days since the user was last changed: an estimate of the temporary password's age.
        days_old: Option<u32>,
        /// How many days one is good for.
        life_days: u32,
    },
    /// Was invited, never signed in, and the temporary password has probably expired.
    InvitationProbablyExpired {
        /// Whole days since the user was last changed: an estimate of the temporary password's age.
        days_old: u32,
        /// How many days one is good for.
        life_days: u32,
    },
    /// Never confirmed the sign-up.
    SignUpUnfinished {
        /// Whether there is a verified contact all the same.
        contact_verified: bool,
    },
    /// Has to choose a new password, and a code can go to this contact.
    ResetWaiting {
        /// Where a code would go.
        channel: ContactKind,
    },
    /// Has to choose a new password, and no code can go anywhere (see `also` for why).
    ResetWithoutContact,
    /// May sign in, but couldn't recover alone: the pool leaves that to administrators.
    OnlyAdministratorsReset,
    /// May sign in, but couldn't recover alone: has contacts, and none that recovery uses is verified.
    ContactNotVerified {
        /// Which there are.
        contacts: Vec<ContactKind>,
    },
    /// May sign in, but couldn't recover alone: there is no contact that recovery uses.
    NoContact,
    /// May sign in, but couldn't recover alone: the only verified contact is the second factor too.
    ContactIsSecondFactor {
        /// That contact.
        contact: ContactKind,
    },
    /// Nothing is wrong: the user can sign in, and can get a code by themselves.
    NothingWrong {
        /// Where a code would go.
        channel: ContactKind,
    },
    /// A status that the service no longer uses, or that this program doesn't know.
    StatusNotInUse,
}

/// What else to know about this user, beside the one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Also {
    /// "Forgot password" claims to have sent a code and sends none (`PreventUserExistenceErrors`).
    ForgotPasswordPretends,
    /// A new password changes nothing about the second factor: it is still asked for.
    FactorStillAsked {
        /// Which.
        factor: SecondFactor,
    },
    /// The pool asks everybody for a second factor, and this user has none yet.
    FactorRequiredAndMissing,
    /// The service may have forced the reset because the password is known to be stolen.
    MayBeStolenPassword,
    /// The account is switched off besides; the rest applies once it is on.
    WouldBe {
        /// What would be found if it were on.
        finding: Box<Finding>,
    },
    /// A contact is there and not verified.
    Unverified {
        /// Which.
        contact: ContactKind,
    },
    /// A verified contact that recovery can't use because it is a second factor.
    FactorNotForRecovery {
        /// Which.
        contact: ContactKind,
    },
    /// A verified contact that the pool's recovery setting leaves out.
    NotInRecoverySetting {
        /// Which.
        contact: ContactKind,
    },
    /// The pool leaves recovery to administrators.
    OnlyAdministratorsReset,
    /// No app client is known, so how its users sign in isn't either.
    NoAppClient,
    /// The app client lets nobody sign in with a password.
    NoPasswordFlow,
    /// The pool's own mailer: at most 50 messages a day, often taken for junk.
    SmallMailer,
    /// The pool's text messages fail.
    TextMessagesFail,
    /// The pool's mail fails.
    MailFails,
    /// User names differ by case here.
    CaseMatters,
}

/// What one operation would answer now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Outcome {
    /// A code goes to this contact.
    CodeSent {
        /// Which.
        channel: ContactKind,
    },
    /// It says a code was sent, and none is.
    Pretended,
    /// Done; no message goes out.
    Done,
    /// Refused.
    Refused {
        /// With what.
        code: FailureCode,
    },
}

/// What one operation would answer now, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Prediction {
    /// The answer.
    pub outcome: Outcome,
    /// How sure.
    pub certainty: Certainty,
}

/// What the three operations that matter would answer now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Predictions {
    /// `ForgotPassword`, by the user; `None` where no app client is known.
    pub forgot_password: Option<Prediction>,
    /// `AdminResetUserPassword`.
    pub admin_reset: Prediction,
    /// `AdminSetUserPassword`, temporary.
    pub admin_set: Prediction,
}

/// Why an act can't be done, or needn't be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum NotPossible {
    /// The account is switched off: the service refuses it.
    SwitchedOff,
    /// Is on already.
    AlreadyOn,
    /// Is off already.
    AlreadyOff,
    /// Not before the first sign-in: the service refuses it.
    NeverSignedIn,
    /// Only before the first sign-in.
    SignedInBefore,
    /// The sign-up has to be confirmed first.
    SignUpUnfinished,
    /// The sign-up is confirmed.
    AlreadyConfirmed,
    /// There is no password here to reset.
    SignsInElsewhere,
    /// The pool leaves recovery to administrators: no codes.
    OnlyAdministratorsReset,
    /// No verified contact that a code could go to.
    NoVerifiedContact,
    /// There is no such contact.
    NoSuchContact,
    /// It is verified already.
    AlreadyVerified,
    /// The user doesn't have this factor.
    NoSuchFactor,
    /// The pool asks everybody for a factor, and this is the user's last: it would be asked for all the same.
    FactorRequired,
    /// No contact that an invitation could go to.
    NowhereToSend,
    /// The desk's mode or settings don't allow it.
    NotInThisMode,
    /// A permission is known to be missing.
    NoPermission,
    /// The status isn't in use any more.
    StatusNotInUse,
}

/// One thing that an act does to this user now. Shown before the act, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Effect {
    /// The present password stops working now.
    PasswordStopsWorking,
    /// The present temporary password stops working now.
    TemporaryPasswordStopsWorking,
    /// Any code sent before is void.
    EarlierCodeVoid,
    /// A code goes to this contact; it is good for an hour.
    CodeGoesTo {
        /// Which.
        channel: ContactKind,
    },
    /// An invitation with a new temporary password goes to this contact.
    InvitationGoesTo {
        /// Which.
        channel: ContactKind,
        /// How many days it is good for.
        days: u32,
    },
    /// You read it out; nothing is sent to the user.
    YouTellThePassword,
    /// It has to be changed at the first sign-in, within so many days.
    MustChooseWithin {
        /// How many days.
        days: u32,
    },
    /// It goes on working until somebody changes it.
    PasswordStays,
    /// The user can't sign in until they choose a new password with the code.
    LockedOutUntilCode,
    /// Sessions that are open stay open.
    SessionsStayOpen,
    /// Sessions end; a page already open may go on for so long.
    SessionsEnd {
        /// Minutes that an access token goes on working.
        minutes: u32,
    },
    /// The second factor is still asked for.
    FactorStillAsked {
        /// Which.
        factor: SecondFactor,
    },
    /// This factor isn't asked for any more.
    FactorNoLongerAsked {
        /// Which.
        factor: SecondFactor,
    },
    /// The pool asks everybody for a second factor: the user sets up a new one at the next sign-in.
    NewFactorAtSignIn,
    /// The account stays switched off.
    StaysSwitchedOff,
    /// The user can sign in again, with the password they had.
    CanSignInAgain,
    /// The user can't sign in any more.
    CanNotSignInAnyMore,
    /// The account is on again; whatever else keeps the user out still does.
    OnAgain,
    /// The contact counts as the user's own.
    CountsAsVerified {
        /// Which.
        channel: ContactKind,
    },
    /// Codes can go to this contact from now on.
    CodesCanGoTo {
        /// Which.
        channel: ContactKind,
    },
    /// The sign-up counts as confirmed; the contact is still not verified.
    SignUpConfirmed,
    /// The user becomes one with a password here, beside the other provider.
    BecomesLocal,
    /// The user's status becomes confirmed.
    BecomesConfirmed,
}

/// One act, as it stands for this user now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct ActOffer {
    /// The act.
    pub act: Act,
    /// Why it can't be done; `None`: it can.
    pub not_possible: Option<NotPossible>,
    /// What it would do, in the order to tell it. Empty where it can't be done.
    pub effects: Vec<Effect>,
    /// How sure that is.
    pub certainty: Certainty,
    /// Whether this is what to do first. At most one act of a card is.
    pub recommended: bool,
}

/// The card: what is wrong, what else to know, and what can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Diagnosis {
    /// Why this user can't get in.
    pub finding: Finding,
    /// How sure that is.
    pub certainty: Certainty,
    /// What else to know.
    pub also: Vec<Also>,
    /// Where a code would go now, masked as the service masks it (`j***@e***`, `+*******9934`).
    pub recovery_target: Option<RecoveryTarget>,
    /// What the operations would answer.
    pub predictions: Predictions,
    /// Every act, in the order to show them.
    pub acts: Vec<ActOffer>,
}

/// Where a code would go.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct RecoveryTarget {
    /// By what.
    pub channel: ContactKind,
    /// Masked.
    pub masked: String,
}

/// Shows nothing of the target.
impl std::fmt::Debug for RecoveryTarget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecoveryTarget({:?})", self.channel)
    }
}
