//! The shell: windows, commands, settings. Everything worth knowing about Cognito lives in the
//! crates below.

mod arguments;
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

use tauri::{Manager, RunEvent};

use arguments::Request;
use connected::Connected;
use folders::Folders;
use help_desk::Desk;
use logging::Log;
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

/// Does what needs to know whose home this is.
fn at_home(request: Request) -> ExitCode {
    let Some(folders) = Folders::of_this_person() else {
        console::complain("this system names no home directory");
        return ExitCode::FAILURE;
    };
    isolation::shield_memory();
    let tag = |language: Option<String>| language.or_else(sys_locale::get_locale);
    match request {
        Request::Open {
            desk,
            beginning,
            // What arrives is shown in the recovery window.
            arrived: _,
            language,
            log_level,
        } => {
            let log = logging::start(log_level, folders.logs.clone(), true);
            log.obey_policy();
            tracing::info!(
                version = env!("CARGO_PKG_VERSION"),
                system = std::env::consts::OS,
                processor = std::env::consts::ARCH,
                "Readmit starts"
            );
            let language = Language(tag(language));
            let window = if desk { Window::Desk } else { Window::Recovery };
            open(beginning, language, window, folders, log)
        }
        Request::SelfCheck {
            json,
            language,
            log_level,
        } => {
            logging::start(log_level, folders.logs.clone(), false).obey_policy();
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

fn open(
    beginning: arguments::Beginning,
    language: Language,
    window: Window,
    folders: Folders,
    log: Log,
) -> ExitCode {
    let _in_use = InUse::by_this_program(&folders);
    let desk_practises = window == Window::Desk && beginning == arguments::Beginning::Practice;
    let outcome = tauri::Builder::default()
        .manage(language)
        .invoke_handler(commands::handler())
        .setup(move |app| {
            let folder = folders.settings.clone();
            let practice = Arc::new(Practice::default());
            let desk = Desk::new(folder.clone(), Arc::clone(&practice), desk_practises);
            app.manage(Arc::clone(desk.clipboard()));
            app.manage(desk);
            app.manage(log);
            app.manage(Support::new(folders));
            app.manage(Connected::new(Settings::in_folder(folder), beginning, practice));
            windows::open(app.handle(), window)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match outcome {
        Ok(app) => {
            app.run(|app, event| {
                if matches!(event, RunEvent::Exit) {
                    // Nobody is left to clear it when its minute is over.
                    let _no_clipboard = app.state::<Desk>().clipboard().clear_password();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            console::complain(&format!("the window can't be opened: {error}"));
            ExitCode::FAILURE
        }
    }
}
