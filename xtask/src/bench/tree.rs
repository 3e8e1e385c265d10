//! The processes that a program has started, and what they hold in memory.

use std::collections::HashMap;
use std::fs;
use std::process::{Child, Command};

use crate::Result;
use crate::repository::works;

/// A program and everything it starts; all of it is ended when dropped.
pub(super) struct Tree(pub(super) Child);

impl Tree {
    /// The proportional set size of all of them together, in kB.
    ///
    /// # Errors
    /// When a process does not let us look: the app shields its memory from everyone but root.
    pub(super) fn memory(&self) -> Result<f64> {
        let mut sum = 0.0;
        for pid in self.pids() {
            let file = format!("/proc/{pid}/smaps_rollup");
            let text =
                fs::read_to_string(&file).map_err(|error| format!("{file}: {error}; run this as root"))?;
            let line = text
                .lines()
                .find_map(|line| line.strip_prefix("Pss:"))
                .unwrap_or_default();
            let size = line.trim().trim_end_matches(" kB").parse::<f64>();
            sum += size.map_err(|error| format!("{file}: {error}"))?;
        }
        Ok(sum)
    }

    /// Itself and everything below it.
    fn pids(&self) -> Vec<u32> {
        let parents: HashMap<u32, u32> = fs::read_dir("/proc")
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter_map(|pid| Some((pid, parent(pid)?)))
            .collect();
        let ours = self.0.id();
        let is_ours = |mut pid: u32| {
            while pid != ours {
                match parents.get(&pid) {
                    Some(parent) => pid = *parent,
                    None => return false,
                }
            }
            true
        };
        parents.keys().copied().filter(|pid| is_ours(*pid)).collect()
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let pids: Vec<String> = self.pids().iter().map(u32::to_string).collect();
        // The shell's own, since not every system has a program for it.
        works(
            Command::new("sh")
                .args(["-c", "kill -KILL \"$@\"", "kill"])
                .args(pids),
        );
        // It has been told to end; nothing can be done where it does not.
        let _ = self.0.wait();
    }
}

fn parent(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // pid (name, which may hold anything) state parent …
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}
