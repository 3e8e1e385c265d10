//! Only the service may answer: an answer of anybody else's is refused before it is read.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// Refuses an answer that isn't the service's before it is read.
///
/// Several operations have empty answers, which the SDK doesn't parse: without this the sign-in
/// page of a hotel network, status 200, would count as a changed password.
#[derive(Debug)]
pub struct OnlyTheService;

/// The error behind [`OnlyTheService`].
#[derive(Debug)]
struct NotTheService;

impl std::fmt::Display for NotTheService {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("something other than the service answered")
    }
}

impl std::error::Error for NotTheService {}

impl Intercept for OnlyTheService {
    fn name(&self) -> &'static str {
        "OnlyTheService"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response();
        let json = response
            .headers()
            .get("content-type")
            .is_some_and(|content_type| content_type.contains("json"));
        if response.status().is_success() && !json {
            return Err(NotTheService.into());
        }
        Ok(())
    }
}
