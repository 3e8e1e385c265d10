//! The desktop's proxy settings, by GIO: GNOME's own, KDE's (over libproxy), the portal's in a
//! sandbox; and their scripts, where the desktop runs them (`org.gtk.GLib.PACRunner`).

use gio::prelude::ProxyResolverExt;
use url::Url;

use crate::proxy::Origin;
use crate::route::Route;

/// Which way to `url`. Blocks, for seconds where a script has to be fetched; needs no main loop.
pub(crate) fn route(url: &Url) -> Route {
    let proxies = gio::ProxyResolver::default().lookup(url.as_str(), gio::Cancellable::NONE);
    match proxies {
        Ok(proxies) => first_usable(proxies.iter().map(gio::glib::GString::as_str)),
        // A fixed proxy needs no looking up: only a script can fail.
        Err(_) => Route::Script(Origin::Desktop),
    }
}

/// The first of `proxies` (`GProxyResolver`: `direct://`, `http://host:port`, `socks://…`) that
/// can be used; if none can, what there is instead.
fn first_usable<'a>(proxies: impl Iterator<Item = &'a str>) -> Route {
    let mut instead = Route::Direct;
    for proxy in proxies {
        if proxy.starts_with("direct:") {
            return Route::Direct;
        }
        // What GNOME's resolver says where it can't run its script.
        if proxy.starts_with("use-proxy:") {
            return Route::Script(Origin::Desktop);
        }
        match Route::read(proxy, Origin::Desktop) {
            Some(Route::Socks(origin)) => instead = Route::Socks(origin),
            Some(route) => return route,
            None => {}
        }
    }
    instead
}
