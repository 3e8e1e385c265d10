//! Ending what a journey started, down to the last web process, by process id.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, wait};

/// From now on a process whose parent has ended becomes our child, so that none is lost from sight.
pub(crate) fn adopt_orphans() {
    // Where that is not possible, only processes orphaned by a crash are missed.
    let _ = set_child_subreaper(Some(getpid()));
}

/// Ends every process below us whose environment has this entry.
pub(crate) fn end_those_with(entry: &str) {
    end(|pid| has(pid, entry));
}

/// The limits of the process of this program whose environment has this entry.
pub(crate) fn limits_of(program: &Path, entry: &str) -> Option<String> {
    let pid = running(program, entry)?;
    fs::read_to_string(format!("/proc/{}/limits", pid.as_raw_nonzero())).ok()
}

/// Kills the process of this program whose environment has this entry; false if there is none.
pub(crate) fn kill_one(program: &Path, entry: &str) -> bool {
    running(program, entry).is_some_and(|pid| kill_process(pid, Signal::KILL).is_ok())
}

fn running(program: &Path, entry: &str) -> Option<Pid> {
    let program = program.canonicalize().ok()?;
    let runs = |pid: &Pid| {
        let runs = fs::read_link(format!("/proc/{}/exe", pid.as_raw_nonzero()));
        runs.is_ok_and(|runs| runs == program) && has(*pid, entry)
    };
    descendants().into_iter().find(runs)
}

fn has(pid: Pid, entry: &str) -> bool {
    let environment = fs::read(format!("/proc/{}/environ", pid.as_raw_nonzero())).unwrap_or_default();
    environment
        .split(|byte| *byte == 0)
        .any(|found| found == entry.as_bytes())
}

/// Ends every process below us, and counts the dead: for the very end, when nobody else waits for one.
pub(crate) fn end_all() {
    end(|_| true);
    while let Ok(Some(_)) = wait(WaitOptions::NOHANG) {}
}

/// A process can start another while we look: look until there is none.
fn end(chosen: impl Fn(Pid) -> bool) {
    for _ in 0..50 {
        let found: Vec<Pid> = descendants().into_iter().filter(|pid| chosen(*pid)).collect();
        if found.is_empty() {
            return;
        }
        for pid in found {
            // It may have ended by itself meanwhile.
            let _ = kill_process(pid, Signal::KILL);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Every living process below us.
fn descendants() -> Vec<Pid> {
    let parents: HashMap<i32, i32> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|pid| Some((pid, living_parent(pid)?)))
        .collect();
    let ours = getpid().as_raw_nonzero().get();
    let is_below = |mut pid: i32| {
        while let Some(parent) = parents.get(&pid) {
            if *parent == ours {
                return true;
            }
            pid = *parent;
        }
        false
    };
    parents
        .keys()
        .copied()
        .filter(|pid| is_below(*pid))
        .filter_map(Pid::from_raw)
        .collect()
}

/// The parent of a process, unless that process has ended and only waits to be counted.
fn living_parent(pid: i32) -> Option<i32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // pid (name, which may hold anything) state parent …
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let state = fields.next()?;
    let parent = fields.next()?.parse().ok()?;
    (state != "Z").then_some(parent)
}
