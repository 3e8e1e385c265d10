//! `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`: as curl reads them, in capitals or not.

use url::Url;

use crate::proxy::{Origin, is_excepted};
use crate::route::Route;

/// In this order: the first that is set to something decides.
const PROXY: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
const EXCEPT: [&str; 2] = ["NO_PROXY", "no_proxy"];

/// Which way to `url` by the environment, if it says anything that can be read.
pub(crate) fn route(url: &Url) -> Option<Route> {
    route_by(url, |name| std::env::var(name).ok())
}

fn route_by(url: &Url, environment: impl Fn(&str) -> Option<String>) -> Option<Route> {
    let set = |name: &&'static str| {
        let value = environment(name)?.trim().to_owned();
        (!value.is_empty()).then_some((*name, value))
    };
    let (variable, proxy) = PROXY.iter().find_map(set)?;
    let route = Route::read(&proxy, Origin::Environment { variable })?;
    let excepted = EXCEPT
        .iter()
        .find_map(set)
        .is_some_and(|(_, except)| is_excepted(&except, url));
    Some(if excepted { Route::Direct } else { route })
}
