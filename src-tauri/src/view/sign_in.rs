//! What the recovery window sees of a sign-in.

use cognito::FailureCode;
use cognito::sign_in::{AskedAttribute, Factor, FirstFactor, OwnApp, Progress, Step};
use qrcode::{Color, EcLevel, QrCode as Code};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use zeroize::Zeroizing;

/// A QR code as a page draws it.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct QrCode {
    /// Modules along one side, without the quiet zone.
    pub size: u32,
    /// The dark modules as an SVG path, one unit to a module.
    pub path: String,
}

/// Where a sign-in stands.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum SignInStep {
    /// Choose a password of your own in place of the temporary one.
    NewPassword {
        /// What else the pool asks for.
        attributes: Vec<AskedAttribute>,
    },
    /// Type a code.
    Code {
        /// Where it comes from.
        via: Factor,
        /// Where it went, masked by the service.
        destination: Option<String>,
    },
    /// Choose a second factor.
    ChooseFactor {
        /// Those that there are.
        factors: Vec<Factor>,
    },
    /// Set up an authenticator app.
    SetUpAuthenticator {
        /// What to type into the app where it can't scan, in Base32.
        secret: String,
        /// The same for the app to scan.
        qr: QrCode,
    },
    /// Choose how to begin.
    ChooseFirstFactor {
        /// What the pool offers.
        choices: Vec<FirstFactor>,
    },
    /// Go on in the app that the account is for.
    OwnApp {
        /// Why.
        why: OwnApp,
    },
    /// Forgot password is the way on.
    ResetRequired,
    /// The password works.
    Done,
}

/// A sign-in, as far as it has come.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SignInView {
    /// Where it stands.
    pub at: SignInStep,
    /// It began again by itself, because the service's session had run out.
    pub renewed: bool,
    /// How long the service waits for the next answer at least, in seconds.
    pub session_seconds: Option<u32>,
}

/// Whose sign-in it is, for the authenticator app to show.
pub struct Labels<'a> {
    /// The organisation.
    pub issuer: &'a str,
    /// The user name.
    pub account: &'a str,
}

impl SignInView {
    /// What to show of `progress`.
    ///
    /// # Errors
    /// `Unknown` where the secret is too long for a QR code.
    pub fn new(progress: Progress, labels: &Labels<'_>) -> Result<Self, FailureCode> {
        let at = match progress.step {
            Step::NewPassword { attributes } => SignInStep::NewPassword { attributes },
            Step::Code { via, destination } => SignInStep::Code { via, destination },
            Step::ChooseFactor { factors } => SignInStep::ChooseFactor { factors },
            Step::SetUpAuthenticator { secret } => SignInStep::SetUpAuthenticator {
                qr: QrCode::of(&authenticator_address(&secret, labels))?,
                secret: secret.expose_secret().to_owned(),
            },
            Step::ChooseFirstFactor { choices } => SignInStep::ChooseFirstFactor { choices },
            Step::OwnApp { why } => SignInStep::OwnApp { why },
            Step::ResetRequired => SignInStep::ResetRequired,
            Step::Done => SignInStep::Done,
        };
        Ok(Self {
            at,
            renewed: progress.renewed,
            session_seconds: progress.session_seconds,
        })
    }
}

impl QrCode {
    fn of(text: &str) -> Result<Self, FailureCode> {
        let code = Code::with_error_correction_level(text, EcLevel::M).map_err(|_| FailureCode::Unknown)?;
        let width = code.width();
        let mut path = String::new();
        let colors = code.into_colors();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, other| one == other) {
                if run.first() == Some(&Color::Dark) {
                    let length = run.len();
                    path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
                }
                x += run.len();
            }
        }
        Ok(Self {
            size: u32::try_from(width).map_err(|_| FailureCode::Unknown)?,
            path,
        })
    }
}

/// What authenticator apps scan ("Key Uri Format", which all of them read).
fn authenticator_address(secret: &SecretString, labels: &Labels<'_>) -> Zeroizing<String> {
    // A colon divides the two, so neither may have one.
    let encoded = |label: &str| {
        let label = label.replace(':', " ");
        url::form_urlencoded::byte_serialize(label.trim().as_bytes())
            .collect::<String>()
            .replace('+', "%20")
    };
    let (issuer, account) = (encoded(labels.issuer), encoded(labels.account));
    let secret = secret.expose_secret();
    Zeroizing::new(format!(
        "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_names_whose_code_it_is() {
        let labels = Labels {
            issuer: "Northwind: Staff & Co",
            account: "jane+x@example.com",
        };
        let address = authenticator_address(&SecretString::from("JBSWY3DPEHPK3PXP"), &labels);
        assert_eq!(
            *address,
            "otpauth://totp/Northwind%20%20Staff%20%26%20Co:jane%2Bx%40example.com\
             ?secret=JBSWY3DPEHPK3PXP&issuer=Northwind%20%20Staff%20%26%20Co"
        );
    }

    #[test]
    fn the_path_draws_the_finder_patterns() {
        let qr = QrCode::of("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP").unwrap();
        assert!(qr.size >= 21 && (qr.size - 21).is_multiple_of(4), "{}", qr.size);
        let right = qr.size - 7;
        for run in [
            "M0 0h7v1h-7z".to_owned(),
            format!("M{right} 0h7v1h-7z"),
            format!("M0 {right}h7v1h-7z"),
            "M2 2h3v1h-3z".to_owned(),
        ] {
            assert!(qr.path.contains(&run), "{run}");
        }
    }
}
