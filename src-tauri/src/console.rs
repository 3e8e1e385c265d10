//! What is said and asked on the command line.

use std::io::{self, BufRead, Write};

/// Makes what is printed visible where the program was started from a console. A release build for Windows has none of
/// its own, so that none flashes up with a window; the console doesn't wait for such a program by itself, only
/// `start /wait` and scripts that ask for its end do.
#[cfg(windows)]
pub fn attach() {
    /// `ATTACH_PARENT_PROCESS` of the Windows API.
    const PARENT: u32 = u32::MAX;
    // It fails where there is no such console, or where this build has one of its own.
    let _none = win32console::console::WinConsole::attach_console(PARENT);
}

/// Everywhere else a program has the console that it was started from.
#[cfg(not(windows))]
pub fn attach() {}

/// Prints an answer. Nobody may be listening any more (a closed pipe), which is no reason to fail.
pub fn print(text: &str) {
    let mut out = io::stdout().lock();
    let _closed = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Says what is wrong.
pub fn complain(message: &str) {
    let _closed = writeln!(io::stderr().lock(), "readmit: {message}");
}

/// Asks a question and gives the answer, without the white space around it; nothing where nobody answers.
pub fn ask(question: &str) -> String {
    print(&format!("{question} "));
    let mut answer = String::new();
    let _none = io::stdin().lock().read_line(&mut answer);
    answer.trim().to_owned()
}
