//! The address of an organisation's start page, as people paste it.

use cognito::{Failure, FailureCode};
use url::Url;

use super::is_private;

/// Longer than any start page's address.
const LONGEST: usize = 512;

/// The address of an Identity Center start page, without what a browser adds to it.
///
/// AWS hands out several kinds: `https://NAME.awsapps.com/start`,
/// `https://identitycenter.amazonaws.com/ssoins-…`, `https://ssoins-….portal.REGION.app.aws`,
/// `https://start.us-gov-home.awsapps.com/directory/…`, `https://start.home.awsapps.cn/directory/…`.
/// Which ones exist is for the service to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartUrl(Url);

impl StartUrl {
    /// Takes what a person typed or pasted.
    ///
    /// White space around it, the part after `#` or `?` (the page's own state) and a slash at the
    /// end are dropped; `https://` is added where the browser hid it, `/start` where
    /// an `awsapps.com` address lacks its path.
    ///
    /// # Errors
    /// `StartUrlMalformed` for anything else: not a web address, not `https` (`http` is taken on
    /// this computer only), one with a user name in it, or a page of the AWS console.
    pub fn parse(typed: &str) -> Result<Self, Failure> {
        let malformed = || Failure::new(FailureCode::StartUrlMalformed);
        let typed = typed.trim();
        if typed.len() > LONGEST || typed.chars().any(char::is_whitespace) {
            return Err(malformed());
        }
        let mut url = if typed.contains("://") {
            Url::parse(typed)
        } else {
            Url::parse(&format!("https://{typed}"))
        }
        .map_err(|_| malformed())?;
        url.set_fragment(None);
        url.set_query(None);
        let host = url.host_str().unwrap_or_default();
        // A name without a dot is a word that somebody typed, unless it is this computer's.
        let well_formed = is_private(&url)
            && url.username().is_empty()
            && url.password().is_none()
            && (host.contains('.') || url.scheme() == "http")
            && !is_console(host);
        if !well_formed {
            return Err(malformed());
        }
        let path = match url.path().trim_end_matches('/') {
            "" if host.ends_with(".awsapps.com") => "/start",
            path => path,
        }
        .to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }

    /// The address as the service is given it, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // `Url` keeps a slash where there is no path.
        self.0.as_str().trim_end_matches('/')
    }
}

/// The console and its sign-in page, which people mistake for their start page.
fn is_console(host: &str) -> bool {
    host == "aws.amazon.com" || host.ends_with(".aws.amazon.com")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(typed: &str) -> Result<String, FailureCode> {
        StartUrl::parse(typed)
            .map(|url| url.as_str().to_owned())
            .map_err(|failure| failure.code)
    }

    #[test]
    fn start_pages_of_every_kind_are_taken() {
        for (typed, expected) in [
            (
                "https://my-company.awsapps.com/start",
                "https://my-company.awsapps.com/start",
            ),
            (
                "  https://my-company.awsapps.com/start/\n",
                "https://my-company.awsapps.com/start",
            ),
            (
                "https://d-9067642ac7.awsapps.com/start#/",
                "https://d-9067642ac7.awsapps.com/start",
            ),
            (
                "https://d-9067642ac7.awsapps.com/start/#/?tab=accounts",
                "https://d-9067642ac7.awsapps.com/start",
            ),
            (
                "https://d-9067642ac7.awsapps.com/start/?x=y",
                "https://d-9067642ac7.awsapps.com/start",
            ),
            (
                "D-9067642AC7.awsapps.com/start",
                "https://d-9067642ac7.awsapps.com/start",
            ),
            (
                "d-9067642ac7.awsapps.com",
                "https://d-9067642ac7.awsapps.com/start",
            ),
            (
                "https://identitycenter.amazonaws.com/ssoins-7223ab12cd34ef56",
                "https://identitycenter.amazonaws.com/ssoins-7223ab12cd34ef56",
            ),
            (
                "https://ssoins-7223ab12cd34ef56.portal.us-east-1.app.aws/",
                "https://ssoins-7223ab12cd34ef56.portal.us-east-1.app.aws",
            ),
            (
                "https://start.us-gov-home.awsapps.com/directory/d-9a67642ac7#/",
                "https://start.us-gov-home.awsapps.com/directory/d-9a67642ac7",
            ),
            (
                "https://start.home.awsapps.cn/directory/d-9a67642ac7",
                "https://start.home.awsapps.cn/directory/d-9a67642ac7",
            ),
            ("https://sso.example.com/start", "https://sso.example.com/start"),
            ("http://127.0.0.1:5000/start", "http://127.0.0.1:5000/start"),
        ] {
            assert_eq!(parsed(typed), Ok(expected.to_owned()), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_start_page_is_refused() {
        let long = format!("https://{}.example.com/start", "a".repeat(600));
        for typed in [
            "",
            "my company",
            "my-company",
            "http://my-company.awsapps.com/start",
            "ftp://my-company.awsapps.com/start",
            "javascript://my-company.awsapps.com/%0aalert(1)",
            "file:///etc/passwd",
            "https://",
            "https://jane:secret@my-company.awsapps.com/start",
            "https://my company.awsapps.com/start",
            "https://123456789012.signin.aws.amazon.com/console",
            "https://eu-central-1.console.aws.amazon.com/singlesignon",
            "https://aws.amazon.com/iam",
            &long,
        ] {
            assert_eq!(parsed(typed), Err(FailureCode::StartUrlMalformed), "{typed:?}");
        }
    }
}
