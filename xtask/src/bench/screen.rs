//! First paint, as somebody in front of the screen would time it: from starting the program to the page's
//! first picture. The display is in memory, as a file that is read again and again.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::Pair;
use super::tree::Tree;
use crate::Result;
use crate::repository::{target, unstartable};

/// The display is as large as the recovery window, which therefore covers it.
const SIZE: (usize, usize) = (480, 680);

/// A bare display and an empty window have one colour each; letters and marks have many, at their edges.
const COLOURS_OF_A_PAGE: usize = 4;

/// When nothing has changed for this long, the page is finished.
const REST: Duration = Duration::from_millis(2500);

/// What was measured of both programs.
pub(super) struct Starts {
    /// Until the page's first picture; milliseconds.
    pub(super) paint: Pair,
    /// Until the last change; milliseconds.
    pub(super) rest: Pair,
    /// Of all processes, once nothing changes any more; kB.
    pub(super) memory: Pair,
}

/// Starts both programs in turn, so that whatever else the machine does hits both alike.
///
/// # Errors
/// When one does not start, or paints nothing.
pub(super) fn race(app: &Path, empty: &Path, times: usize) -> Result<Starts> {
    let none = || Pair {
        readmit: Vec::new(),
        beside: Vec::new(),
    };
    let mut starts = Starts {
        paint: none(),
        rest: none(),
        memory: none(),
    };
    for turn in 0..=times {
        println!("start {turn} of {times}");
        let (readmit, beside) = (start(app)?, start(empty)?);
        // The first one reads the programs from disk, which is not what is compared.
        if turn == 0 {
            continue;
        }
        for (pair, readmit, beside) in [
            (&mut starts.paint, readmit.paint, beside.paint),
            (&mut starts.rest, readmit.rest, beside.rest),
            (&mut starts.memory, readmit.memory, beside.memory),
        ] {
            pair.readmit.push(readmit);
            pair.beside.push(beside);
        }
    }
    Ok(starts)
}

struct Start {
    paint: f64,
    rest: f64,
    memory: f64,
}

/// Starts a program on a display and a message bus of its own, as on its very first start.
fn start(program: &Path) -> Result<Start> {
    let home = target().join("bench/home");
    if home.exists() {
        fs::remove_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    }
    let made = |directory: PathBuf| -> Result<PathBuf> {
        fs::create_dir_all(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;
        Ok(directory)
    };
    let (home, screen) = (made(home.clone())?, made(home.join("screen"))?);
    let size = format!("{}x{}x24", SIZE.0, SIZE.1);
    let (_xvfb, number) = serve(
        Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                &size,
                "-nolisten",
                "tcp",
                "-noreset",
                "-fbdir",
            ])
            .arg(&screen),
    )?;
    let (_bus, bus) =
        serve(Command::new("dbus-daemon").args(["--session", "--nofork", "--nopidfile", "--print-address"]))?;

    let mut display = Display::open(&screen.join("Xvfb_screen0"))?;
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", &home)
        .env("XDG_RUNTIME_DIR", made(home.join("runtime"))?)
        .env("DISPLAY", format!(":{number}"))
        .env("DBUS_SESSION_BUS_ADDRESS", bus)
        .env("GDK_BACKEND", "x11")
        .env("GSETTINGS_BACKEND", "memory")
        .env("GTK_THEME", "Adwaita")
        .env("LANG", "C.UTF-8")
        .env("NO_AT_BRIDGE", "1")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    let began = Instant::now();
    let tree = Tree(command.spawn().map_err(|error| unstartable(&command, &error))?);
    let (mut paint, mut last) = (None, began);
    loop {
        if display.has_changed()? {
            last = Instant::now();
            if paint.is_none() && display.colours() >= COLOURS_OF_A_PAGE {
                paint = Some(last);
            }
        }
        match paint {
            Some(paint) if last.elapsed() > REST => {
                let since = |moment: Instant| (moment - began).as_secs_f64() * 1000.0;
                return Ok(Start {
                    paint: since(paint),
                    rest: since(last),
                    memory: tree.memory()?,
                });
            }
            None if began.elapsed() > Duration::from_secs(30) => {
                return Err(format!("{} paints nothing", program.display()));
            }
            Some(_) | None => sleep(Duration::from_millis(1)),
        }
    }
}

/// Starts what prints a line when it is ready, and gives that line.
fn serve(command: &mut Command) -> Result<(Tree, String)> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut tree = Tree(command.spawn().map_err(|error| unstartable(command, &error))?);
    let output = tree.0.stdout.take().ok_or("a program without an output")?;
    let mut line = String::new();
    BufReader::new(output)
        .read_line(&mut line)
        .map_err(|error| unstartable(command, &error))?;
    Ok((tree, line.trim().to_owned()))
}

/// The display's file: a header that says how long it is and how many colours are listed, then the pixels.
struct Display {
    file: File,
    pixels_at: u64,
    pixels: Vec<u8>,
    before: Vec<u8>,
}

impl Display {
    fn open(path: &Path) -> Result<Self> {
        let said = |error: std::io::Error| format!("{}: {error}", path.display());
        let mut file = File::open(path).map_err(said)?;
        let mut header = [0_u8; 100];
        file.read_exact(&mut header).map_err(said)?;
        // X window dump, version 7: big-endian; the length is the first number, the colours are the twentieth.
        let number = |at: usize| {
            header
                .get(at * 4..at * 4 + 4)
                .and_then(|four| four.try_into().ok())
                .map(u32::from_be_bytes)
        };
        let (Some(length), Some(colours)) = (number(0), number(19)) else {
            return Err(format!("{}: no header", path.display()));
        };
        let mut display = Self {
            file,
            pixels_at: u64::from(length) + u64::from(colours) * 12,
            pixels: vec![0; SIZE.0 * SIZE.1 * 4],
            before: vec![0; SIZE.0 * SIZE.1 * 4],
        };
        display.has_changed()?;
        Ok(display)
    }

    /// Looks; whether anything is other than at the last look.
    fn has_changed(&mut self) -> Result<bool> {
        std::mem::swap(&mut self.pixels, &mut self.before);
        self.file
            .seek(SeekFrom::Start(self.pixels_at))
            .and_then(|_| self.file.read_exact(&mut self.pixels))
            .map_err(|error| format!("the display's file: {error}"))?;
        Ok(self.pixels != self.before)
    }

    /// How many colours there are, as of the last look.
    fn colours(&self) -> usize {
        self.pixels.chunks_exact(4).collect::<HashSet<_>>().len()
    }
}
