//! The shell: windows, commands, settings. Everything worth knowing about Cognito lives in the
//! crates below.

mod another_start;
mod arguments;
mod arrivals;
mod clipboard;
mod commands;
mod connected;
mod console;
mod file_dialog;
mod folders;
mod headless;
mod help_desk;
mod isolation;
mod logging;
mod managed;
mod practice;
mod private_file;
mod report;
mod self_check;
mod settings;
mod sign_in;
mod support;
mod user_data;
mod view;
mod windows;
mod words;

use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::{AppHandle, Manager, RunEvent};

use arguments::{Arrived, Beginning, Request};
use clipboard::SystemClipboard;
use connected::Connected;
use folders::Folders;
use help_desk::Desk;
use logging::Log;
use managed::{Decided, Managed};
use practice::Practice;
use settings::Settings;
use support::Support;
use user_data::InUse;
use windows::Window;
use words::Words;

/// The language asked for, else the system's, as a BCP 47 tag.
struct Language(Option<String>);

/// Nothing panics while it holds one of this program's locks, so a poisoned one still holds the truth.
fn lock_whole<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does what the command line asks for, until the last window is closed.
#[must_use]
pub fn run() -> ExitCode {
    console::attach();
    let request = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(request) => request,
        Err(message) => {
            console::complain(&format!("{message}\nTry readmit --help."));
            return ExitCode::from(2);
        }
    };
    match request {
        Request::Version => console::print(concat!("readmit ", env!("CARGO_PKG_VERSION"), "\n")),
        Request::Help => console::print(arguments::HELP),
        request => return at_home(request),
    }
    ExitCode::SUCCESS
}

/// Does what needs to know whose home this is, and what IT decided about this computer.
fn at_home(request: Request) -> ExitCode {
    let Some(folders) = Folders::of_this_person() else {
        console::complain("this system names no home directory");
        return ExitCode::FAILURE;
    };
    isolation::shield_memory();
    let decided = managed::read();
    // Presence is the lock: a language that IT decided comes before the one that was asked for.
    let managed_language = decided.as_ref().ok().and_then(Decided::language);
    let tag = |asked: Option<String>| managed_language.or(asked).or_else(sys_locale::get_locale);
    match request {
        Request::Open {
            desk,
            beginning,
            arrived,
            language,
            log_level,
        } => {
            let log = logging::start(log_level, folders.logs.clone(), true);
            if let Ok(decided) = &decided {
                log.obey(decided);
            }
            tracing::info!(
                version = env!("CARGO_PKG_VERSION"),
                system = std::env::consts::OS,
                processor = std::env::consts::ARCH,
                "Readmit starts"
            );
            let opening = Opening {
                window: if desk { Window::Desk } else { Window::Recovery },
                beginning,
                arrived,
                language: Language(tag(language)),
            };
            open(opening, decided, folders, log)
        }
        Request::SelfCheck {
            json,
            language,
            log_level,
        } => {
            let log = logging::start(log_level, folders.logs.clone(), false);
            log.obey(&decided.unwrap_or_default());
            let words = Words::nearest(tag(language).as_deref());
            headless::self_check(json, folders, &words)
        }
        Request::PurgeUserData { yes, language } => {
            let words = Words::nearest(tag(language).as_deref());
            headless::purge_user_data(yes, &folders, &words)
        }
        Request::Version | Request::Help => ExitCode::SUCCESS,
    }
}

/// What is to be opened, and how.
struct Opening {
    window: Window,
    beginning: Beginning,
    arrived: Option<Arrived>,
    language: Language,
}

fn open(opening: Opening, decided: Result<Decided, policy::Refused>, folders: Folders, log: Log) -> ExitCode {
    let _in_use = InUse::by_this_program(&folders);
    let window = opening.window;
    // What the windows work with is there before another start or the system can ask for one.
    let builder = tauri::Builder::default().manage(log);
    let builder = match decided {
        Ok(decided) => furnish(builder, opening, Managed::new(decided), &folders),
        // No window but the one that says what is wrong has anything to work with.
        Err(refused) => {
            let problems = refused.problems.len();
            tracing::error!(problems, "the policy is refused");
            builder
                .manage(opening.language)
                .manage(Arc::new(SystemClipboard::default()))
        }
    };
    let outcome = builder
        .manage(Support::new(folders))
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            another_start::take_over(app, arguments, &folder);
        }))
        .invoke_handler(commands::handler())
        .setup(move |app| {
            if app.try_state::<Arc<Managed>>().is_some() {
                managed::keep_up(app.handle().clone());
            }
            if let Err(error) = windows::open(app.handle(), window) {
                // Tauri would end the program without a word.
                console::complain(&format!("the window can't be opened: {error}"));
                std::process::exit(1);
            }
            Ok(())
        })
        .build(tauri::generate_context!());
    match outcome {
        Ok(app) => {
            app.run(heed);
            ExitCode::SUCCESS
        }
        Err(error) => {
            if another_start::was_let_down(&error) {
                another_start::begin_anew();
            }
            console::complain(&format!("the window can't be opened: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Gives the windows what they work with.
fn furnish(
    builder: tauri::Builder<tauri::Wry>,
    opening: Opening,
    managed: Managed,
    folders: &Folders,
) -> tauri::Builder<tauri::Wry> {
    let folder = folders.settings.clone();
    let managed = Arc::new(managed);
    let practice = Arc::new(Practice::default());
    let desk_practises = opening.window == Window::Desk && opening.beginning == Beginning::Practice;
    let desk = Desk::new(
        folder.clone(),
        Arc::clone(&practice),
        Arc::clone(&managed),
        desk_practises,
    );
    let settings = Settings::in_folder(folder);
    let connected = Connected::new(settings, opening.beginning, practice, Arc::clone(&managed));
    if let Some(arrived) = opening.arrived {
        connected.arrive(arrived);
    }
    builder
        .manage(opening.language)
        .manage(Arc::clone(desk.clipboard()))
        .manage(desk)
        .manage(connected)
        .manage(managed)
}

/// Heeds what the system says to the program as a whole.
fn heed(app: &AppHandle, event: RunEvent) {
    match event {
        // Whoever starts it again from now on starts anew: nothing can be handed to a program that ends.
        RunEvent::ExitRequested { .. } => tauri_plugin_single_instance::destroy(app),
        RunEvent::Exit => {
            // Nobody is left to clear it when its minute is over.
            let _no_clipboard = app.state::<Arc<SystemClipboard>>().clear_password();
        }
        // macOS hands over files and links like this, to the program that is open or is just opening.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            for url in urls {
                let arrived = match url.to_file_path() {
                    Ok(path) => Arrived::File(path),
                    Err(()) => Arrived::Link(url.into()),
                };
                another_start::receive(app, arrived);
            }
        }
        _ => {}
    }
}
