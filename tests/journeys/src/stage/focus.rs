//! Gives the app's window the keyboard focus. A window manager would do it, but there is none on the stage,
//! and without it the web view draws no focus and calls its page inactive.
//!
//! Five requests of the X11 protocol, in the byte order that this machine has.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use crate::trouble::{Result, Trouble, ensure};

const GET_WINDOW_ATTRIBUTES: u8 = 3;
const GET_GEOMETRY: u8 = 14;
const QUERY_TREE: u8 = 15;
const SET_INPUT_FOCUS: u8 = 42;
const GET_INPUT_FOCUS: u8 = 43;

/// What a window's attributes call being on the screen.
const VIEWABLE: u8 = 2;

/// Focuses the largest window on a display such as ":7".
///
/// # Errors
/// When the display does not answer, or shows no window.
pub(crate) fn focus_window(display: &str) -> Result<()> {
    let mut server = Server::connect(display)?;
    let tree = server.ask(QUERY_TREE, Some(server.root))?;
    let mut largest = (0, None);
    for child in tree.get(32..).unwrap_or_default().chunks_exact(4) {
        let window = number(child, 0)?;
        let shown = server.ask(GET_WINDOW_ATTRIBUTES, Some(window))?.get(26) == Some(&VIEWABLE);
        let geometry = server.ask(GET_GEOMETRY, Some(window))?;
        // Width and height, two bytes each.
        let (width, height) = (number(&geometry, 16)? & 0xffff, number(&geometry, 16)? >> 16);
        if shown && width * height > largest.0 {
            largest = (width * height, Some(window));
        }
    }
    let window = largest.1.ok_or("there is no window on the display")?;
    server.send(SET_INPUT_FOCUS, &[window, 0])?;
    // An answer to anything means that what went before is done.
    server.ask(GET_INPUT_FOCUS, None).map(drop)
}

struct Server {
    stream: UnixStream,
    root: u32,
}

impl Server {
    fn connect(display: &str) -> Result<Self> {
        let number_of = display.trim_start_matches(':');
        let mut stream = UnixStream::connect(format!("/tmp/.X11-unix/X{number_of}"))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let order = if cfg!(target_endian = "little") {
            b'l'
        } else {
            b'B'
        };
        let mut hello = [0_u8; 12];
        hello[0] = order;
        hello[2..4].copy_from_slice(&11_u16.to_ne_bytes());
        stream.write_all(&hello)?;
        let mut head = [0_u8; 8];
        stream.read_exact(&mut head)?;
        ensure(head[0] == 1, || "the display does not let us in".to_owned())?;
        let mut body = vec![0_u8; usize::from(u16::from_ne_bytes([head[6], head[7]])) * 4];
        stream.read_exact(&mut body)?;
        // Behind 32 fixed bytes the vendor's name, padded, then the pixel formats, then the first screen's root.
        let name = usize::try_from(number(&body, 16)? & 0xffff)
            .unwrap_or_default()
            .next_multiple_of(4);
        let formats = usize::from(body.get(21).copied().unwrap_or_default()) * 8;
        Ok(Self {
            stream,
            root: number(&body, 32 + name + formats)?,
        })
    }

    fn send(&mut self, request: u8, values: &[u32]) -> Result<()> {
        let length = u16::try_from(values.len() + 1).unwrap_or_default();
        let mut bytes = vec![request, 0];
        bytes.extend(length.to_ne_bytes());
        values.iter().for_each(|value| bytes.extend(value.to_ne_bytes()));
        Ok(self.stream.write_all(&bytes)?)
    }

    /// Sends a request, and gives the answer to it whole.
    fn ask(&mut self, request: u8, window: Option<u32>) -> Result<Vec<u8>> {
        self.send(request, window.as_slice())?;
        let mut answer = vec![0_u8; 32];
        self.stream.read_exact(&mut answer)?;
        ensure(answer[0] == 1, || {
            format!("the display refuses request {request}")
        })?;
        let more = usize::try_from(number(&answer, 4)?).unwrap_or_default() * 4;
        answer.resize(32 + more, 0);
        self.stream.read_exact(&mut answer[32..])?;
        Ok(answer)
    }
}

fn number(bytes: &[u8], at: usize) -> Result<u32> {
    let found = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    found
        .map(u32::from_ne_bytes)
        .ok_or_else(|| Trouble::new("the display's answer is too short"))
}
