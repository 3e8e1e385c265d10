//! Why somebody can't get in, in one sentence, met in the person it is about: design 4.4, the table of states.

use serde_json::{Value, json};

use super::{FABRIKAM, NORTHWIND, Seeded, TAILSPIN, open_person, practise, text, turn_to};
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

/// A person, and what their card has to say.
struct Met {
    search: &'static str,
    name: &'static str,
    finding: &'static str,
    /// Words of the sentence.
    says: &'static str,
    /// The act to do first; nothing where there is nothing to do here.
    first: Option<&'static str>,
    /// What else is said.
    also: &'static [&'static str],
    /// Acts that can't be done, with a word of the reason.
    not: &'static [(&'static str, &'static str)],
}

const IN_NORTHWIND: &[Met] = &[
    Met {
        search: "jane@",
        name: "Jane Ellis",
        finding: "nothing-wrong",
        says: "sends a code by email to jane@example.com",
        first: None,
        also: &[],
        not: &[("switch-on", "on"), ("resend-invitation", "")],
    },
    Met {
        search: "omar@",
        name: "Omar Haddad",
        finding: "nothing-wrong",
        says: "by text message to +4915112349934",
        first: None,
        also: &["unverified"],
        not: &[("confirm-sign-up", "")],
    },
    Met {
        search: "lena@",
        name: "Lena Vogt",
        finding: "sign-up-unfinished",
        says: "never entered the sign-up code",
        first: Some("confirm-sign-up"),
        also: &[],
        not: &[("send-reset-code", "sign-up"), ("resend-invitation", "sign-up")],
    },
    Met {
        search: "diego@",
        name: "Diego Ramos",
        finding: "invitation-waiting",
        says: "got a temporary password yesterday",
        first: Some("resend-invitation"),
        also: &[],
        not: &[("send-reset-code", "")],
    },
    Met {
        search: "oskar@",
        name: "Oskar Lind",
        finding: "invitation-probably-expired",
        says: "so it has probably expired",
        first: Some("resend-invitation"),
        also: &[],
        not: &[("send-reset-code", "")],
    },
    Met {
        search: "priya@",
        name: "Priya Nair",
        finding: "switched-off",
        says: "the account is switched off",
        first: Some("switch-on"),
        also: &["would-be"],
        not: &[("send-reset-code", "off")],
    },
    Met {
        search: "tom@",
        name: "Tom Becker",
        finding: "reset-waiting",
        says: "The code goes by email to tom@example.com",
        first: Some("send-reset-code"),
        also: &["may-be-stolen-password"],
        not: &[("resend-invitation", "")],
    },
    Met {
        search: "hanna@",
        name: "Hanna Weiss",
        finding: "contact-not-verified",
        says: "the email is not verified",
        first: Some("give-temporary-password"),
        also: &[],
        not: &[("send-reset-code", ""), ("mark-phone-verified", "")],
    },
    Met {
        search: "ivo@",
        name: "Ivo Petrov",
        finding: "reset-without-contact",
        says: "nowhere a code could go",
        first: Some("give-temporary-password"),
        also: &[],
        not: &[("send-reset-code", "")],
    },
];

const IN_FABRIKAM: &[Met] = &[
    Met {
        search: "kiosk",
        name: "Kiosk 4",
        finding: "no-contact",
        says: "there is no email or phone number",
        first: Some("give-temporary-password"),
        also: &["case-matters"],
        not: &[("mark-email-verified", ""), ("send-reset-code", "")],
    },
    Met {
        search: "ruth",
        name: "Ruth Meyer",
        finding: "contact-is-second-factor",
        says: "the only verified contact, ruth@example.com, is also the second step",
        first: Some("give-temporary-password"),
        also: &["factor-still-asked"],
        not: &[("turn-off-sms-factor", "")],
    },
    Met {
        search: "felix",
        name: "Felix Brandt",
        finding: "signs-in-elsewhere",
        says: "no password here to reset",
        first: None,
        also: &[],
        not: &[("give-temporary-password", ""), ("send-reset-code", "")],
    },
    Met {
        search: "yuki",
        name: "Yuki Sato",
        finding: "nothing-wrong",
        says: "Nothing is wrong",
        first: None,
        also: &["factor-still-asked"],
        not: &[("turn-off-email-factor", "")],
    },
];

const IN_TAILSPIN: &[Met] = &[
    Met {
        search: "grace",
        name: "Grace Obi",
        finding: "only-administrators-reset",
        says: "only you can give a new one",
        first: Some("give-temporary-password"),
        also: &["factor-still-asked"],
        not: &[("send-reset-code", ""), ("turn-off-authenticator", "")],
    },
    Met {
        search: "henry",
        name: "Henry Cole",
        finding: "only-administrators-reset",
        says: "only you can give a new one",
        first: Some("give-temporary-password"),
        also: &["factor-required-and-missing"],
        not: &[("turn-off-authenticator", "")],
    },
    Met {
        search: "karim",
        name: "Karim Aziz",
        finding: "switched-off",
        says: "switched off",
        first: Some("switch-on"),
        also: &["would-be", "factor-required-and-missing"],
        not: &[],
    },
];

/// Everybody in the strict pool.
pub(crate) async fn in_northwind(scene: &mut Scene) -> Result<()> {
    in_pool(scene, NORTHWIND, IN_NORTHWIND).await
}

/// Everybody in the older pool.
pub(crate) async fn in_fabrikam(scene: &mut Scene) -> Result<()> {
    in_pool(scene, FABRIKAM, IN_FABRIKAM).await
}

/// Everybody where only administrators reset passwords.
pub(crate) async fn in_tailspin(scene: &mut Scene) -> Result<()> {
    in_pool(scene, TAILSPIN, IN_TAILSPIN).await
}

async fn in_pool(scene: &mut Scene, pool: Seeded, people: &[Met]) -> Result<()> {
    let window = practise(scene).await?;
    if pool.id != NORTHWIND.id {
        turn_to(&window, pool).await?;
    }
    for met in people {
        meets(&window, met).await?;
    }
    Ok(())
}

async fn meets(window: &Window, met: &Met) -> Result<()> {
    open_person(window, met.search, met.name).await?;
    let finding = window
        .text_of(
            "return document.querySelector('[data-finding]').dataset.finding",
            Vec::new(),
        )
        .await?;
    ensure(finding == met.finding, || format!("{}: \"{finding}\"", met.name))?;
    let sentence = text(window, "[data-finding] .lead").await?;
    window.did(&format!("reads: {sentence}"));
    ensure(sentence.contains(met.says) && sentence.contains(met.name), || {
        format!("{}: the sentence is \"{sentence}\"", met.name)
    })?;
    for also in met.also {
        text(window, &format!("[data-also='{also}']")).await?;
    }
    let filled = window
        .ask(
            "return [...document.querySelectorAll('button.primary')].filter((e) => e.checkVisibility()).map((e) => e.dataset.act)",
            Vec::new(),
        )
        .await?;
    let first: Vec<Value> = met.first.iter().map(|act| json!(format!("act-{act}"))).collect();
    ensure(filled == json!(first), || {
        format!("{}: the filled buttons are {filled}", met.name)
    })?;
    if met.first.is_none() {
        text(window, "[data-finding] blockquote").await?;
    }
    says_why_not(window, met).await?;
    window.look("card", met.finding).await
}

/// What can't be done is named, and each has its reason.
async fn says_why_not(window: &Window, met: &Met) -> Result<()> {
    window
        .ask(
            "const folded = document.querySelector('details:has([data-act=not-possible])'); if (folded) folded.open = true",
            Vec::new(),
        )
        .await?;
    for (act, word) in met.not {
        let reason = text(window, &format!("[data-not-possible='{act}'] small")).await?;
        ensure(reason.contains(word), || {
            format!("{}: {act} is not possible because \"{reason}\"", met.name)
        })?;
        ensure(!window.shows(&format!("[data-act='act-{act}']")).await?, || {
            format!("{}: {act} has a button all the same", met.name)
        })?;
    }
    let mute = window
        .ask(
            "return [...document.querySelectorAll('[data-not-possible]')].filter((e) => !e.querySelector('small')?.textContent.trim()).map((e) => e.dataset.notPossible)",
            Vec::new(),
        )
        .await?;
    ensure(mute == json!([]), || {
        format!("{}: no reason is given for {mute}", met.name)
    })
}
