//! A password of one's own in place of a temporary one, and the details that an account needs.

use fantoccini::key::Key;
use serde_json::json;

use super::{AtPort, Way, forgets, prove, refused, sign_in, signed_in};
use crate::desk::{FABRIKAM, PASSWORD};
use crate::everyone::{focused, tab_to};
use crate::practice::become_person;
use crate::recovery::NEW_PASSWORD;
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

const DIEGO: &str = "diego@example.com";
const MEI: &str = "mei@example.com";

const RULES_MET: &str = "const rules = [...document.querySelectorAll('[data-rule]')];
    return rules.length > 2 && rules.every((rule) => rule.dataset.state === 'met')";

/// From the temporary password to one's own, with every slip on the way; then the new one is seen to work, and
/// the temporary one no longer does.
pub(crate) async fn chosen(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    become_person(&window, DIEGO, None).await?;
    window.press("temporary-password").await?;
    window.look("sign-in", "temporary").await?;
    ensure(window.value("username").await? == DIEGO, || {
        "the name has to be typed again".to_owned()
    })?;
    window.press("sign-in").await?;
    refused(&window, "password", "", "password-empty").await?;
    prove(&window, "practice-pool-2026").await?;
    refused(&window, "password", "practice-pool-2026", "wrong-password").await?;
    window.look("sign-in", "temporary-wrong").await?;
    window.press("use-practice-password").await?;
    window
        .until_asking(
            "the password that the person was given is filled in",
            "return document.getElementById('password').value === arguments[0]",
            vec![json!(PASSWORD)],
        )
        .await?;
    window.press("sign-in").await?;
    window.look("own-password", "empty").await?;
    for (password, told) in [
        ("", "password-empty"),
        ("Short-1", "password-too-short"),
        (PASSWORD, "password-not-new"),
    ] {
        window.fill("password", password).await?;
        window.press("choose-own-password").await?;
        refused(&window, "password", password, told).await?;
        window.look("own-password", told).await?;
    }
    window.fill("password", NEW_PASSWORD).await?;
    window.until("the checklist is all ticked", RULES_MET).await?;
    window.look("own-password", "ready").await?;
    window.press("choose-own-password").await?;
    window.look("signed-in", "chosen").await?;
    signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await?;
    window.press("again").await?;
    window.on("who").await?;
    ensure(window.value("username").await?.is_empty(), || {
        "the next person finds the last one's name".to_owned()
    })?;
    sign_in(&window, Way::Check, DIEGO, PASSWORD).await?;
    refused(&window, "password", PASSWORD, "wrong-password").await?;
    window.look("sign-in", "wrong").await?;
    prove(&window, NEW_PASSWORD).await?;
    window.look("signed-in", "password").await?;
    signed_in(&window, "password", &[PASSWORD, NEW_PASSWORD]).await
}

/// The same without touching the mouse, the focus always in sight.
pub(crate) async fn chosen_by_keyboard(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    window.on("who").await?;
    focused(&window, "#username").await?;
    window.type_here(DIEGO).await?;
    tab_to(&window, "[data-act='temporary-password']").await?;
    window.key(Key::Enter).await?;
    window.on("sign-in").await?;
    focused(&window, "#password").await?;
    window.key(Key::Enter).await?;
    window.told("password-empty").await?;
    focused(&window, "#password").await?;
    tab_to(&window, "[data-act='use-practice-password']").await?;
    window.type_here(" ").await?;
    tab_to(&window, "[data-act='sign-in']").await?;
    window.key(Key::Enter).await?;
    window.on("own-password").await?;
    focused(&window, "#password").await?;
    window.type_here("Short-1").await?;
    window.key(Key::Enter).await?;
    window.told("password-too-short").await?;
    focused(&window, "#password").await?;
    window.fill("password", NEW_PASSWORD).await?;
    tab_to(&window, "[data-act='show-password']").await?;
    tab_to(&window, "[data-act='choose-own-password']").await?;
    window.key(Key::Enter).await?;
    window.on("signed-in").await?;
    tab_to(&window, "[data-act='again']").await?;
    window.key(Key::Enter).await?;
    window.on("who").await?;
    focused(&window, "#username").await?;
    window.type_here(DIEGO).await?;
    tab_to(&window, "[data-act='check-sign-in']").await?;
    window.key(Key::Enter).await?;
    focused(&window, "#password").await?;
    window.type_here(NEW_PASSWORD).await?;
    window.key(Key::Enter).await?;
    signed_in(&window, "password", &[NEW_PASSWORD]).await
}

/// Where an account lacks what its pool requires, that is asked for together with the password.
pub(crate) async fn with_names(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--practice"]).await?;
    sign_in(&window, Way::Temporary, MEI, PASSWORD).await?;
    window.look("own-password", "details").await?;
    let given = field(&window, "given_name", "").await?;
    let family = field(&window, "family_name", "").await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.fill(&given, "Mei").await?;
    window.press("choose-own-password").await?;
    refused(&window, &family, "", "attribute-missing").await?;
    window.look("own-password", "detail-missing").await?;
    ensure(!window.is_marked(&given).await?, || {
        "what was filled in is marked as well".to_owned()
    })?;
    for (field, typed) in [("password", NEW_PASSWORD), (given.as_str(), "Mei")] {
        ensure(window.value(field).await? == typed, || {
            format!("the {field} is gone")
        })?;
    }
    window.fill(&family, "Tanaka").await?;
    window.press("choose-own-password").await?;
    signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await
}

/// A telephone number and a date, each told at its own field when it can't be right; what is right then is what
/// the pool has.
pub(crate) async fn with_telephone_and_date(scene: &mut Scene) -> Result<()> {
    let at = AtPort::start(FABRIKAM)?;
    let connection = invited(&at, &["phone_number", "birthdate", "email"]).await?;
    let file = peers::connection_file(scene.directory(), &connection)?;
    let window = scene.open_file(&file).await?;
    sign_in(&window, Way::Temporary, "ines", PASSWORD).await?;
    window.on("own-password").await?;
    let country = field(&window, "phone_number", "-country").await?;
    let number = field(&window, "phone_number", "-number").await?;
    let (day, month) = (
        field(&window, "birthdate", "-day").await?,
        field(&window, "birthdate", "-month").await?,
    );
    let year = field(&window, "birthdate", "-year").await?;
    let email = field(&window, "email", "").await?;
    window.fill("password", NEW_PASSWORD).await?;
    window.fill(&number, "030 12").await?;
    pick(&window, &country, "DE").await?;
    window.fill(&day, "31").await?;
    pick(&window, &month, "2").await?;
    window.fill(&year, "1990").await?;
    window.fill(&email, "ines at example.com").await?;
    // In whichever order they stand, the next one is told as soon as one is mended.
    let mut told = Vec::new();
    for _ in 0..3 {
        window.press("choose-own-password").await?;
        window.told("attribute-malformed").await?;
        window.on("own-password").await?;
        let marked = marked(&window).await?;
        window.look("own-password", &format!("wrong-{marked}")).await?;
        match marked.as_str() {
            "phone_number" => window.fill(&number, "030 1234567").await?,
            "birthdate" => window.fill(&day, "28").await?,
            _ => window.fill(&email, "ines@example.com").await?,
        }
        told.push(marked);
    }
    told.sort();
    ensure(told == ["birthdate", "email", "phone_number"], || {
        format!("told of {told:?}")
    })?;
    ensure(window.value("password").await? == NEW_PASSWORD, || {
        "the password is gone".to_owned()
    })?;
    let sent = at.port.requests("RespondToAuthChallenge")?;
    window.press("choose-own-password").await?;
    signed_in(&window, "chosen", &[PASSWORD, NEW_PASSWORD]).await?;
    let sent_now = at.port.requests("RespondToAuthChallenge")?;
    ensure(sent_now == sent + 1, || {
        format!("{} answers were sent instead of one", sent_now - sent)
    })?;
    let kept = details(&at, &connection.user_pool_id).await?;
    let wanted = ["ines@example.com", "+49301234567", "1990-02-28"];
    ensure(
        wanted.iter().all(|value| kept.iter().any(|each| each == value)),
        || "the pool has other details than those that were typed".to_owned(),
    )?;
    forgets(&window, &wanted).await
}

/// A pool of its own that requires these, where Ines was invited without them.
async fn invited(at: &AtPort, required: &[&str]) -> Result<peers::ConnectionSpec> {
    let outside = at.port.administrator();
    let refuse = |what: &str, error: String| Trouble::new(format!("{what}: {error}"));
    let seeded = outside.client().describe_user_pool().user_pool_id(FABRIKAM.id);
    let described = seeded
        .send()
        .await
        .map_err(|error| refuse("the pool can't be read", format!("{error:?}")))?;
    let mut schema = described
        .user_pool
        .and_then(|pool| pool.schema_attributes)
        .unwrap_or_default();
    schema.retain(|attribute| attribute.name().is_some_and(|name| required.contains(&name)));
    for attribute in &mut schema {
        attribute.required = Some(true);
    }
    let made = outside
        .client()
        .create_user_pool()
        .pool_name("Made by a test")
        .set_schema(Some(schema))
        .send()
        .await
        .map_err(|error| refuse("no pool is made", format!("{error:?}")))?;
    let pool_id = made.user_pool.and_then(|pool| pool.id).unwrap_or_default();
    let made = outside
        .client()
        .create_user_pool_client()
        .user_pool_id(&pool_id)
        .client_name("Made by a test")
        .explicit_auth_flows("ALLOW_USER_SRP_AUTH".into())
        .send()
        .await
        .map_err(|error| refuse("no app client is made", format!("{error:?}")))?;
    let client_id = made.user_pool_client.and_then(|client| client.client_id);
    outside
        .client()
        .admin_create_user()
        .user_pool_id(&pool_id)
        .username("ines")
        .temporary_password(PASSWORD)
        .message_action("SUPPRESS".into())
        .send()
        .await
        .map_err(|error| refuse("nobody is invited", format!("{error:?}")))?;
    Ok(peers::ConnectionSpec {
        name: "Made by a test".to_owned(),
        region: "eu-central-1".to_owned(),
        user_pool_id: pool_id,
        client_id: client_id.unwrap_or_default(),
        endpoint: Some(at.port.base_url().to_owned()),
        ..peers::ConnectionSpec::default()
    })
}

/// The values of what the pool has of Ines.
async fn details(at: &AtPort, pool_id: &str) -> Result<Vec<String>> {
    let outside = at.port.administrator();
    let asked = outside.client().admin_get_user();
    let user = asked
        .user_pool_id(pool_id)
        .username("ines")
        .send()
        .await
        .map_err(|error| Trouble::new(format!("she can't be read: {error:?}")))?;
    let values = user.user_attributes().iter().filter_map(|each| each.value());
    Ok(values.map(str::to_owned).collect())
}

/// The id of the control for what is asked for by this name.
async fn field(window: &Window, name: &str, ending: &str) -> Result<String> {
    window.find(&format!("[data-attribute='{name}']")).await?;
    let script = "return [...document.querySelectorAll(`[data-attribute='${arguments[0]}'] [id]`)]
        .map((e) => e.id).find((id) => /^attribute-\\d+/.test(id) && id.replace(/^attribute-\\d+/, '') === arguments[1])";
    let id = window.text_of(script, vec![json!(name), json!(ending)]).await?;
    ensure(!id.is_empty(), || format!("{name} has no control{ending}"))?;
    Ok(id)
}

/// Picks one of a list, as a person does.
async fn pick(window: &Window, field: &str, value: &str) -> Result<()> {
    window.find(&format!("#{field}")).await?;
    window.did(&format!("picks in the {field}"));
    window
        .ask(
            "const list = document.getElementById(arguments[0]); list.focus(); list.value = arguments[1];
            list.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(field), json!(value)],
        )
        .await?;
    ensure(window.value(field).await? == value, || {
        format!("the {field} has no {value}")
    })
}

/// Which of the details is told to be wrong; it is one, it is marked, and it has the focus.
async fn marked(window: &Window) -> Result<String> {
    window
        .until(
            "what is wrong has the focus",
            "return !!document.activeElement.closest('[data-attribute]')?.querySelector('[data-failure]')",
        )
        .await?;
    let script = "const told = [...document.querySelectorAll('[data-attribute]')].filter((e) => e.querySelector('[data-failure]'));
        const marked = [...document.querySelectorAll('[data-attribute]')].filter((e) => e.querySelector('[aria-invalid=true]'));
        return told.length === 1 && marked.length === 1 && told[0] === marked[0] ? told[0].dataset.attribute : ''";
    let name = window.text_of(script, Vec::new()).await?;
    ensure(!name.is_empty(), || {
        "not just the one that is wrong is marked".to_owned()
    })?;
    Ok(name)
}
