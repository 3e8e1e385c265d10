//! `cargo xtask bench`: Readmit beside the least that does the same, in one run on one machine.
//!
//! | figure | beside | aim |
//! |---|---|---|
//! | first paint, from starting the program to the first picture of the page on the display | an empty Tauri window with the same settings | at most 1.10 times |
//! | memory (PSS) of the whole process tree, at rest | the same | at most 1.15 times |
//! | size of the stripped program | the same | at most 1.3 times |
//! | one ForgotPassword on loopback, from the command's start to its answer | the bare SDK | at most 1.05 times |
//! | the same, from the page and back to it | the AWS CLI | at least 50 times faster |

mod answerer;
mod calls;
mod screen;
mod tree;
mod yardsticks;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::repository::{build, target};
use crate::setup::Part;
use crate::{Result, only, page, setup};

/// Starts of each program; odd, so that the median is one of them.
const STARTS: usize = 9;

/// How the programs are built.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Profile {
    Release,
    Debug,
}

impl Profile {
    fn directory(self) -> &'static str {
        match self {
            Profile::Release => "release",
            Profile::Debug => "debug",
        }
    }

    fn flags(self) -> &'static [&'static str] {
        match self {
            Profile::Release => &["--release"],
            Profile::Debug => &[],
        }
    }
}

/// Builds everything, measures, prints, and writes the same to target/bench/figures.md.
///
/// # Errors
/// When something cannot be built or measured. An aim that is missed is printed, and is no error.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    only(&["--debug"], arguments)?;
    let profile = if arguments.is_empty() {
        Profile::Release
    } else {
        Profile::Debug
    };
    setup::prepare(&[Part::Build, Part::Window, Part::Peers])?;
    page::build()?;
    build()?;
    let yardsticks = yardsticks::build(profile)?;
    let app = &yardsticks.readmit;

    let mut figures = Figures::default();
    let starts = screen::race(app, &yardsticks.empty_window, STARTS)?;
    figures.at_most("first paint", "ms", &starts.paint, 1.10);
    figures.at_most(
        "nothing changes any more on the display",
        "ms",
        &starts.rest,
        f64::INFINITY,
    );
    figures.at_most("memory of all its processes (PSS)", "kB", &starts.memory, 1.15);
    let sizes = Pair::single(size(app)?, size(&yardsticks.empty_window)?);
    figures.at_most("size of the program", "kB", &sizes, 1.3);

    let calls = calls::measure(&yardsticks)?;
    figures.at_most(
        "one call by the command, beside the bare SDK",
        "us",
        &calls.command_and_sdk,
        1.05,
    );
    figures.at_most(
        "one call from the page, beside the bare SDK",
        "us",
        &calls.page_and_sdk,
        f64::INFINITY,
    );
    match calls.page_and_cli {
        Ok(pair) => figures.times_faster("one call from the page, beside the AWS CLI", "us", &pair, 50.0),
        Err(why) => figures.skipped("one call from the page, beside the AWS CLI", &why),
    }
    let text = figures.text(profile);
    println!("\n{text}");
    let file = target().join("bench/figures.md");
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// Readmit's measurements and those of what it is held against.
struct Pair {
    readmit: Vec<f64>,
    beside: Vec<f64>,
}

impl Pair {
    fn single(readmit: f64, beside: f64) -> Self {
        Self {
            readmit: vec![readmit],
            beside: vec![beside],
        }
    }
}

/// The middle one; of an even number, the higher of the two.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Half of the values lie this near to the median.
fn spread(values: &[f64]) -> f64 {
    let middle = median(values);
    median(
        &values
            .iter()
            .map(|value| (value - middle).abs())
            .collect::<Vec<_>>(),
    )
}

#[derive(Default)]
struct Figures(String);

impl Figures {
    fn at_most(&mut self, what: &str, unit: &str, pair: &Pair, aim: f64) {
        let times = median(&pair.readmit) / median(&pair.beside);
        let judged = match aim {
            aim if aim.is_infinite() => "-".to_owned(),
            aim => format!(
                "at most {aim:.2}: {}",
                if times <= aim { "met" } else { "MISSED" }
            ),
        };
        self.row(what, unit, pair, &format!("{times:.2}"), &judged);
    }

    fn times_faster(&mut self, what: &str, unit: &str, pair: &Pair, aim: f64) {
        let times = median(&pair.beside) / median(&pair.readmit);
        let judged = format!(
            "at least {aim:.0} times faster: {}",
            if times >= aim { "met" } else { "MISSED" }
        );
        self.row(what, unit, pair, &format!("1/{times:.0}"), &judged);
    }

    fn skipped(&mut self, what: &str, why: &str) {
        let _ = writeln!(self.0, "| {what} | | | | not measured: {why} |");
    }

    fn row(&mut self, what: &str, unit: &str, pair: &Pair, times: &str, judged: &str) {
        let shown = |values: &[f64]| match values.len() {
            1 => format!("{:.0} {unit}", median(values)),
            n => format!("{:.0} ± {:.0} {unit} (of {n})", median(values), spread(values)),
        };
        let (readmit, beside) = (shown(&pair.readmit), shown(&pair.beside));
        let _ = writeln!(self.0, "| {what} | {readmit} | {beside} | {times} | {judged} |");
    }

    fn text(&self, profile: Profile) -> String {
        let built = match profile {
            Profile::Release => "as released",
            Profile::Debug => "the debug build, so these figures mean nothing",
        };
        format!(
            "Medians ± median distance from them; {built}.\n\n| what | Readmit | beside it | times | aim |\n\
             |---|---|---|---|---|\n{}",
            self.0
        )
    }
}

/// A file's size in kB.
#[expect(clippy::cast_precision_loss, reason = "sizes of programs are far below 2^52")]
fn size(file: &Path) -> Result<f64> {
    let size = fs::metadata(file)
        .map_err(|error| format!("{}: {error}", file.display()))?
        .len();
    Ok(size as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_spreads() {
        assert_eq!(median(&[5.0, 1.0, 3.0]), 3.0);
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), 3.0);
        assert_eq!(spread(&[1.0, 2.0, 2.0, 2.0, 9.0]), 0.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn an_aim_is_judged_by_the_medians() {
        let mut figures = Figures::default();
        figures.at_most("size", "kB", &Pair::single(13.0, 10.0), 1.3);
        figures.at_most("paint", "ms", &Pair::single(12.0, 10.0), 1.1);
        figures.times_faster("call", "us", &Pair::single(2.0, 100.0), 50.0);
        let rows: Vec<&str> = figures.0.lines().collect();
        assert_eq!(rows[0], "| size | 13 kB | 10 kB | 1.30 | at most 1.30: met |");
        assert_eq!(rows[1], "| paint | 12 ms | 10 ms | 1.20 | at most 1.10: MISSED |");
        assert_eq!(
            rows[2],
            "| call | 2 us | 100 us | 1/50 | at least 50 times faster: met |"
        );
    }
}
