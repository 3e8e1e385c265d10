//! Keeps what is in memory out of files that others can read.

/// Turns core dumps off, for this process and the web view's, and lets no other process of the
/// same user read this one's memory. Where the system refuses, the program goes on.
#[cfg(target_os = "linux")]
pub fn shield_memory() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let limited = setrlimit(Resource::Core, none).is_ok();
    let shielded = set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok();
    if !(limited && shielded) {
        tracing::warn!("core dumps could not be turned off");
    }
}

/// The other systems write no core dumps of installed programs unless told to.
#[cfg(not(target_os = "linux"))]
pub fn shield_memory() {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #[test]
    fn no_core_is_dumped_after_shielding() {
        super::shield_memory();
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"))
            .unwrap();
        assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
        let dumpable = rustix::process::dumpable_behavior().unwrap();
        assert_eq!(dumpable, rustix::process::DumpableBehavior::NotDumpable);
    }
}
