//! Counting what test programs say at the end.

/// How many passed and failed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// Adds up.
    pub(crate) fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads one line of a test program: cargo's "test result: ok. 3 passed; 0 failed; …", the journeys'
/// "3 passed, 0 failed", and Node's "# pass 3" and "# fail 0". `None` for any other line.
pub(crate) fn read(line: &str) -> Option<Tally> {
    let words: Vec<&str> = line
        .split([' ', ',', ';'])
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        ["test", "result:", _, passed, "passed", failed, "failed", ..]
        | [passed, "passed", failed, "failed"] => Some(Tally {
            passed: passed.parse().ok()?,
            failed: failed.parse().ok()?,
        }),
        ["#" | "ℹ", "pass", passed] => Some(Tally {
            passed: passed.parse().ok()?,
            failed: 0,
        }),
        ["#" | "ℹ", "fail", failed] => Some(Tally {
            passed: 0,
            failed: failed.parse().ok()?,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_test_programs_say_last() {
        let three = Some(Tally { passed: 3, failed: 1 });
        assert_eq!(
            read("test result: FAILED. 3 passed; 1 failed; 0 ignored; finished in 0.1s"),
            three
        );
        assert_eq!(read("3 passed, 1 failed"), three);
        assert_eq!(read("# pass 7"), Some(Tally { passed: 7, failed: 0 }));
        assert_eq!(read("# fail 7"), Some(Tally { passed: 0, failed: 7 }));
    }

    #[test]
    fn passes_over_other_lines() {
        for line in [
            "",
            "running 3 tests",
            "3 passed",
            "1 failed to load, 2 passed by",
            "test passed ... ok",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
