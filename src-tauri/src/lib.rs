//! The shell: windows, commands, settings. Everything worth knowing about Cognito lives in the
//! crates below.

mod arguments;
mod clipboard;
mod commands;
mod connected;
mod file_dialog;
mod help_desk;
mod isolation;
mod logging;
mod practice;
mod private_file;
mod settings;
mod sign_in;
mod view;
mod windows;

use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::{Manager, RunEvent};

use arguments::Request;
use connected::Connected;
use help_desk::Desk;
use practice::Practice;
use settings::Settings;
use windows::Window;

/// The language asked for, else the system's, as a BCP 47 tag.
struct Language(Option<String>);

/// Nothing panics while it holds one of this program's locks, so a poisoned one still holds the truth.
fn lock_whole<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does what the command line asks for, until the last window is closed.
#[must_use]
pub fn run() -> ExitCode {
    match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Request::Open {
            desk,
            beginning,
            language,
        }) => {
            isolation::shield_memory();
            logging::start();
            let language = Language(language.or_else(sys_locale::get_locale));
            let window = if desk { Window::Desk } else { Window::Recovery };
            open(beginning, language, window)
        }
        Ok(Request::Version) => {
            print(concat!("readmit ", env!("CARGO_PKG_VERSION"), "\n"));
            ExitCode::SUCCESS
        }
        Ok(Request::Help) => {
            print(arguments::HELP);
            ExitCode::SUCCESS
        }
        Err(message) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

fn open(beginning: arguments::Beginning, language: Language, window: Window) -> ExitCode {
    let desk_practises = window == Window::Desk && beginning == arguments::Beginning::Practice;
    let outcome = tauri::Builder::default()
        .manage(language)
        .invoke_handler(commands::handler())
        .setup(move |app| {
            let folder = app.path().config_dir()?.join("readmit");
            let practice = Arc::new(Practice::default());
            let desk = Desk::new(folder.clone(), Arc::clone(&practice), desk_practises);
            app.manage(Arc::clone(desk.clipboard()));
            app.manage(desk);
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
            complain(&format!("the window can't be opened: {error}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the answer to a question on the command line")]
fn print(text: &str) {
    print!("{text}");
}

#[expect(
    clippy::print_stderr,
    reason = "the only place to say that there is no window"
)]
fn complain(message: &str) {
    eprintln!("readmit: {message}");
}
