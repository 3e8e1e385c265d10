//! The ways in to AWS: access keys, profiles, roles; and what stands in the way.

use std::fs;

use fantoccini::key::Key;
use serde_json::json;

use super::way_in::{
    Aws, KEY_ID, REGION, SECRET, app_of, choose, come_in, connect, desk_file, kept_in_the_keychain,
    not_in_the_page, now, row_of, type_keys,
};
use super::{FABRIKAM, NORTHWIND};
use crate::everyone::tab_to;
use crate::scene::Scene;
use crate::trouble::{Result, ensure};
use crate::window::Window;

const ROLE: &str = "arn:aws:iam::111122223333:role/helpdesk";
const DEVICE: &str = "arn:aws:iam::111122223333:mfa/phone";

/// Keys that are wrong are told where they were typed; the right ones lead on. Nothing of them is left in the page.
pub(crate) async fn keys(scene: &mut Scene) -> Result<()> {
    let aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    window.look("welcome", "first").await?;
    window.press("use-keys").await?;
    window.look("access-keys", "empty").await?;

    type_keys(&window, "my key", SECRET).await?;
    refused_at(&window, "access-key-id", "access-key-malformed").await?;
    window.look("access-keys", "malformed").await?;
    type_keys(&window, KEY_ID, "short").await?;
    refused_at(&window, "secret-access-key", "secret-key-malformed").await?;
    // The key of a session: its token is asked for, and then it has to be one.
    let session = "ASIAREADMITJOURNEY01";
    type_keys(&window, session, SECRET).await?;
    window.find("#session-token").await?;
    refused_at(&window, "session-token", "session-token-malformed").await?;
    let token = "SessionTokenOfAJourney/".repeat(8);
    aws.port.add_session_key(session, SECRET, &token, now() - 60)?;
    window.fill("session-token", &token).await?;
    window.press("connect").await?;
    window.told("access-expired").await?;
    window.look("access-keys", "expired").await?;

    window.fill("session-token", "").await?;
    type_keys(&window, KEY_ID, &SECRET.replace("Journeys", "Journals")).await?;
    window.press("connect").await?;
    window.told("access-invalid").await?;
    window.look("access-keys", "invalid").await?;
    // What was typed is still there, to be put right.
    ensure(window.value("access-key-id").await? == KEY_ID, || {
        "the key's id is gone".to_owned()
    })?;
    window.fill("access-key-id", "AKIAOFADELETEDUSER01").await?;
    window.press("connect").await?;
    window.told("access-invalid").await?;

    type_keys(&window, KEY_ID, SECRET).await?;
    window.press("connect").await?;
    window.on("connect-pool").await?;
    not_in_the_page(&window, &[SECRET, KEY_ID, &token]).await?;
    window
        .until(
            "it is said who one is",
            "return document.querySelector('[data-identity]').innerText.includes('111122223333')",
        )
        .await
}

/// Presses `connect`, and expects the failure at that field.
async fn refused_at(window: &Window, field: &str, code: &str) -> Result<()> {
    window.press("connect").await?;
    window.told(code).await?;
    ensure(window.is_marked(field).await?, || {
        format!("{code}: {field} is not marked")
    })
}

/// The console's download, pasted as a whole, is sorted into the fields.
pub(crate) async fn keys_pasted(scene: &mut Scene) -> Result<()> {
    let _aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    window.press("use-keys").await?;
    window.on("access-keys").await?;
    // As the AWS console writes `rootkey.csv` and `…_accessKeys.csv`, with a byte order mark.
    let download = format!("\u{feff}Access key ID,Secret access key\r\n{KEY_ID},{SECRET}\r\n");
    window.is_private(KEY_ID);
    window.is_private(SECRET);
    window.did("pastes the console's download");
    window
        .ask(
            "const field = document.getElementById('access-key-id');
             const clipboardData = new DataTransfer();
             clipboardData.setData('text/plain', arguments[0]);
             field.focus();
             field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))",
            vec![json!(download)],
        )
        .await?;
    window.find("[data-pasted]").await?;
    window.look("access-keys", "pasted").await?;
    for (field, text) in [("access-key-id", KEY_ID), ("secret-access-key", SECRET)] {
        ensure(window.value(field).await? == text, || {
            format!("{field} does not hold what was pasted")
        })?;
    }
    window.press("connect").await?;
    window.on("connect-pool").await
}

/// Keys are in the keychain and there again at the next start; they can be replaced, and forgotten without a trace.
pub(crate) async fn keys_kept(scene: &mut Scene) -> Result<()> {
    let aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    ensure(kept_in_the_keychain(scene).await? > 0, || {
        "nothing is in the keychain".to_owned()
    })?;
    drop(window);

    let window = scene.open(&["--desk"]).await?;
    window.on("users").await?;
    not_in_the_page(&window, &[SECRET, KEY_ID]).await?;
    window.press("nav-settings").await?;
    window.look("settings", "keys").await?;
    let (other, others_secret) = ("AKIAREADMITJOURNEY02", SECRET.replace("Journeys", "Journals"));
    aws.port.add_key(other, &others_secret)?;
    window.press("replace-access").await?;
    window.look("welcome", "again").await?;
    window.press("use-keys").await?;
    window.on("access-keys").await?;
    type_keys(&window, other, &others_secret).await?;
    window.press("connect").await?;
    // The first key is switched off: what is at work now is the other one.
    window.on("settings").await?;
    aws.port.forget_key(KEY_ID)?;
    drop(window);

    let window = scene.open(&["--desk"]).await?;
    window.on("users").await?;
    window.press("nav-settings").await?;
    window.on("settings").await?;
    window
        .until(
            "the other key is named by its end",
            "return document.querySelector('[aria-labelledby=settings-access]').innerText.includes('EY02')",
        )
        .await?;
    window.press("forget-access").await?;
    window.look("forget-access", "asked").await?;
    window.press("confirm-forget").await?;
    window.on("welcome").await?;
    let left = kept_in_the_keychain(scene).await?;
    ensure(left == 0, || format!("{left} items are left in the keychain"))?;
    ensure(
        desk_file(scene)?
            .get("access")
            .is_none_or(serde_json::Value::is_null),
        || "the way in is still in the desk's file".to_owned(),
    )?;
    drop(window);
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await
}

/// Where there is no keychain the keys are held in memory only, and that is told.
pub(crate) async fn keys_held(scene: &mut Scene) -> Result<()> {
    let _aws = Aws::start(scene)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    window.told("keychain-absent").await?;
    window.look("connect-pool", "keychain-absent").await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    window.press("nav-settings").await?;
    window.on("settings").await?;
    window.told("keychain-absent").await?;
    window.look("settings", "keychain-absent").await?;
    drop(window);
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await
}

/// Profiles of the AWS CLI: one with keys, one in a role with a second factor, one that leads in a circle.
pub(crate) async fn profiles(scene: &mut Scene) -> Result<()> {
    let aws = Aws::start(scene)?;
    let code = "246810";
    aws.port.add_role_with_factor(ROLE, DEVICE, code)?;
    let folder = scene.directory().join(".aws");
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    window.press("use-profile").await?;
    window.look("access-profile", "none").await?;
    fs::create_dir_all(&folder)?;
    fs::write(
        folder.join("credentials"),
        format!("[desk]\naws_access_key_id = {KEY_ID}\naws_secret_access_key = {SECRET}\n"),
    )?;
    fs::write(
        folder.join("config"),
        format!(
            "[profile desk]\nregion = {REGION}\n\
             [profile in-role]\nregion = {REGION}\nrole_arn = {ROLE}\nsource_profile = desk\nmfa_serial = {DEVICE}\n\
             [profile one]\nrole_arn = {ROLE}\nsource_profile = other\n\
             [profile other]\nrole_arn = {ROLE}\nsource_profile = one\n\
             [profile empty]\nregion = {REGION}\n"
        ),
    )?;
    window.press("look-again").await?;
    window.find("[data-profile='in-role']").await?;
    window.look("access-profile", "some").await?;
    window
        .until(
            "what leads in a circle or has nothing in it cannot be chosen",
            "return ['one', 'other', 'empty'].every((name) => document.querySelector(`[data-profile='${name}'] input`).disabled)",
        )
        .await?;
    let why = window
        .text_of(
            "return document.querySelector('[data-profile=one]').innerText",
            Vec::new(),
        )
        .await?;
    ensure(why.contains("leads back to itself"), || {
        format!("of a profile that leads in a circle it is said: {why}")
    })?;
    pick(&window, "in-role").await?;
    window.press("connect").await?;
    window.look("factor-code", "asked").await?;
    window.fill("factor-code", "12345").await?;
    window.press("confirm").await?;
    window.told("factor-code-malformed").await?;
    window.fill("factor-code", "135791").await?;
    window.press("confirm").await?;
    window.told("factor-code-wrong").await?;
    window.look("factor-code", "wrong").await?;
    window.fill("factor-code", code).await?;
    window.press("confirm").await?;
    window.on("connect-pool").await?;
    acts_as(&window, "helpdesk").await?;
    window.find(&row_of(NORTHWIND)).await?;
    drop(window);

    // The role wants its code at the next start again; a profile with keys asks for nothing.
    let window = scene.open(&["--desk"]).await?;
    window.on("confirm-access").await?;
    window.told("factor-code-needed").await?;
    window.look("confirm-access", "factor-code-needed").await?;
    window.press("replace-access").await?;
    window.on("welcome").await?;
    // By keyboard: after a modal dialog has closed, WebKit's driver aims its clicks beside what it was given.
    tab_to(&window, "[data-act='use-profile']").await?;
    window.key(Key::Enter).await?;
    window.on("access-profile").await?;
    window
        .ask(
            "document.querySelector(\"[data-profile='desk'] input\").click()",
            Vec::new(),
        )
        .await?;
    tab_to(&window, "[data-act='connect']").await?;
    window.key(Key::Enter).await?;
    window.on("connect-pool").await?;
    window.find(&row_of(NORTHWIND)).await?;
    drop(window);

    // The profile is taken out of the file.
    fs::write(folder.join("credentials"), "")?;
    fs::write(folder.join("config"), "")?;
    let window = scene.open(&["--desk"]).await?;
    window.told("profile-not-found").await?;
    window.look("confirm-access", "profile-not-found").await
}

async fn pick(window: &Window, profile: &str) -> Result<()> {
    window.click(&format!("[data-profile='{profile}'] input")).await
}

async fn acts_as(window: &Window, name: &str) -> Result<()> {
    window
        .until_asking(
            &format!("one is {name}"),
            "return [...document.querySelectorAll('[data-identity]')].some((e) => e.innerText.includes(arguments[0]))",
            vec![json!(name)],
        )
        .await
}

/// A role on top of keys: refused at its field until it is one that lets this person in.
pub(crate) async fn role(scene: &mut Scene) -> Result<()> {
    let aws = Aws::start(scene)?;
    aws.port.add_role(ROLE)?;
    let window = scene.open(&["--desk"]).await?;
    window.on("welcome").await?;
    window.press("use-keys").await?;
    window.on("access-keys").await?;
    type_keys(&window, KEY_ID, SECRET).await?;
    choose(&window, "region", REGION).await?;
    window.press("role").await?;
    window.fill("role-arn", "helpdesk").await?;
    refused_at(&window, "role-arn", "role-malformed").await?;
    window.look("access-keys", "role-malformed").await?;
    window
        .fill("role-arn", "arn:aws:iam::111122223333:role/nobody")
        .await?;
    refused_at(&window, "role-arn", "role-refused").await?;
    window.look("access-keys", "role-refused").await?;
    window.fill("role-arn", ROLE).await?;
    window.press("connect").await?;
    window.on("connect-pool").await?;
    acts_as(&window, "helpdesk").await
}

/// The computer's clock is wrong by hours: what is signed goes by the clock of whoever answers, so one gets in all the same.
pub(crate) async fn wrong_clock(scene: &mut Scene) -> Result<()> {
    let aws = Aws::start(scene)?;
    aws.port.set_clock(now() + 3 * 60 * 60)?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    connect(&window, FABRIKAM, "Fabrikam").await?;
    window.find("#people [data-user]").await.map(drop)
}

/// Permissions that are missing are named where they are, and can be asked for.
pub(crate) async fn not_permitted(scene: &mut Scene) -> Result<()> {
    let aws = Aws::start(scene)?;
    aws.port.deny(&["ListUserPools"])?;
    let window = scene.open(&["--desk"]).await?;
    come_in(&window).await?;
    let told = window.told("access-denied").await?;
    ensure(told.contains("ListUserPools"), || {
        format!("it is not said which permission: {told}")
    })?;
    window.look("connect-pool", "access-denied").await?;
    aws.port.deny(&["AdminGetUser", "GetUserPoolMfaConfig"])?;
    window.press("try-again").await?;
    window.click(&row_of(NORTHWIND)).await?;
    window.on("connect-client").await?;
    window.click(&app_of(NORTHWIND)).await?;
    window.on("connect-name").await?;
    let denied = "[data-permission='AdminGetUser'][data-state='denied']";
    window.find(denied).await?;
    window.look("connect-name", "denied").await?;
    window.press("keep-connection").await?;
    window.on("users").await?;
    window.press("nav-pool").await?;
    window.find(denied).await?;
    window.look("pool", "denied").await?;
    window.press("job-look-only").await?;
    window
        .until(
            "the policy is for looking only, and for this pool",
            "const text = document.querySelector('[data-policy]')?.innerText ?? '{}';
             const policy = JSON.parse(text);
             return text.includes('cognito-idp:AdminGetUser') && !text.includes('AdminResetUserPassword')
                && JSON.stringify(policy).includes('userpool/eu-central-1_Nw1ndPrct')",
        )
        .await?;
    window.press("copy-policy").await?;
    window.find("[data-copied='policy']").await?;
    window.press("copy-letter").await?;
    window.find("[data-copied='letter']").await?;
    window.look("pool", "policy-copied").await?;
    aws.port.deny(&[])?;
    window.press("look-again").await?;
    window
        .find("[data-permission='AdminGetUser'][data-state='allowed']")
        .await
        .map(drop)
}
