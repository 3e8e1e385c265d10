//! Notes each call in the log: which operation, how long it took, and the service's id of it.

use std::time::Instant;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextRef,
};
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use crate::sent::request_id;

/// Writes one line for each attempt. Whether it was refused isn't in it: that alone could tell whether an account
/// exists.
#[derive(Debug)]
pub(crate) struct Noted;

/// When an attempt began.
#[derive(Debug)]
struct Began(Instant);

impl Storable for Began {
    type Storer = StoreReplace<Self>;
}

impl Intercept for Noted {
    fn name(&self) -> &'static str {
        "Noted"
    }

    fn read_before_attempt(
        &self,
        _context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        config.interceptor_state().store_put(Began(Instant::now()));
        Ok(())
    }

    fn read_after_attempt(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let began = config.load::<Began>();
        let milliseconds = began.map_or(0, |began| began.0.elapsed().as_millis());
        let operation = config.load::<Metadata>().map_or("unknown", Metadata::name);
        let answer = context.response();
        let request_id = answer.and_then(request_id);
        tracing::debug!(
            operation,
            milliseconds,
            answered = answer.is_some(),
            request_id = request_id.as_deref().unwrap_or("none"),
            "called"
        );
        Ok(())
    }
}
