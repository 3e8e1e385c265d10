//! Readmit gets people back into their Amazon Cognito accounts.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    readmit::run()
}
