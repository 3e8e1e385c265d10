//! Finding somebody: by whatever they say on the phone, among three or three thousand.

use fantoccini::key::Key;
use serde_json::json;

use super::{
    FABRIKAM, NORTHWIND, OnPort, ask_for, close, finds, is_open, open_person, practise, search, text, turn_to,
};
use crate::everyone::look_at_200_percent;
use crate::scene::Scene;
use crate::trouble::{Result, Trouble, ensure};
use crate::window::Window;

/// The person that the list with one name shows, by the name that the pool has for them.
async fn shown(window: &Window) -> Result<String> {
    window
        .text_of(
            "return document.querySelector('#people [data-user]').dataset.user",
            Vec::new(),
        )
        .await
}

/// By the beginning of an email, a name, a family name, a phone number, an id; and by a user name.
pub(crate) async fn by_anything(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    window.look("users", "everybody").await?;
    search(&window, "jane@example.com").await?;
    finds(&window, &["Jane Ellis"]).await?;
    let jane = shown(&window).await?;
    for (typed, names) in [
        ("JANE@EX", &["Jane Ellis"][..]),
        ("diego", &["Diego Ramos", "Diego Vega"]),
        ("Diego V", &["Diego Vega"]),
        ("+4915112349934", &["Omar Haddad"]),
        ("+49 151 1234 9934", &["Omar Haddad"]),
        (&jane, &["Jane Ellis"]),
    ] {
        search(&window, typed).await?;
        finds(&window, names).await?;
    }
    window.look("users", "found").await?;
    turn_to(&window, FABRIKAM).await?;
    search(&window, "maria").await?;
    finds(&window, &["Maria Rossi"]).await?;
    search(&window, "tove").await?;
    finds(&window, &["Tove Berg", "Tove Lund"]).await?;
    let twins = window
        .text_of(
            "return document.querySelectorAll('#people .twin').length",
            Vec::new(),
        )
        .await?;
    ensure(twins == "2", || {
        format!("{twins} are marked as differing by capitals alone")
    })?;
    window.look("users", "twins").await
}

/// What no name is: it finds nobody, says what to try, and breaks nothing.
pub(crate) async fn nothing_found(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    search(&window, "nobody like this").await?;
    text(&window, "[data-empty]").await?;
    window.look("users", "nobody").await?;
    for odd in [
        "\" or \"\"=\"",
        "back\\slash\\\"",
        "sub ^= \"\"",
        "'; DROP TABLE users --",
        "<b>bold</b>",
        "\u{202e}evil",
        "@example.com",
        "👩🏽‍💻",
    ] {
        window.paste("search", odd).await?;
        window
            .until(
                "nobody is found, or it is said why not",
                "return document.querySelector('.people').getAttribute('aria-busy') !== 'true'
                    && (document.querySelector('[data-empty]')?.innerText.trim() || document.querySelector('#search-failure')?.innerText.trim() || '') !== ''
                    && document.querySelectorAll('#people [data-user]').length === 0",
            )
            .await?;
    }
    window.paste("search", &"a".repeat(10_000)).await?;
    window.told("search-too-long").await?;
    ensure(window.is_marked("search").await?, || {
        "the search isn't marked as wrong".to_owned()
    })?;
    window.look("users", "too-long").await?;
    search(&window, "jane").await?;
    finds(&window, &["Jane Ellis"]).await
}

/// Only those in a state, and back.
pub(crate) async fn by_status(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    for (status, names) in [
        ("switched-off", &["Priya Nair"][..]),
        ("reset-required", &["Ivo Petrov", "Tom Becker"]),
        ("unconfirmed", &["Lena Vogt"]),
        (
            "force-change-password",
            &["Diego Ramos", "Mei Tanaka", "Oskar Lind"],
        ),
    ] {
        choose_status(&window, status).await?;
        finds(&window, names).await?;
    }
    window.look("users", "in-one-state").await?;
    choose_status(&window, "switched-off").await?;
    search(&window, "jane").await?;
    text(&window, "[data-empty]").await?;
    window.look("users", "nobody-in-that-state").await?;
    window.press("show-everybody").await?;
    finds(&window, &["Jane Ellis"]).await
}

async fn choose_status(window: &Window, status: &str) -> Result<()> {
    window.did(&format!("shows only {status}"));
    window
        .ask(
            "const select = document.getElementById('status-filter'); select.value = arguments[0];
            select.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![json!(status)],
        )
        .await
        .map(drop)
}

/// The hands never leave the keys.
pub(crate) async fn by_keyboard(scene: &mut Scene) -> Result<()> {
    let window = practise(scene).await?;
    let focus = "return document.activeElement?.id === 'search'";
    window.until("the search has the focus", focus).await?;
    window.type_here("diego").await?;
    finds(&window, &["Diego Ramos", "Diego Vega"]).await?;
    window.key(Key::Down).await?;
    let on = |name: &str| {
        format!(
            "return document.activeElement?.matches('[data-user]') && document.activeElement.innerText.includes('{name}')"
        )
    };
    window
        .until("the first one has the focus", &on("Diego Ramos"))
        .await?;
    window.key(Key::Down).await?;
    window
        .until("the second one has the focus", &on("Diego Vega"))
        .await?;
    window.look("users", "by-keyboard").await?;
    window.key(Key::Up).await?;
    window.key(Key::Up).await?;
    window.until("the search has the focus again", focus).await?;
    window.key(Key::Down).await?;
    window.key(Key::Enter).await?;
    window
        .until(
            "the card has the focus",
            "return document.activeElement?.matches('[data-screen=card]') && !!document.querySelector('[data-finding]')",
        )
        .await?;
    window.key(Key::Escape).await?;
    window
        .until("the row has the focus again", &on("Diego Ramos"))
        .await?;
    window.type_here("/").await?;
    window.until("the search has the focus", focus).await?;
    window.key(Key::Escape).await?;
    window
        .until(
            "the search is empty and shows everybody",
            "return document.getElementById('search').value === '' && document.querySelectorAll('#people [data-user]').length > 5",
        )
        .await?;
    // Whoever types a whole address needs no arrow.
    window.type_here("jane@example.com").await?;
    window.key(Key::Enter).await?;
    window
        .until(
            "the one who was found is open",
            "return document.querySelector('[data-screen=card] h1')?.innerText.includes('Jane Ellis')",
        )
        .await
}

/// Thousands are scrolled through with few rows on the page; nobody is opened, and so billed, but by a click.
pub(crate) async fn among_thousands(scene: &mut Scene) -> Result<()> {
    let on = OnPort::set(scene, NORTHWIND, &["--people", "3600"], &json!({}))?;
    let window = on.open(scene).await?;
    let before = on.port.requests("AdminGetUser")?;
    window.did("scrolls to the end");
    let script = "const scroller = document.querySelector('.scroller');
        scroller.scrollTop = scroller.scrollHeight;
        window.mostRows = Math.max(window.mostRows ?? 0, document.querySelectorAll('#people [data-user]').length);
        return !!document.querySelector('[data-end]')";
    window.until_patiently("the end is reached", script).await?;
    let rows = window.ask("return window.mostRows", Vec::new()).await?;
    ensure(rows.as_u64().is_some_and(|rows| (1..100).contains(&rows)), || {
        format!("{rows} rows were on the page at once")
    })?;
    let end = text(&window, "[data-end]").await?;
    let count: u32 = end
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .map_err(|_| Trouble::new(format!("the end says \"{end}\"")))?;
    ensure(count > 3_600, || format!("{count} were listed"))?;
    window.look("users", "thousands").await?;
    ensure(on.port.requests("AdminGetUser")? == before, || {
        "somebody was opened by looking at the list".to_owned()
    })?;
    open_person(&window, "jane@example.com", "Jane Ellis").await?;
    ensure(on.port.requests("AdminGetUser")? == before + 1, || {
        "one click did not open one user".to_owned()
    })
}

/// A slow answer to what was typed first never covers the answer to what was typed last.
pub(crate) async fn typing_on(scene: &mut Scene) -> Result<()> {
    let on = OnPort::set(scene, NORTHWIND, &[], &json!({}))?;
    let window = on.open(scene).await?;
    on.port.inject(
        &json!({ "fault": "latency", "operation": "ListUsers", "times": 1, "milliseconds": 2500 })
            .to_string(),
    )?;
    search(&window, "jane@").await?;
    window
        .until(
            "it is looked for",
            "return document.querySelector('.people').getAttribute('aria-busy') === 'true'",
        )
        .await?;
    search(&window, "omar@").await?;
    finds(&window, &["Omar Haddad"]).await?;
    // Longer than the slow answer takes.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    finds(&window, &["Omar Haddad"]).await
}

/// Deleted between the list and the click, and between the card and the act.
pub(crate) async fn deleted_meanwhile(scene: &mut Scene) -> Result<()> {
    let on = OnPort::set(scene, FABRIKAM, &[], &json!({}))?;
    let window = on.open(scene).await?;
    search(&window, "noah").await?;
    finds(&window, &["Noah Lind"]).await?;
    delete(&on, "noah").await?;
    window.click("[data-user='noah']").await?;
    let told = window.told("user-not-found").await?;
    ensure(told.contains("Noah Lind"), || format!("it says \"{told}\""))?;
    window.look("users", "gone").await?;
    ensure(!window.shows("[data-user='noah']").await?, || {
        "the list still shows who is gone".to_owned()
    })?;
    open_person(&window, "maria", "Maria Rossi").await?;
    ask_for(&window, "send-reset-code").await?;
    delete(&on, "maria").await?;
    window.press("confirm-act").await?;
    window.told("user-not-found").await?;
    window.look("users", "gone-before-the-act").await?;
    ensure(on.port.requests("AdminResetUserPassword")? == 0, || {
        "something was sent all the same".to_owned()
    })?;
    open_person(&window, "sam", "Sam Okafor").await?;
    is_open(&window, "sam").await
}

async fn delete(on: &OnPort, username: &str) -> Result<()> {
    let outside = on.outside();
    let asked = outside.client().admin_delete_user();
    asked
        .user_pool_id(on.pool.id)
        .username(username)
        .send()
        .await
        .map(drop)
        .map_err(|error| Trouble::new(format!("{username} can't be deleted: {error:?}")))
}

/// Twice as large, and in a small window: everything is there.
pub(crate) async fn twice_as_large(scene: &mut Scene) -> Result<()> {
    let window = scene.open(&["--desk"]).await?;
    look_at_200_percent(&window, "welcome").await?;
    window.press("practice").await?;
    window.find("#people [data-user]").await?;
    look_at_200_percent(&window, "users").await?;
    open_person(&window, "jane@", "Jane Ellis").await?;
    look_at_200_percent(&window, "card").await?;
    ask_for(&window, "give-temporary-password").await?;
    look_at_200_percent(&window, "act-confirm").await?;
    window.press("confirm-act").await?;
    window.on("temporary-password").await?;
    window.press("spell").await?;
    look_at_200_percent(&window, "temporary-password").await?;
    close(&window).await?;
    for room in ["record", "pool", "settings"] {
        window.press(&format!("nav-{room}")).await?;
        look_at_200_percent(&window, room).await?;
    }
    window.resize(480, 420).await?;
    window.look("settings", "small").await?;
    window.press("nav-users").await?;
    window.look("card", "small").await?;
    window.press("back").await?;
    window.look("users", "small").await
}
