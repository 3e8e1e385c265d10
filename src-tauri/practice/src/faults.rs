//! Faults that a test or a demonstration can put in the way of a request.

use std::borrow::Cow;
use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The request is carried out at once, and its answer takes this much longer, in real time.
    Latency(Duration),
    /// The request never arrives: nothing happens, nothing is answered.
    LostRequest,
    /// The request is carried out, and its answer is lost.
    LostAnswer,
    /// HTTP 500, InternalErrorException; nothing happens.
    ServerError,
    /// TooManyRequestsException; nothing happens.
    Throttle,
    /// A web page with status 200, as a captive portal answers; nothing happens.
    Garbage,
    /// HTTP 403, ForbiddenException, as a web firewall in front of the pool answers.
    Firewall,
    /// Any exception; nothing happens.
    Error {
        /// The exception's name.
        code: String,
        /// Its message.
        message: String,
        /// The HTTP status.
        status: u16,
    },
}

/// One fault: what goes wrong, for which operation, how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// The operation it befalls, e.g. `ForgotPassword`; any if absent.
    pub operation: Option<Cow<'static, str>>,
    /// How many requests it befalls.
    pub times: u32,
}

impl Fault {
    /// A fault that befalls the next request, whatever it is.
    #[must_use]
    pub fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            operation: None,
            times: 1,
        }
    }

    /// Only requests for this operation.
    #[must_use]
    pub fn on(mut self, operation: impl Into<Cow<'static, str>>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// This many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }
}

/// The faults that lie in wait.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

/// What befalls one request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Mishap {
    pub(crate) latency: Duration,
    pub(crate) kind: Option<FaultKind>,
}

impl Faults {
    pub(crate) fn inject(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes what befalls a request for `operation`: every latency, and the oldest other fault.
    pub(crate) fn take(&mut self, operation: &str) -> Mishap {
        let mut mishap = Mishap::default();
        for fault in &mut self.0 {
            let concerned = fault.operation.as_deref().is_none_or(|on| on == operation);
            if fault.times == 0 || !concerned {
                continue;
            }
            match &fault.kind {
                FaultKind::Latency(span) => mishap.latency += *span,
                kind if mishap.kind.is_none() => mishap.kind = Some(kind.clone()),
                _ => continue,
            }
            fault.times -= 1;
        }
        self.0.retain(|fault| fault.times > 0);
        mishap
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_befalls_its_operation_as_often_as_said() {
        let mut faults = Faults::default();
        faults.inject(Fault::new(FaultKind::Throttle).on("SignUp").times(2));
        assert_eq!(faults.take("GetUser"), Mishap::default());
        assert_eq!(faults.take("SignUp").kind, Some(FaultKind::Throttle));
        assert_eq!(faults.take("SignUp").kind, Some(FaultKind::Throttle));
        assert_eq!(faults.take("SignUp"), Mishap::default());
    }

    #[test]
    fn latency_goes_with_any_other_fault() {
        let mut faults = Faults::default();
        faults.inject(Fault::new(FaultKind::Latency(Duration::from_secs(1))));
        faults.inject(Fault::new(FaultKind::LostAnswer));
        let mishap = faults.take("ForgotPassword");
        assert_eq!(mishap.latency, Duration::from_secs(1));
        assert_eq!(mishap.kind, Some(FaultKind::LostAnswer));
    }

    #[test]
    fn cleared_faults_are_gone() {
        let mut faults = Faults::default();
        faults.inject(Fault::new(FaultKind::Garbage).times(9));
        faults.clear();
        assert_eq!(faults.take("GetUser"), Mishap::default());
    }
}
